package io.quarkiverse.authlete.deployment.faults;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.authlete.deployment.faults.Call.Column;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;

/** A row of the fault matrix: a fault, and what each kind of call makes of it. */
final class FaultCase {

    private final String name;
    private final String documentedAs;
    private final FaultScript script;
    private final Class<? extends AuthleteException> exception;
    private final Outcome outcome;
    private final Map<Column, Integer> attempts = new EnumMap<>(Column.class);
    private final Set<Call> calls = EnumSet.allOf(Call.class);
    private final Set<Call> successful = EnumSet.noneOf(Call.class);
    private String service = "<default>";
    private boolean seenByServer = true;
    private boolean slow;

    private FaultCase(String name, String documentedAs, FaultScript script, Class<? extends AuthleteException> exception,
            Outcome outcome) {
        this.name = name;
        this.documentedAs = documentedAs;
        this.script = script;
        this.exception = exception;
        this.outcome = outcome;
    }

    /**
     * @param name what happens
     * @param documentedAs the row of the documented retry table that it proves, {@code null} if it is a detail of none
     * @param script what the server does
     * @param exception what the caller gets
     * @param outcome what the exception says of the effect
     * @param list how many requests a list makes
     * @param idempotent how many requests a delete, revoke or update makes
     * @param once how many requests a create, or an update with a new value, makes
     */
    static FaultCase of(String name, String documentedAs, FaultScript script, Class<? extends AuthleteException> exception,
            Outcome outcome, int list, int idempotent, int once) {
        FaultCase fault = new FaultCase(name, documentedAs, script, exception, outcome);
        fault.attempts.put(Column.LIST, list);
        fault.attempts.put(Column.IDEMPOTENT, idempotent);
        fault.attempts.put(Column.ONCE, once);
        return fault;
    }

    /** No request arrives completely, although the client tries. */
    FaultCase serverSeesNothing() {
        seenByServer = false;
        return this;
    }

    /** Each call waits for time to pass, so that all are made at once. */
    FaultCase slow() {
        slow = true;
        return this;
    }

    /** The calls go to the service with this name, which is configured for the fault. */
    FaultCase service(String service) {
        this.service = service;
        return this;
    }

    /** Other answers than these have nothing that could be wrong in this way. */
    FaultCase only(Call... affected) {
        calls.retainAll(Set.of(affected));
        return this;
    }

    /** For these calls it is no fault. */
    FaultCase succeeds(Call... unaffected) {
        successful.addAll(Set.of(unaffected));
        return this;
    }

    String name() {
        return name;
    }

    String documentedAs() {
        return documentedAs;
    }

    FaultScript script() {
        return script;
    }

    Class<? extends AuthleteException> exception() {
        return exception;
    }

    Outcome outcome() {
        return outcome;
    }

    String service() {
        return service;
    }

    Set<Call> calls() {
        return calls;
    }

    boolean isSlow() {
        return slow;
    }

    boolean fails(Call call) {
        return !successful.contains(call);
    }

    int attempts(Column column) {
        return attempts.get(column);
    }

    int attempts(Call call) {
        return fails(call) ? attempts(call.column()) : 1;
    }

    int requestsSeen(Set<Call> calls) {
        return seenByServer ? calls.stream().mapToInt(this::attempts).sum() : 0;
    }

    /** Whether a failed call may be made again without the danger of doing the same thing twice. */
    boolean safeToRetry(Call call) {
        return outcome != Outcome.UNKNOWN || call.column() != Column.ONCE;
    }
}
