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

    /** Tools on Windows begin files with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @return those that are not blank; one is read after the other, so the size of the file does not matter */
    static Stream<Line> read(Path file) throws IOException {
        AtomicLong number = new AtomicLong();
        return Files.lines(file).map(text -> of(number.incrementAndGet(), text)).filter(line -> !line.text().isBlank());
    }

    private static Line of(long number, String text) {
        return new Line(number, number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
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
