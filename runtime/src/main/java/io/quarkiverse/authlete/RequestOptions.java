package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What is different for one call. Immutable; may be shared between calls and threads. */
public final class RequestOptions {

    private static final RequestOptions NONE = builder().build();

    private final Map<String, List<String>> headers;
    private final String serviceId;
    private final Duration timeout;
    private final RetryPolicy retry;

    private RequestOptions(Builder builder) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        builder.headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.headers = Collections.unmodifiableMap(copy);
        this.serviceId = builder.serviceId;
        this.timeout = builder.timeout;
        this.retry = builder.retry;
    }

    /** @return options that change nothing */
    public static RequestOptions none() {
        return NONE;
    }

    /** @return a builder of options */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * @return headers to send beside those of the configuration, by name; they replace configured ones of the same name.
     *         Upper and lower case are the same in a name.
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** @return the service ID to use in place of the configured one; the credentials stay those of the configuration */
    public Optional<String> serviceId() {
        return Optional.ofNullable(serviceId);
    }

    /** @return how long the call may take in all, repeats and pauses included, in place of the configured total timeout */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** @return when and how often a failed request is repeated, in place of what is configured */
    public Optional<RetryPolicy> retry() {
        return Optional.ofNullable(retry);
    }

    /** Leaves out the values of headers: they may be secrets. */
    @Override
    public String toString() {
        return "RequestOptions[headers=" + headers.keySet() + ", serviceId=" + serviceId + ", timeout=" + timeout + "]";
    }

    /** Builds {@link RequestOptions}. */
    public static final class Builder {

        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private String serviceId;
        private Duration timeout;
        private RetryPolicy retry;

        private Builder() {
        }

        /**
         * Adds a header to the request. A name that is added twice is sent twice; upper and lower case are the same.
         * <p>
         * The call fails with {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException}, and nothing is sent, if
         * the name or value is not allowed in HTTP, has characters that are not ASCII, or if the client or the connection
         * sets this header (such as {@code Authorization}, {@code Content-Type} and {@code Transfer-Encoding}).
         *
         * @param name the name of the header
         * @param value its value
         * @return this
         */
        public Builder header(String name, String value) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            headers.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(value);
            return this;
        }

        /**
         * Uses another service ID for this call, with the configured credentials: an organization token is valid for all
         * services of the organization. To reach another server, configure a named service.
         *
         * @param serviceId the service ID
         * @return this
         */
        public Builder serviceId(String serviceId) {
            this.serviceId = Objects.requireNonNull(serviceId, "serviceId");
            return this;
        }

        /**
         * Uses another service ID for this call, see {@link #serviceId(String)}.
         *
         * @param serviceId the service ID
         * @return this
         */
        public Builder serviceId(long serviceId) {
            return serviceId(Long.toString(serviceId));
        }

        /**
         * Limits the whole call, repeats and pauses included.
         *
         * @param timeout the limit, from a millisecond to a century
         * @return this
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Durations.atLeast(Durations.MILLISECOND, "timeout", timeout);
            return this;
        }

        /**
         * Repeats failed requests in this way.
         *
         * @param retry the policy
         * @return this
         */
        public Builder retry(RetryPolicy retry) {
            this.retry = Objects.requireNonNull(retry, "retry");
            return this;
        }

        /** @return the options */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
