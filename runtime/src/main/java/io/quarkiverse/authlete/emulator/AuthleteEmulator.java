package io.quarkiverse.authlete.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;

/**
 * The emulator of the token-management API that runs in dev and test mode, for tests: lets calls fail, tells what has been
 * called, moves time forward.
 *
 * <pre>
 * &#64;Inject
 * AuthleteEmulator emulator;
 * </pre>
 *
 * One emulator stands in for all services. A handle belongs to one of them: the default one, or the one of
 * {@link AuthleteServiceName}. Its clients, tokens, faults and requests are those of that service; clock and
 * {@link #reset()} are common to all.
 * <p>
 * It exists in dev and test mode only; production code that injects it does not build. In a {@code @QuarkusIntegrationTest},
 * where nothing can be injected, use {@link #of(Map)}.
 * <p>
 * Every method makes a call to the emulator and throws {@link IllegalStateException} if that does not answer.
 *
 * @since 1.0.0
 */
public final class AuthleteEmulator {

    private final ControlClient control;
    private final String serviceId;

    private AuthleteEmulator(ControlClient control, String serviceId) {
        this.control = control;
        this.serviceId = serviceId;
    }

    /**
     * The emulator of the default service in an integration test.
     *
     * @param devServicesProperties what {@code DevServicesContext.devServicesProperties()} returns
     * @return a handle of the emulator
     * @throws IllegalStateException if no emulator has been started
     */
    public static AuthleteEmulator of(Map<String, String> devServicesProperties) {
        return of(devServicesProperties, AuthleteRuntimeConfig.DEFAULT_SERVICE);
    }

    /**
     * The emulator of a named service in an integration test.
     *
     * @param devServicesProperties what {@code DevServicesContext.devServicesProperties()} returns
     * @param serviceName the name of the service in the configuration
     * @return a handle of the emulator
     * @throws IllegalStateException if no emulator has been started for that service
     */
    public static AuthleteEmulator of(Map<String, String> devServicesProperties, String serviceName) {
        return new AuthleteEmulator(new ControlClient(property(devServicesProperties, serviceName, "url")),
                property(devServicesProperties, serviceName, "service-id"));
    }

    private static String property(Map<String, String> properties, String serviceName, String key) {
        String name = AuthleteRuntimeConfig.property(Objects.requireNonNull(serviceName, "serviceName"), key);
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalStateException("No emulator of Authlete is running: " + name
                    + " is not among the properties of the dev services. Is a URL or region configured, or are dev services"
                    + " turned off?");
        }
        return value;
    }

    /** @return where the emulator is, without a slash at the end */
    public String url() {
        return control.url();
    }

    /** @return the ID of the service this handle is for */
    public String serviceId() {
        return serviceId;
    }

    /**
     * Registers a client with the service. As soon as there is one, clients that are not registered are unknown.
     *
     * @param clientId a positive number
     */
    public void addClient(long clientId) {
        control.post("clients", Map.of("serviceId", serviceId, "clientId", clientId));
    }

    /**
     * Creates a token. This is no call of the API: it is not recorded, no fault hits it, and it does not count for the rate
     * limit.
     *
     * @param token what a create would ask for; {@code accessToken} and {@code refreshToken} set their values
     * @return what a create would answer
     * @throws IllegalArgumentException if a create would be refused; the message tells why
     */
    public TokenCreateResponse addToken(TokenCreateRequest token) {
        return control.post("tokens", Map.of("serviceId", serviceId, "token", token), TokenCreateResponse.class);
    }

    /**
     * Creates a token as if it had been some time ago.
     *
     * @param token what a create would ask for; {@code accessToken} and {@code refreshToken} set their values
     * @param createdAt when it was created, by the {@linkplain #now() emulator's clock}; its durations start then
     * @return what a create would have answered
     * @throws IllegalArgumentException if a create would be refused; the message tells why
     */
    public TokenCreateResponse addToken(TokenCreateRequest token, Instant createdAt) {
        return control.post("tokens", Map.of("serviceId", serviceId, "token", token, "createdAt", createdAt),
                TokenCreateResponse.class);
    }

    /**
     * Lets calls of the service fail. Of several faults that fit a call, the first that was injected hits it.
     *
     * @param fault what is to go wrong, and for which calls
     */
    public void inject(Fault fault) {
        control.post("faults", fault.onService(serviceId));
    }

    /** @return the faults that are still to hit calls of the service, in their order, with the calls that are left */
    public List<Fault> faults() {
        return control.list("faults" + query(), Fault[].class);
    }

    /**
     * Forgets one fault.
     *
     * @param fault one of {@link #faults()}; the number of calls that are left does not matter, and nothing happens if it has
     *        been used up
     */
    public void remove(Fault fault) {
        control.post("faults/remove", fault);
    }

    /** Forgets the faults that have not been used up. */
    public void clearFaults() {
        control.delete("faults" + query());
    }

    /** @return the latest requests to the service in the order of their arrival, at most 1000 */
    public List<RecordedRequest> requests() {
        return control.list("requests" + query(), RecordedRequest[].class);
    }

    /**
     * @param operation the operation that was called
     * @return those of the latest requests to the service that have called it, in the order of their arrival
     */
    public List<RecordedRequest> requests(TokenOperation operation) {
        return requests().stream().filter(request -> request.operation() == operation).toList();
    }

    /** @return the time by which tokens expire in the emulator */
    public Instant now() {
        return control.get("clock", Clock.class).now();
    }

    /**
     * Moves the clock of the emulator forward, for all services: tokens expire without waiting. The clock of the application
     * stays as it is.
     *
     * @param duration how far, not negative
     */
    public void advanceClock(Duration duration) {
        control.post("clock", Map.of("advance", duration));
    }

    /**
     * Makes the emulator what it was at its start, for all services: the configured clients, the tokens of the seed file,
     * no faults, no recorded requests, no calls counted by the rate limit, the time of the machine.
     */
    public void reset() {
        control.post("reset", Map.of());
    }

    private String query() {
        return "?service=" + URLEncoder.encode(serviceId, StandardCharsets.UTF_8);
    }

    /** @return where the emulator is, and for which service this is */
    @Override
    public String toString() {
        return "AuthleteEmulator[" + url() + ", service " + serviceId + "]";
    }

    private record Clock(Instant now) {
    }
}
