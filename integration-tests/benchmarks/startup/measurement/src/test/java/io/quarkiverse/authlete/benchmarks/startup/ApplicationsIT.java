package io.quarkiverse.authlete.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures can be compared, as the applications do the same; and what they are is a start without a client. */
class ApplicationsIT {

    private static final List<String> MADE_BY_THE_FIRST_CALL = List.of(
            "io.quarkiverse.authlete.runtime.json.TokenJson",
            "io.quarkiverse.authlete.runtime.client.ReactiveOperations",
            "com.fasterxml.jackson.databind.json.JsonMapper");

    private final HttpClient http = HttpClient.newHttpClient();
    private TokenServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = new TokenServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void bothApplicationsSendAndAnswerTheSame() throws Exception {
        List<String> handWrittenAnswers = answers("hand-written");
        List<String> handWrittenRequests = server.takeRequests();

        assertThat(handWrittenRequests).hasSize(5).allMatch(request -> request.endsWith(" Bearer benchmark"));
        assertThat(answers("extension")).isEqualTo(handWrittenAnswers);
        assertThat(server.takeRequests()).isEqualTo(handWrittenRequests);
    }

    @Test
    void thePackagedExtensionStartsWithoutClientAndJson() throws Exception {
        PackagedApplication extension = application("extension");
        assumeFalse(extension.isNative(), "There are no classes to load");

        try (ClassLog log = new ClassLog();
                RunningApplication application = extension.start(server.url(), http, log.javaOptions())) {
            assertThat(log.classes()).contains("io.quarkiverse.authlete.runtime.AuthleteRecorder")
                    .doesNotContainAnyElementsOf(MADE_BY_THE_FIRST_CALL);
            assertThat(server.takeRequests()).isEmpty();

            application.issue();
            assertThat(log.classes()).containsAll(MADE_BY_THE_FIRST_CALL)
                    // Makes equals and hashCode of records: tens of milliseconds.
                    .doesNotContain("java.lang.runtime.ObjectMethods");
        }
    }

    private List<String> answers(String module) throws Exception {
        try (RunningApplication application = application(module).start(server.url(), http, List.of())) {
            List<String> answers = new ArrayList<>(List.of(application.issue()));
            answers.addAll(application.callOtherOperations());
            return answers;
        }
    }

    private static PackagedApplication application(String module) throws Exception {
        return PackagedApplication.of(Path.of("..", module));
    }
}
