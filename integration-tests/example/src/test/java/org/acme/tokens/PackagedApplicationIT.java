package org.acme.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;

/** What the application does not use is not in its package, be it the jars or the input of the native build. */
class PackagedApplicationIT {

    @Test
    void theHandleOfTheEmulatorIsNotInIt() throws IOException {
        List<String> classes = classes(".*io\\.quarkiverse\\.authlete\\..*\\.jar");

        assertFalse(classes.stream().noneMatch("io/quarkiverse/authlete/TokenOperations.class"::equals));
        assertEquals(List.of(), classes.stream().filter(entry -> entry.contains("/emulator/")).toList());
    }

    /** Its start would look up hundreds of keys for it. */
    @Test
    void theRestClientIsNotInIt() throws IOException {
        List<String> classes = classes(".*\\.jar");

        assertFalse(classes.stream().noneMatch(entry -> entry.endsWith("AuthleteServices_Bean.class")));
        assertEquals(List.of(), classes.stream().filter(entry -> entry.contains("authlete/rest/TokenApi$$")).toList());
    }

    private static List<String> classes(String jars) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(jars))
                    .flatMap(jar -> entries(jar).stream())
                    .filter(entry -> entry.endsWith(".class")).toList();
        }
    }

    private static List<String> entries(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
