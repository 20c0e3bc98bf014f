package org.acme.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void showsWhatIsDone() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Counts counts = new Counts(false);
        try (Bar bar = new Bar(new PrintStream(terminal, true, UTF_8), counts, 4)) {
            counts.countImported();
            counts.countExisting();
            counts.countFailed();
            bar.show();
        }

        assertThat(terminal.toString(UTF_8)).contains("Import").contains("75%").contains("3/4").contains("1 failed");
    }
}
