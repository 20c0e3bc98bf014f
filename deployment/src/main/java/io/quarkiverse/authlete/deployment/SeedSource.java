package io.quarkiverse.authlete.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The seed file of the emulator.
 *
 * @param location as configured
 * @param text what is in the file
 */
record SeedSource(String location, String text) {

    /**
     * @param classPath searched first
     * @param path where the file is if it is not on the class path
     */
    static SeedSource read(String location, ClassLoader classPath, Path path) {
        try (InputStream resource = classPath.getResourceAsStream(location)) {
            if (resource != null) {
                return new SeedSource(location, new String(resource.readAllBytes(), UTF_8));
            }
            if (Files.isRegularFile(path)) {
                return new SeedSource(location, new String(Files.readAllBytes(path), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of quarkus.authlete.devservices.seed cannot be read: " + location, e);
        }
        throw new ConfigurationException("The file of quarkus.authlete.devservices.seed does not exist: " + location
                + " is neither on the class path nor a path (" + path + ")");
    }

    /** The text holds token values. */
    @Override
    public String toString() {
        return "SeedSource[" + location + "]";
    }
}
