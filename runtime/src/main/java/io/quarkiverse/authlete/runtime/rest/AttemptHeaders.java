package io.quarkiverse.authlete.runtime.rest;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.authlete.runtime.faulttolerance.Attempt;

/** The headers of a call, and with them, through {@code TokenApi}, what else the filters need of the attempt. */
public final class AttemptHeaders extends AbstractMap<String, List<String>> {

    private final Map<String, List<String>> headers;
    private final Attempt attempt;
    private final byte[] json;

    /**
     * @param headers the headers
     * @param attempt the attempt
     * @param json the request as JSON; {@code null} if it has no body
     */
    public AttemptHeaders(Map<String, List<String>> headers, Attempt attempt, byte[] json) {
        this.headers = headers;
        this.attempt = attempt;
        this.json = json;
    }

    Attempt attempt() {
        return attempt;
    }

    byte[] json() {
        return json;
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        return headers.entrySet();
    }
}
