package io.quarkiverse.authlete.runtime.devui;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkus.runtime.configuration.ConfigurationException;

/** What the Faults page does with the emulator. */
public class FaultsJsonRpc {

    private static final int MOST_REQUESTS = 50;

    private final DevUiServices services;

    FaultsJsonRpc(DevUiServices services) {
        this.services = services;
    }

    /** @return what the emulator knows of the service */
    public DevUiResult<EmulatorState> emulator(String service) {
        return DevUiResult.of(() -> state(handle(service)));
    }

    /**
     * @param kind a {@link Fault.Kind}
     * @param operation the label of an operation; {@code null} for any
     * @param times how many calls to hit; {@code null} until the faults are cleared
     * @param processed whether the call is carried out before
     * @param status for {@code STATUS}
     * @param retryAfterSeconds for {@code STATUS}, how long the client is told to wait; {@code null} for nothing about it
     * @param action for {@code ACTION}
     * @param delayMillis how long to wait before; {@code null} for not at all
     * @param tokens for {@code BATCH_FAILURE}, how many tokens are created
     * @return what the emulator knows afterwards
     */
    public DevUiResult<EmulatorState> injectFault(String service, String kind, String operation, Integer times,
            Boolean processed, Integer status, Integer retryAfterSeconds, String action, Integer delayMillis,
            Integer tokens) {
        return change(service, emulator -> {
            Fault fault = fault(Fault.Kind.valueOf(kind), status, retryAfterSeconds, action, delay(delayMillis), tokens);
            if (operation != null) {
                fault = fault.on(TokenOperation.valueOf(operation.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
            if (Boolean.TRUE.equals(processed)) {
                fault = fault.afterProcessing();
            }
            emulator.inject(times == null ? fault.untilCleared() : fault.times(times));
        });
    }

    /** @return what the emulator knows afterwards */
    public DevUiResult<EmulatorState> clearFaults(String service) {
        return change(service, AuthleteEmulator::clearFaults);
    }

    /** @return what the emulator knows afterwards */
    public DevUiResult<EmulatorState> advanceClock(String service, Long seconds) {
        return change(service, emulator -> emulator.advanceClock(Duration.ofSeconds(seconds)));
    }

    /** @return what the emulator knows afterwards */
    public DevUiResult<EmulatorState> resetEmulator(String service) {
        return change(service, AuthleteEmulator::reset);
    }

    private DevUiResult<EmulatorState> change(String service, Consumer<AuthleteEmulator> change) {
        return DevUiResult.of(() -> {
            AuthleteEmulator emulator = handle(service);
            change.accept(emulator);
            return state(emulator);
        });
    }

    private static Fault fault(Fault.Kind kind, Integer status, Integer retryAfterSeconds, String action, Duration delay,
            Integer tokens) {
        return switch (kind) {
            case STATUS -> {
                Fault fault = Fault.status(required("status", status)).delayed(delay);
                yield retryAfterSeconds == null ? fault : fault.retryAfter(Duration.ofSeconds(retryAfterSeconds));
            }
            case ACTION -> Fault.action(ResponseAction.of(required("action", action))).delayed(delay);
            case CONNECTION_RESET -> Fault.connectionReset().delayed(delay);
            case TRUNCATED_BODY -> Fault.truncatedBody().delayed(delay);
            case DELAY -> Fault.delay(delay);
            case BATCH_FAILURE -> Fault.batchFailsAfter(required("number of tokens", tokens)).delayed(delay);
            case UNHEALTHY -> Fault.unhealthy().delayed(delay);
        };
    }

    private static Duration delay(Integer millis) {
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException("The " + name + " is missing.");
        }
        return value;
    }

    private AuthleteEmulator handle(String name) {
        return services.emulator(name).orElseThrow(() -> new ConfigurationException(
                "No emulator stands in for the Authlete service '" + name + "'."));
    }

    private static EmulatorState state(AuthleteEmulator emulator) {
        List<EmulatorState.Request> requests = emulator.requests().stream().map(EmulatorState.Request::of)
                .collect(Collectors.toList());
        Collections.reverse(requests);
        return new EmulatorState(emulator.url(), emulator.now().toEpochMilli(),
                emulator.faults().stream().map(EmulatorState.PendingFault::of).toList(),
                requests.stream().limit(MOST_REQUESTS).toList());
    }
}
