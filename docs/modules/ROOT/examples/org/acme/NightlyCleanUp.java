package org.acme;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

// tag::nightly[]
@ApplicationScoped
public class NightlyCleanUp {

    private static final Logger LOG = Logger.getLogger(NightlyCleanUp.class);

    @Inject
    TokenCleanUp cleanUp;

    @Scheduled(identity = "token-clean-up", cron = "{clean-up.cron:0 0 3 * * ?}", concurrentExecution = SKIP)
    void run() {
        LOG.infof("Removed %d expired tokens", cleanUp.run());
    }
}
// end::nightly[]
