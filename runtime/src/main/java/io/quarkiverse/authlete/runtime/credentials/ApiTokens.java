package io.quarkiverse.authlete.runtime.credentials;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** The API token of one service: fixed, or fetched once, kept, and fetched anew after the server has refused it. */
public final class ApiTokens {

    /** A provider that never answers must not block the service for ever, and not its next call either. */
    private static final Duration FETCH_LIMIT = Duration.ofSeconds(30);

    private final String source;
    private final Supplier<Uni<String>> provider;
    private final Duration fetchLimit;
    private final AtomicReference<Fetch> current = new AtomicReference<>();

    private ApiTokens(String source, Supplier<Uni<String>> provider, Duration fetchLimit) {
        this.source = source;
        this.provider = provider;
        this.fetchLimit = fetchLimit;
    }

    /**
     * @param source where the token is set, for messages
     * @return that token, always
     */
    public static ApiTokens fixed(String source, String apiToken) {
        ApiTokens tokens = new ApiTokens(source, null, FETCH_LIMIT);
        Fetch fetched = new Fetch();
        fetched.token = Uni.createFrom().item(apiToken);
        fetched.value = apiToken;
        tokens.current.set(fetched);
        return tokens;
    }

    /** @param source who the provider is, for messages */
    public static ApiTokens from(String source, Supplier<Uni<String>> provider) {
        return from(source, provider, FETCH_LIMIT);
    }

    static ApiTokens from(String source, Supplier<Uni<String>> provider, Duration fetchLimit) {
        return new ApiTokens(source, provider, fetchLimit);
    }

    /** @return where the token comes from, for messages, as in {@code quarkus.authlete.service-access-token (.env)} */
    public String source() {
        return source;
    }

    /** @return whether another token can be had when this one is refused */
    public boolean renewable() {
        return provider != null;
    }

    /** @return the token, if it need not be fetched; else {@code null} */
    public String known() {
        Fetch known = current.get();
        return known == null ? null : known.value;
    }

    /** @return the token; concurrent callers share one fetch */
    public Uni<String> get() {
        return current.updateAndGet(known -> known == null ? fetch() : known).token;
    }

    /** Nothing happens before it is subscribed to, so that it does not matter if another one is used. */
    private Fetch fetch() {
        Fetch started = new Fetch();
        started.token = Uni.createFrom().deferred(provider::get)
                .ifNoItem().after(fetchLimit).failWith(() -> new IllegalStateException(
                        "The provider of the API token did not answer within " + fetchLimit.toMillis() + " ms"))
                .map(ApiTokens::checked)
                .invoke(value -> started.value = value)
                .onFailure().invoke(() -> current.compareAndSet(started, null))
                .memoize().indefinitely();
        return started;
    }

    /** @param apiToken a token that the server has refused; ignored if another one was fetched since */
    public void refused(String apiToken) {
        Fetch known = current.get();
        if (renewable() && known != null && apiToken.equals(known.value)) {
            current.compareAndSet(known, null);
        }
    }

    private static String checked(String apiToken) {
        if (apiToken == null || apiToken.isEmpty() || !apiToken.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalStateException("The API token from the provider is missing, or has other characters than"
                    + " visible ASCII ones");
        }
        return apiToken;
    }

    private static final class Fetch {

        private Uni<String> token;
        private volatile String value;
    }
}
