package io.quarkiverse.authlete.runtime.observation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;

/** Tells the listeners of the application. The first of the observers, so that no listener replaces the header of another. */
@Singleton
@Priority(1)
public class Listeners implements CallObserver {

    private final List<Listener> listeners;
    private final Map<String, List<Listener>> services = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();

    Listeners(@All List<InstanceHandle<TokenCallListener>> listeners) {
        this.listeners = listeners.stream().map(Listener::new).toList();
    }

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        if (listeners.isEmpty()) {
            return CallObservation.NOTHING;
        }
        List<Listener> told = services.computeIfAbsent(service,
                name -> listeners.stream().filter(listener -> listener.isToldOf(name)).toList());
        return told.isEmpty() ? CallObservation.NOTHING
                : new ListenedCall(told, calls.incrementAndGet(), service, operation);
    }

    @Override
    public void close() {
        EventQueue.closeAll(listeners.stream().map(Listener::events).toList(), EventQueue.LONGEST_CLOSE);
    }
}
