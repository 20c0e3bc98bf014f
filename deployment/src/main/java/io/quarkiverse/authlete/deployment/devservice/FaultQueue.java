package io.quarkiverse.authlete.deployment.devservice;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Predicate;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;

/** The faults that wait for a call, in the order in which they were added. */
final class FaultQueue {

    private final List<Fault> faults = new ArrayList<>();

    synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** @param fault the first of those that are like it is removed, however many calls are left to it */
    synchronized void remove(Fault fault) {
        Fault wanted = fault.untilCleared();
        for (Fault pending : faults) {
            if (pending.untilCleared().equals(wanted)) {
                faults.remove(pending);
                return;
            }
        }
    }

    /** The first fault that fits the call, which is then used up once. */
    Optional<Fault> take(String serviceId, TokenOperation operation) {
        return take(fault -> (fault.operation() == null || fault.operation() == operation) && fault.kind().hits(operation)
                && concerns(fault, serviceId));
    }

    /** The first fault that hits the health check, which belongs to no service. */
    Optional<Fault> takeUnhealthy() {
        return take(fault -> fault.kind() == Fault.Kind.UNHEALTHY);
    }

    private synchronized Optional<Fault> take(Predicate<Fault> fits) {
        ListIterator<Fault> pending = faults.listIterator();
        while (pending.hasNext()) {
            Fault fault = pending.next();
            if (fits.test(fault)) {
                if (fault.times() != null && fault.times() == 1) {
                    pending.remove();
                } else if (fault.times() != null) {
                    pending.set(fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** @param serviceId only the faults that may hit this service; null for all */
    synchronized List<Fault> pending(String serviceId) {
        return faults.stream().filter(fault -> concerns(fault, serviceId)).toList();
    }

    /** @param serviceId only the faults that may hit this service; null for all */
    synchronized void clear(String serviceId) {
        faults.removeIf(fault -> concerns(fault, serviceId));
    }

    private static boolean concerns(Fault fault, String serviceId) {
        return serviceId == null || fault.serviceId() == null || fault.serviceId().equals(serviceId);
    }
}
