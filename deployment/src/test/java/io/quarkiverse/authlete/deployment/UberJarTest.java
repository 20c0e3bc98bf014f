package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** An uber-jar has no class that is for tests only. */
class UberJarTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest().withEmptyApplication()
            .overrideConfigKey("quarkus.package.jar.type", "uber-jar");

    @ProdBuildResults
    ProdModeTestResults results;

    @Test
    void neitherTheHandleOfTheEmulatorNorTheDevUiIsInIt() throws IOException {
        try (JarFile jar = new JarFile(results.getBuiltArtifactPath().toFile())) {
            List<String> classes = jar.stream().map(ZipEntry::getName)
                    .filter(name -> name.startsWith("io/quarkiverse/authlete/") && name.endsWith(".class")).toList();

            assertThat(classes).contains("io/quarkiverse/authlete/TokenOperations.class")
                    .noneMatch(name -> name.contains("/emulator/") || name.contains("/devui/"));
        }
    }
}
