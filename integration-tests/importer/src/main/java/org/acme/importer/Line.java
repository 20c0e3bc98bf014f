package org.acme.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A line of the file.
 *
 * @param number from 1
 */
record Line(long number, String text) {

    /** @return those that are not blank; one is read after the other, so the size of the file does not matter */
    static Stream<Line> read(Path file) throws IOException {
        AtomicLong number = new AtomicLong();
        return Files.lines(file).map(text -> new Line(number.incrementAndGet(), text)).filter(line -> !line.text().isBlank());
    }

    static long count(Path file) throws IOException {
        try (Stream<Line> lines = read(file)) {
            return lines.count();
        }
    }

    /** Leaves out the text, which has tokens. */
    @Override
    public String toString() {
        return "line " + number;
    }
}
