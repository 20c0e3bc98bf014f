package io.quarkiverse.authlete.runtime.rest;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.authlete.runtime.faulttolerance.Attempt;

/** The headers of a call, and with them, through {@code TokenApi}, the attempt that they belong to. */
public final class AttemptHeaders extends AbstractMap<String, List<String>> {

    private final Map<String, List<String>> headers;
    private final Attempt attempt;

    /**
     * @param headers the headers
     * @param attempt the attempt
     */
    public AttemptHeaders(Map<String, List<String>> headers, Attempt attempt) {
        this.headers = headers;
        this.attempt = attempt;
    }

    Attempt attempt() {
        return attempt;
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        return headers.entrySet();
    }
}
