package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.restclient.TokenApiFactory;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;
import io.quarkus.paths.OpenPathTree;
import io.quarkus.paths.PathTree;

/** Every way in which an application can use {@code TokenApi} makes its REST client. */
class TokenApiInUseTest {

    @ParameterizedTest
    @ValueSource(classes = { Field.class, Constructor.class, Initializer.class, Looked.class, Literal.class, Built.class,
            Implementation.class, Extension.class, Generic.class, Cast.class })
    void aClassThatNamesIt(Class<?> application) throws IOException {
        assertThat(RestClientProcessor.isUsedIn(Index.of(application))).isTrue();
    }

    @Test
    void aClassThatDoesNot() throws IOException {
        assertThat(RestClientProcessor.isUsedIn(Index.of(Other.class))).isFalse();
        assertThat(RestClientProcessor.isUsedIn(Index.of(TokenApiFactory.class))).isFalse();
    }

    /** Quarkus needs no index of it if the application has a subclass, or if it is an extension. */
    @ParameterizedTest
    @ValueSource(classes = { Field.class, Other.class })
    void aLibraryWithoutIndexThatDependsOnALibrary(Class<?> library, @TempDir Path directory) throws IOException {
        Path jar = directory.resolve("library.jar");
        ShrinkWrap.create(JavaArchive.class).addClass(library).as(ZipExporter.class).exportTo(jar.toFile());
        ArtifactCoords extension = ArtifactCoords.jar("io.quarkiverse.authlete", "quarkus-authlete", "1");
        ApplicationModel application = new ApplicationModelBuilder()
                .setAppArtifact(dependency("application", directory, coordinates("library")))
                .addDependency(dependency("library", jar, coordinates("middle")))
                .addDependency(dependency("middle", directory, extension))
                .build();

        assertThat(RestClientProcessor.isUsedInLibrary(application)).isEqualTo(library == Field.class);
    }

    private static ResolvedDependencyBuilder dependency(String name, Path classes, ArtifactCoords on) {
        return ResolvedDependencyBuilder.newInstance().setCoords(coordinates(name)).setResolvedPath(classes).setRuntimeCp()
                .addDependency(on);
    }

    private static ArtifactCoords coordinates(String name) {
        return ArtifactCoords.jar("org.acme", name, "1");
    }

    /** From a directory, such as that of these tests, Quarkus makes the index anew, and has it always. */
    @Test
    void theIndexOfTheExtensionDoesNotHaveIt() throws Exception {
        Path classes = Path.of(TokenApiFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Index index;
        try (OpenPathTree directoryOrJar = PathTree.ofDirectoryOrArchive(classes).open();
                InputStream stored = Files.newInputStream(directoryOrJar.getPath("META-INF/jandex.idx"))) {
            index = new IndexReader(stored).read();
        }

        assertThat(index.getClassByName(TokenApiFactory.class)).isNotNull();
        assertThat(index.getClassByName(TokenApi.class)).isNull();
    }

    static class Field {
        @Inject
        @RestClient
        TokenApi api;
    }

    static class Constructor {
        Constructor(@RestClient TokenApi api) {
        }
    }

    static class Initializer {
        @Inject
        void set(@RestClient TokenApi api) {
        }
    }

    static class Looked {
        @Inject
        @RestClient
        Instance<TokenApi> api;
    }

    static class Literal {
        Object api() {
            return CDI.current().select(TokenApi.class, RestClient.LITERAL).get();
        }
    }

    static class Built {
        Object api() {
            return RestClientBuilder.newBuilder().build(TokenApi.class);
        }
    }

    interface Extension extends TokenApi {
    }

    abstract static class Implementation implements TokenApi {
    }

    static class Generic {
        Supplier<? extends TokenApi[]> api;
    }

    static class Cast {
        Object of(Object api) {
            return ((TokenApi) api).hashCode();
        }
    }

    static class Other {
        String name = "io.quarkiverse.authlete.rest";
    }
}
