package io.quarkiverse.authlete.deployment.devservice;

import java.util.function.LongPredicate;

/** What a service of the emulator knows of a client. */
final class Clients {

    enum Standing {
        OWN,
        LOCKED,
        OF_ANOTHER_SERVICE,
        UNKNOWN
    }

    private final ServiceSettings service;
    private final LongPredicate elsewhere;

    /** @param elsewhere whether another service names the client */
    Clients(ServiceSettings service, LongPredicate elsewhere) {
        this.service = service;
        this.elsewhere = elsewhere;
    }

    Standing of(long clientId) {
        if (clientId <= 0) {
            return Standing.UNKNOWN;
        }
        if (service.lockedClients().contains(clientId)) {
            return Standing.LOCKED;
        }
        if (service.ownsClient(clientId)) {
            return Standing.OWN;
        }
        return elsewhere.test(clientId) ? Standing.OF_ANOTHER_SERVICE : Standing.UNKNOWN;
    }
}
