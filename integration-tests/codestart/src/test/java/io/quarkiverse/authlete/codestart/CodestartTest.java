package io.quarkiverse.authlete.codestart;

import static io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog.Language.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog;
import io.quarkus.devtools.testing.FakeExtensionCatalog;
import io.quarkus.devtools.testing.codestarts.QuarkusCodestartTest;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.platform.descriptor.loader.json.ClassPathResourceLoader;
import io.quarkus.platform.descriptor.loader.json.DirectoryResourceLoader;
import io.quarkus.registry.catalog.ExtensionCatalog;

/** What the codestart puts into a new project. The application and its test, as they stand, are built and run beside this. */
class CodestartTest {

    private static final Path SOURCES = Path.of("../../runtime/src/main");

    @RegisterExtension
    static final QuarkusCodestartTest PROJECT = QuarkusCodestartTest.builder()
            // The catalog and the sources of this build: nothing has to be installed before.
            .extensionCatalog(FakeExtensionCatalog.FAKE_EXTENSION_CATALOG)
            .quarkusCodestartCatalog(catalog(FakeExtensionCatalog.FAKE_EXTENSION_CATALOG))
            .codestarts("authlete-codestart")
            .extension(ArtifactKey.fromString("io.quarkiverse.authlete:quarkus-authlete"))
            .languages(JAVA)
            .build();

    @Test
    void theApplicationAndItsTestInThePackageOfTheProject() throws Throwable {
        assertGenerated("src/main/java", "TokensResource.java");
        assertGenerated("src/test/java", "TokensResourceTest.java");
    }

    @Test
    void theDependenciesThatTheyNeed() throws Throwable {
        PROJECT.assertThatGeneratedFile(JAVA, "pom.xml").content().contains("<artifactId>quarkus-authlete</artifactId>",
                "<artifactId>quarkus-rest-jackson</artifactId>", "<artifactId>rest-assured</artifactId>");
    }

    @Test
    void howToTryIt() throws Throwable {
        PROJECT.assertThatGeneratedFile(JAVA, "README.md").content().contains("Authlete access tokens",
                "curl -X POST 'localhost:8080/tokens?subject=john'");
    }

    private static void assertGenerated(String directory, String file) throws Throwable {
        Path source = SOURCES.resolve("codestarts/quarkus/authlete-codestart/java").resolve(directory).resolve("org/acme")
                .resolve(file);
        PROJECT.assertThatGeneratedFile(JAVA, directory + "/ilove/quark/us/" + file).content()
                .isEqualTo(Files.readString(source).replace("package org.acme;", "package ilove.quark.us;"));
    }

    private static QuarkusCodestartCatalog catalog(ExtensionCatalog extensions) {
        try {
            ClassLoader classPath = Thread.currentThread().getContextClassLoader();
            assertThat(classPath.getResource(QuarkusCodestartCatalog.QUARKUS_CODESTARTS_DIR)).isNotNull();
            return QuarkusCodestartCatalog.fromExtensionsCatalog(extensions,
                    List.of(new ClassPathResourceLoader(classPath), new DirectoryResourceLoader(SOURCES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
