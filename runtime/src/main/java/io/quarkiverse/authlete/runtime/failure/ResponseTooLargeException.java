package io.quarkiverse.authlete.runtime.failure;

import java.io.IOException;

/** The answer is larger than the configuration allows. */
public final class ResponseTooLargeException extends IOException {

    public ResponseTooLargeException(long maxBytes) {
        super("The answer is larger than " + maxBytes + " bytes, the limit in max-response-size");
    }
}
