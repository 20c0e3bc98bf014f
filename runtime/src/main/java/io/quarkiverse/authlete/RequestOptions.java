package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Options of one call. Immutable; may be shared between calls and threads.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class RequestOptions {

    private static final RequestOptions NONE = builder().build();

    RequestOptions() {
    }

    /**
     * Headers to send, by name without regard to case. They replace configured ones of the same name.
     * <p>
     * The client refuses a header with a name or value that HTTP does not allow or that is not ASCII, and headers that the
     * client or the connection sets, such as {@code Authorization}, {@code Content-Type} and {@code Transfer-Encoding}. The
     * call
     * then fails with {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException}, and nothing is sent.
     */
    public Map<String, List<String>> headers() {
        return headerMap();
    }

    // Not public, so that its names are compared without regard to case whatever a caller has.
    abstract Map<String, List<String>> headerMap();

    /**
     * The service ID to use in place of the configured one, with the configured credentials: an organization token is valid
     * for all services of the organization. To reach another server, configure a named service.
     */
    public abstract @Nullable String serviceId();

    /** The time limit of the whole call, retries included, in place of the configured one: a millisecond to a century. */
    public abstract @Nullable Duration timeout();

    /** When and how often to retry, in place of what is configured. */
    public abstract @Nullable RetryPolicy retry();

    /**
     * Whether a create happens exactly once although answers may be lost, in place of what is configured in
     * {@code create.exactly-once}; {@code null} for that. The client then chooses the values of the tokens that the request
     * leaves to the server, so that a retry can't issue a second token. It has no effect on other operations.
     *
     * @see io.quarkiverse.authlete.error.AuthleteException#unfinished()
     */
    public abstract @Nullable Boolean exactlyOnce();

    /**
     * Whether an earlier create with this request may have issued its token already: it is then no failure that the values of
     * the request are in use. Implies {@link #exactlyOnce()}; {@code false} if not set.
     */
    public abstract boolean resume();

    /** @return options that change nothing */
    public static RequestOptions none() {
        return NONE;
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Masks the values of headers: they may be secrets. */
    @Override
    public String toString() {
        return "RequestOptions{headers=" + headers().keySet().stream().map(name -> name + ": ***").toList() + ", serviceId="
                + serviceId() + ", timeout=" + timeout() + ", retry=" + retry() + ", exactlyOnce=" + exactlyOnce() + ", resume="
                + resume() + "}";
    }

    @Value.Check
    void check() {
        Limits.checkIfSet(Limits.MILLISECOND, "timeout", timeout());
        Limits.check(!resume() || !Boolean.FALSE.equals(exactlyOnce()), "resume needs exactlyOnce");
    }

    /** Builds {@link RequestOptions}. */
    public static final class Builder extends ImmutableRequestOptions.Builder {

        Builder() {
            headerMap(Map.of());
        }

        /** Adds a header. A name that is added twice is sent twice. */
        public Builder header(String name, String value) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(build().headers());
            headers.merge(Objects.requireNonNull(name, "name"), List.of(Objects.requireNonNull(value, "value")),
                    (before, after) -> Stream.concat(before.stream(), after.stream()).toList());
            return headerMap(headers);
        }

        /** Makes a create happen exactly once, see {@link RequestOptions#exactlyOnce()}. */
        public Builder exactlyOnce() {
            return exactlyOnce(true);
        }

        /** Finishes a create whose outcome was unknown, see {@link RequestOptions#resume()}. */
        public Builder resume() {
            return resume(true);
        }

        /** Uses another service ID for this call, see {@link RequestOptions#serviceId()}. */
        public Builder serviceId(long serviceId) {
            return serviceId(Long.toString(serviceId));
        }
    }
}
