package io.quarkiverse.authlete.codestart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.platform.descriptor.loader.json.ResourceLoaders;
import io.quarkus.registry.catalog.Extension;

/** What the registry, code.quarkus.io and the tools say about the extension: its descriptor, read as they read it. */
class ExtensionMetadataTest {

    private final Extension extension = descriptor();

    @Test
    void whatItIs() {
        assertThat(extension.getName()).isEqualTo("Authlete");
        assertThat(extension.getDescription()).contains("access tokens", "Authlete");
        assertThat(extension.getArtifact().getVersion()).doesNotContain("$");
        assertThat(extension.getMetadata())
                .containsEntry("short-name", "authlete")
                .containsEntry("status", "preview")
                .containsEntry("config", List.of("quarkus.authlete."))
                .containsEntry("minimum-java-version", "17")
                .containsKeys("built-with-quarkus-core", "requires-quarkus-core", "extension-dependencies");
    }

    @Test
    void howItIsFound() {
        assertThat(list("categories")).containsExactly("security", "web");
        assertThat(list("keywords")).contains("authlete", "oauth2", "access-token").doesNotHaveDuplicates();
        assertThat(URI.create((String) extension.getMetadata().get("guide")).getScheme()).isEqualTo("https");
    }

    @Test
    void itsCodestart() {
        assertThat((Map<?, ?>) extension.getMetadata().get("codestart")).isEqualTo(Map.of("name", "authlete-codestart",
                "languages", List.of("java"), "artifact",
                "io.quarkiverse.authlete:quarkus-authlete:codestarts:jar:" + extension.getArtifact().getVersion()));
    }

    private List<Object> list(String key) {
        return List.copyOf((List<?>) extension.getMetadata().get(key));
    }

    private static Extension descriptor() {
        try {
            for (URL url : Collections.list(Thread.currentThread().getContextClassLoader()
                    .getResources("META-INF/quarkus-extension.yaml"))) {
                Extension found = ResourceLoaders.processAsPath(url, ExtensionMetadataTest::read);
                if (found.managementKey().equals("io.quarkiverse.authlete:quarkus-authlete")) {
                    return found;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The extension has no descriptor");
    }

    private static Extension read(Path file) {
        try {
            return Extension.fromFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
