package io.quarkiverse.authlete.deployment.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.bulk.BulkServer;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Behaviour;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Received;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.rest.TokenApi;

/**
 * What a service does, or may do, and a client must cope with.
 *
 * @param name states the fact
 * @param server makes a server that behaves so, anew for each run
 * @param check calls it
 */
record ClientFact(String name, Supplier<Behaviour> server, Check check) {

    interface Check {

        void run(Clients clients) throws Exception;
    }

    /** The clients of an application, and what they have sent. */
    record Clients(TokenOperations tokens, ReactiveTokenOperations reactive, TokenApi api, BulkServer server) {

        List<Received> sent() {
            return server.requests();
        }
    }

    /** A server that answers everything in the same way. */
    static ClientFact always(String name, Response response, Check check) {
        return new ClientFact(name, () -> request -> response, check);
    }

    /** A server that gives these answers one after the other, and then fails. */
    static ClientFact inTurn(String name, List<Response> responses, Check check) {
        return new ClientFact(name, () -> {
            Queue<Response> left = new ConcurrentLinkedQueue<>(responses);
            return request -> left.isEmpty() ? json(400, "{'resultMessage':'no more requests were expected'}") : left.remove();
        }, check);
    }

    /** What the call fails with, which it must. */
    static <T extends AuthleteException> T failure(Class<T> type, ThrowingCallable call) {
        T failure = catchThrowableOfType(type, call);
        assertThat(failure).as(type.getSimpleName()).isNotNull();
        return failure;
    }

    /** @param body JSON with single quotes */
    static Response json(int status, String body) {
        return new Response(status, body.replace('\'', '"'), Map.of());
    }

    static Response ok(String body) {
        return json(200, body);
    }

    static Response html(int status, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "text/html");
        return new Response(status, "<html><head><title>" + status + "</title></head><body>nginx</body></html>", all);
    }
}
