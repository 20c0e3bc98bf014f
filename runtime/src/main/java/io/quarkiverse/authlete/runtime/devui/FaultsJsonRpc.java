package io.quarkiverse.authlete.runtime.devui;

import static io.quarkiverse.authlete.runtime.devui.Input.constant;
import static io.quarkiverse.authlete.runtime.devui.Input.number;
import static io.quarkiverse.authlete.runtime.devui.Input.required;
import static io.quarkiverse.authlete.runtime.devui.Input.requiredNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.runtime.devui.Input.InvalidInputException;
import io.quarkus.runtime.configuration.ConfigurationException;

/** What the Faults page does with the emulator. Each change returns what the emulator knows afterwards. */
public class FaultsJsonRpc {

    private static final int MOST_REQUESTS = 50;
    /** Seconds, ten years. */
    private static final long MAX_ADVANCE = 315_360_000;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final long MAX_DELAY = 600_000;
    private static final long MAX_WAIT = 86_400;
    private static final long MAX_CALLS = 1_000_000;
    private static final long MAX_TOKENS = 100_000;

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
     * @param times how many calls to hit; blank until the faults are cleared
     * @param processed whether the call is carried out before
     * @param status for {@code STATUS}
     * @param retryAfterSeconds for {@code STATUS}, how long the client is told to wait; blank for nothing about it
     * @param action for {@code ACTION}
     * @param delayMillis how long to wait before; blank for not at all
     * @param tokens for {@code BATCH_FAILURE}, how many tokens are created
     */
    public DevUiResult<EmulatorState> injectFault(String service, String kind, String operation, String times,
            Boolean processed, String status, String retryAfterSeconds, String action, String delayMillis, String tokens) {
        return change(service, emulator -> {
            Fault.Kind wanted = required("The kind of fault", constant(Fault.Kind.class, "The kind of fault", kind));
            Long delay = number("The delay", delayMillis, 0, MAX_DELAY);
            Fault fault = fault(wanted, status, retryAfterSeconds, action, delay == null ? 0 : delay, tokens);
            if (operation != null) {
                fault = fault.on(operation(wanted, operation));
            }
            if (Boolean.TRUE.equals(processed)) {
                fault = fault.afterProcessing();
            }
            Long calls = number("The number of calls", times, 1, MAX_CALLS);
            emulator.inject(calls == null ? fault.untilCleared() : fault.times(calls.intValue()));
        });
    }

    /**
     * Removes the first fault that looks like this, however many calls are left to it.
     *
     * @param text as in {@link EmulatorState.PendingFault}
     */
    public DevUiResult<EmulatorState> removeFault(String service, String text, String operation, Boolean processed) {
        return change(service, emulator -> emulator.faults().stream().filter(fault -> {
            EmulatorState.PendingFault shown = EmulatorState.PendingFault.of(fault);
            return shown.text().equals(text) && Objects.equals(shown.operation(), operation)
                    && Objects.equals(shown.processed(), processed);
        }).findFirst().ifPresent(emulator::remove));
    }

    public DevUiResult<EmulatorState> clearFaults(String service) {
        return change(service, AuthleteEmulator::clearFaults);
    }

    public DevUiResult<EmulatorState> advanceClock(String service, String seconds) {
        return change(service, emulator -> {
            Duration far = Duration.ofSeconds(requiredNumber("The number of seconds", seconds, 1, MAX_ADVANCE));
            if (emulator.now().plus(far).isAfter(END_OF_TIME)) {
                throw new InvalidInputException("The clock cannot go past the year 9999.");
            }
            emulator.advanceClock(far);
        });
    }

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

    private static Fault fault(Fault.Kind kind, String status, String retryAfterSeconds, String action, long delayMillis,
            String tokens) {
        Fault fault = switch (kind) {
            case STATUS -> Fault.status((int) requiredNumber("The status", status, 200, 599));
            case ACTION -> Fault.action(ResponseAction.of(required("The action", action)));
            case CONNECTION_RESET -> Fault.connectionReset();
            case TRUNCATED_BODY -> Fault.truncatedBody();
            case DELAY -> Fault.delay(Duration.ofMillis(requiredNumber("The delay", Long.toString(delayMillis), 1, MAX_DELAY)));
            case BATCH_FAILURE -> Fault.batchFailsAfter((int) requiredNumber("The number of tokens", tokens, 0, MAX_TOKENS));
            case UNHEALTHY -> Fault.unhealthy();
        };
        Long wait = kind == Fault.Kind.STATUS ? number("The time to wait", retryAfterSeconds, 0, MAX_WAIT) : null;
        return (wait == null ? fault : fault.retryAfter(Duration.ofSeconds(wait))).delayed(Duration.ofMillis(delayMillis));
    }

    private static TokenOperation operation(Fault.Kind kind, String label) {
        return Arrays.stream(TokenOperation.values()).filter(operation -> operation.label().equals(label))
                .filter(kind::hits).findFirst()
                .orElseThrow(() -> new InvalidInputException("Such a fault cannot hit the operation " + label + "."));
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
