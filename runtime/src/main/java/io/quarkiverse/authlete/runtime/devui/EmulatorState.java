package io.quarkiverse.authlete.runtime.devui;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;

/**
 * What the emulator knows of a service.
 *
 * @param url where the emulator is
 * @param now its time, in milliseconds since the epoch
 * @param faults those that have not been used up, in their order
 * @param requests the last ones, the latest first
 */
public record EmulatorState(String url, long now, List<PendingFault> faults, List<Request> requests) {

    /**
     * A fault.
     *
     * @param text what goes wrong
     * @param operation the operation, {@code null} for any
     * @param times how many calls are left, {@code null} until cleared
     * @param processed whether the call is carried out before
     */
    public record PendingFault(String text, String operation, Integer times, boolean processed) {

        static PendingFault of(Fault fault) {
            return new PendingFault(describe(fault), label(fault.operation()), fault.times(), fault.processed());
        }
    }

    /**
     * A request, of which neither path nor headers nor body are shown.
     *
     * @param time when it arrived, in milliseconds since the epoch
     * @param operation what was called, {@code null} if unknown
     * @param status what was answered, {@code null} for nothing
     * @param millis how long it took to answer, {@code null} while the answer is held back
     * @param fault what has gone wrong on demand, {@code null} for nothing
     */
    public record Request(long time, String operation, Integer status, Long millis, String fault) {

        static Request of(RecordedRequest request) {
            return new Request(request.time().toEpochMilli(), label(request.operation()), request.status(),
                    request.duration() == null ? null : (Long) request.duration().toMillis(),
                    request.fault() == null ? null : describe(request.fault()));
        }
    }

    private static String label(TokenOperation operation) {
        return operation == null ? null : operation.label();
    }

    private static String describe(Fault fault) {
        StringBuilder text = new StringBuilder(switch (fault.kind()) {
            case STATUS -> "HTTP " + fault.status();
            case ACTION -> "action " + fault.action();
            case CONNECTION_RESET -> "connection reset";
            case TRUNCATED_BODY -> "truncated body";
            case DELAY -> "late answer";
            case BATCH_FAILURE -> "batch fails after " + fault.tokens() + " tokens";
            case UNHEALTHY -> "unhealthy";
        });
        if (fault.retryAfter() != null) {
            text.append(fault.status() == 429 ? ", RateLimit-Reset: " : ", Retry-After: ")
                    .append(fault.retryAfter().toSeconds());
        }
        if (fault.delay().compareTo(Duration.ZERO) > 0) {
            text.append(", after ").append(fault.delay().toMillis()).append(" ms");
        }
        return text.toString();
    }
}
