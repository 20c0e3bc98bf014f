package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.Map;

/** What answers in the place of the API when there are too many requests: an HTTP server with pages of its own. */
final class Gateway {

    static final int TOO_MANY_REQUESTS = 429;

    private static final String PAGE = """
            <html>
            <head><title>429 Too Many Requests</title></head>
            <body>
            <center><h1>429 Too Many Requests</h1></center>
            <hr><center>nginx</center>
            </body>
            </html>
            """;

    private Gateway() {
    }

    static ApiResponse tooManyRequests() {
        return new ApiResponse(TOO_MANY_REQUESTS, Map.of(), new ApiResponse.Text("text/html", PAGE));
    }

    /** @param wait rounded up to seconds */
    static ApiResponse withReset(ApiResponse response, Duration wait) {
        return response.with("RateLimit-Reset", seconds(wait));
    }

    static String seconds(Duration wait) {
        return Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
