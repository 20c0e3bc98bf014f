package io.quarkiverse.authlete.runtime.transport;

import java.net.URI;

import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * Signs the DPoP proofs of one service off the event loops, since an RSA signature takes milliseconds, and on threads of its
 * own, since those of the application may all wait for these very calls.
 */
final class Proofs {

    private static final int THREADS = 2;

    private final ServiceDpop dpop;
    private final WorkerExecutor threads;

    Proofs(ServiceDpop dpop, Vertx vertx) {
        this.dpop = dpop;
        this.threads = vertx.createSharedWorkerExecutor("authlete-dpop", THREADS);
    }

    /**
     * @param before why the attempt before failed, {@code null} if there was none
     * @return the nonce for the next proof, {@code null} if there is none: that of its own refusal, since the answer to another
     *         call may have brought one that is used up by now
     */
    String nonceAfter(AuthleteException before) {
        return before instanceof AuthleteDpopRefusedException refused && refused.nonceSupplied()
                ? ErrorAnswers.all(refused.headers(), "DPoP-Nonce").get(0)
                : dpop.nonce();
    }

    Future<String> sign(String method, URI target, String apiToken, String nonce) {
        return threads.executeBlocking(() -> dpop.proof(method, target, apiToken, nonce), false);
    }

    void close() {
        threads.close();
    }
}
