package io.quarkiverse.authlete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** No secret of the request survives in a text of the server, wherever it stands and whatever it looks like. */
class SecretScrubberFuzzTest {

    /** The secrets stand on the lines of the input, the text of the server after a blank line. */
    @FuzzTest
    void texts(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n\n", 2);
        List<String> secrets = Arrays.asList(parts[0].split("\n"));
        String text = parts.length < 2 ? "" : parts[1];

        check(text, secrets);
        check(text + String.join(text, secrets) + text, secrets);
    }

    private static void check(String text, List<String> secrets) {
        String scrubbed = SecretScrubber.scrub(text, secrets);

        assertThat(scrubbed).hasSizeLessThanOrEqualTo(SecretScrubber.LONGEST_TEXT + 3).doesNotContainPattern("\\p{Cntrl}")
                .doesNotContainPattern("[A-Za-z0-9_+=-]{32}");
        secrets.stream().filter(secret -> !secret.isBlank() && !SecretScrubber.MASK.contains(secret))
                .forEach(secret -> assertThat(scrubbed.contains(secret)).as("a secret is left").isFalse());
        // A response is built again until this is so.
        assertThat(SecretScrubber.scrub(scrubbed, secrets)).isEqualTo(scrubbed);
        assertThat(SecretScrubber.isClean(text, secrets.toArray(String[]::new)) ? text : scrubbed).isEqualTo(scrubbed);
    }
}
