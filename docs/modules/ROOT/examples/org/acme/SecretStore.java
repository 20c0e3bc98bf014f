package org.acme;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Something that has secrets, and has rotated them without telling. */
@ApplicationScoped
public class SecretStore {

    private final AtomicInteger reads = new AtomicInteger();
    private volatile String current = "a-token-that-is-no-longer-valid";

    public Uni<String> read(String name) {
        return Uni.createFrom().item(() -> {
            reads.incrementAndGet();
            return current;
        });
    }

    int reads() {
        return reads.get();
    }

    void rotate(String apiToken) {
        current = apiToken;
    }
}
