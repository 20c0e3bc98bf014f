package io.quarkiverse.authlete.runtime.audit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Knows for whom a call is made, in applications that have the security extension. */
@Singleton
public class Caller {

    private final Instance<CurrentIdentityAssociation> identities;

    Caller(Instance<CurrentIdentityAssociation> identities) {
        this.identities = identities;
    }

    /**
     * To be asked on the thread that makes the call. It waits for nothing: with lazy authentication, the name may be there
     * later than the call.
     *
     * @return gives the name of the principal; {@code null} as long as nobody is known to be authenticated
     */
    Supplier<@Nullable String> principal() {
        if (!identities.isResolvable() || !Arc.container().requestContext().isActive()) {
            return () -> null;
        }
        AtomicReference<@Nullable String> name = new AtomicReference<>();
        Uni.createFrom().deferred(identities.get()::getDeferredIdentity).subscribe().with(identity -> name.set(name(identity)),
                failure -> {
                    // Whoever wants the identity is told of this; for the audit it is nobody.
                });
        return name::get;
    }

    private static @Nullable String name(SecurityIdentity identity) {
        return identity.isAnonymous() ? null : identity.getPrincipal().getName();
    }
}
