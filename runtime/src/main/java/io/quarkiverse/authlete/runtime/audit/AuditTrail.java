package io.quarkiverse.authlete.runtime.audit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenAuditEvent;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkiverse.authlete.runtime.observation.EventQueue;

/** Records who did what to which token, off the event loops. */
@Singleton
public class AuditTrail implements CallObserver {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.authlete.audit");

    private final boolean enabled;
    private final Caller caller;
    private final Event<TokenAuditEvent> event;
    private final EventQueue records = new EventQueue("authlete-audit", "The audit trail");
    private final AuditLine line = new AuditLine();

    AuditTrail(AuthleteRuntimeConfig config, Caller caller, Event<TokenAuditEvent> event) {
        this.enabled = config.audit().enabled();
        this.caller = caller;
        this.event = event;
    }

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        return enabled && changesTokens(operation)
                ? new AuditedCall(service, operation, caller.principal(), records, this::record)
                : CallObservation.NOTHING;
    }

    private static boolean changesTokens(TokenOperation operation) {
        return switch (operation) {
            case CREATE, CREATE_BATCH, UPDATE, DELETE, REVOKE -> true;
            case LIST, BATCH_STATUS -> false;
        };
    }

    private void record(TokenAuditEvent record) {
        LOG.info(line.of(record));
        event.fireAsync(record).whenComplete((fired, failure) -> {
            if (failure != null) {
                records.failed(failure);
            }
        });
    }

    @Override
    public void close() {
        records.close();
    }
}
