package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The page about dependencies has all of them. */
class DependenciesPageTest {

    private static final Path PAGE = Path.of("modules/ROOT/pages/dependencies.adoc");

    @ParameterizedTest
    @ValueSource(strings = { "runtime", "deployment" })
    void everyDependencyHasAReason(String module) throws Exception {
        assertThat(Files.readString(PAGE)).contains(
                artifactIds(new File("../" + module + "/pom.xml")).stream().map(id -> "\n| `" + id + "` | ").toList());
    }

    private static List<String> artifactIds(File pom) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom);
        NodeList ids = (NodeList) XPathFactory.newInstance().newXPath()
                .evaluate("/project/dependencies/dependency/artifactId", document, XPathConstants.NODESET);
        return IntStream.range(0, ids.getLength()).mapToObj(i -> ids.item(i).getTextContent()).toList();
    }
}
