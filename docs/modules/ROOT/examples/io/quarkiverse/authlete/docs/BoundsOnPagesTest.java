package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers on the pages that nobody can set are those of the code. */
class BoundsOnPagesTest {

    private static final Map<String, Path> MODULES = Map.of("runtime",
            Path.of("../runtime/src/main/java/io/quarkiverse/authlete"), "deployment",
            Path.of("../deployment/src/main/java/io/quarkiverse/authlete/deployment"));
    private static final Pattern NUMBER = Pattern.compile("[\\d_]+");

    /** @param page what a page says, with a group for each place where the value stands */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            runtime:BulkOptions                    ! MAX_CONCURRENCY     !       ! `concurrency`.*?up to ([\\d,]+)\\.
            runtime:runtime/bulk/Pace              ! FIRST_BACKOFF       ! ms    ! the run waits for (.+?), and longer each time
            runtime:runtime/bulk/Pace              ! LONGEST_BACKOFF     ! s     ! longer each time, up to (.+?)\\.
            runtime:runtime/bulk/SourceReader      ! LONG_READ_MILLIS    ! ms    ! such as a queue, holds results back for (.+?) at most
            runtime:runtime/call/CallProgress      ! MAX_NONCES_IN_A_ROW !       ! up to (\\w+) times in a row
            runtime:runtime/credentials/ApiTokens  ! FETCH_LIMIT         ! s     ! After (.+?) without an answer, the provider
            runtime:runtime/observation/EventQueue ! CAPACITY            !       ! ([\\d,]+) (?:waiting records|events wait)
            runtime:runtime/observation/EventQueue ! LONGEST_CLOSE       ! s     ! waits up to (.+?) for waiting events
            runtime:runtime/paging/ReportedTokens  ! MIN_CAPACITY        !       ! the last ([\\d,]+) tokens
            runtime:runtime/paging/TokenStreams    ! PAGE_SIZE           !       ! A page has (\\d+) tokens
            runtime:runtime/transport/Exchange     ! LONGEST_ERROR_BODY  !       ! body of an error in the exception \\| (.+?) \\|
            runtime:runtime/SecretScrubber         ! LONGEST_TEXT        !       ! it is cut after ([\\d,]+) characters
            runtime:runtime/json/TokenJson         ! MAX_NAME_LENGTH     !       ! name of a field \\| ([\\d,]+) characters
            runtime:runtime/json/TokenJson         ! MAX_NESTING_DEPTH   !       ! depth of JSON \\| ([\\d,]+) levels
            runtime:runtime/validation/CreateRules ! MAX_SUBJECT_LENGTH  !       ! longer than ([\\d,]+) characters
            deployment:devservice/TokenProperties  ! MAX_STORED_SIZE     !       ! ([\\d,]+) bytes after
            deployment:devservice/RequestLog       ! MAX_REQUESTS        !       ! keeps the latest ([\\d,]+)
            deployment:devservice/Batch            ! DURATION            ! ms    ! batch (?:is carried out after )?(\\d+ ms)
            """)
    void bound(String source, String constant, String unit, String page) {
        String value = value(source, constant);
        DocumentedValue expected = DocumentedValue.of(unit == null ? value : value + unit);
        List<String> said = Pages.all().stream().flatMap(file -> Pattern.compile(page).matcher(Pages.text(file)).results()
                .map(found -> file.getFileName() + ": " + found.group(1))).toList();

        assertThat(said).as("pages that say it").isNotEmpty();
        assertThat(said).as("should be " + expected).allMatch(text -> expected.isIn(text.substring(text.indexOf(' '))));
    }

    /** @return the product of the numbers in the initializer of a constant */
    private static String value(String source, String constant) {
        String[] parts = source.split(":");
        String text = Pages.text(MODULES.get(parts[0]).resolve(parts[1] + ".java"));
        String initializer = Pattern.compile(" " + constant + " = ([^;]+);").matcher(text).results().findFirst()
                .map(found -> found.group(1)).orElseThrow(() -> new AssertionError(source + " has no " + constant));
        long product = NUMBER.matcher(initializer).results().map(MatchResult::group)
                .mapToLong(number -> Long.parseLong(number.replace("_", ""))).reduce(1, (a, b) -> a * b);
        return Long.toString(product);
    }
}
