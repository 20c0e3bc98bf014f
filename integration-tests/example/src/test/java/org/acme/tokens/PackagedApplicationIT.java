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

/** What is for tests only is not in the packaged application, be it the jars or the input of the native build. */
class PackagedApplicationIT {

    @Test
    void theHandleOfTheEmulatorIsNotInIt() throws IOException {
        List<String> classes = jarsOfTheExtension().stream().flatMap(jar -> entries(jar).stream())
                .filter(entry -> entry.endsWith(".class")).toList();

        assertFalse(classes.stream().noneMatch("io/quarkiverse/authlete/TokenOperations.class"::equals));
        assertEquals(List.of(), classes.stream().filter(entry -> entry.contains("/emulator/")).toList());
    }

    private static List<Path> jarsOfTheExtension() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(".*io\\.quarkiverse\\.authlete\\..*\\.jar"))
                    .toList();
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
