package org.acme;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

// tag::observer[]
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkiverse.authlete.event.TokenAuditEvent;

@ApplicationScoped
public class AuditStore {

    void record(@ObservesAsync TokenAuditEvent event) {
        String effect = event.isSuccess() ? "done" : event.outcome().name();
        store(event.time(), event.principal(), event.operation(), event.subject(), effect);
    }
    // end::observer[]

    private final BlockingQueue<String> stored = new LinkedBlockingQueue<>();

    private void store(Object... fields) {
        stored.add(java.util.Arrays.toString(fields));
    }

    public String next() throws InterruptedException {
        return stored.poll(10, java.util.concurrent.TimeUnit.SECONDS);
    }
}
