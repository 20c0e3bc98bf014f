package io.quarkiverse.authlete.runtime.transport;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.Attempt;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.ResponseTooLargeException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** One request and its answer. All of it happens on the event loop of the call. */
final class Exchange<T> {

    private static final int LAST_FINAL_STATUS = 599;
    /** An error page may be long, and all of it would be kept with the exception. */
    private static final int LONGEST_ERROR_BODY = 64 * 1024;

    private final HttpTransport transport;
    private final Request<T> request;
    private final Attempt<T> attempt;
    private final BodyParts body = new BodyParts();
    private String apiToken;
    private String nonce;
    private HttpClientRequest connected;
    private HttpClientResponse response;
    private long received;

    Exchange(HttpTransport transport, Request<T> request, Attempt<T> attempt) {
        this.transport = transport;
        this.request = request;
        this.attempt = attempt;
    }

    void connect(String apiToken) {
        this.apiToken = apiToken;
        if (!attempt.isDone()) {
            attempt.onAbort(this::abort);
            transport.connect(request, attempt.connectionLimit(), this::connected);
        }
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            fail(transport.answers().missing(request.info(), connection.cause(), false));
            return;
        }
        connected = connection.result();
        // Without one, Vert.x logs what the caller is told.
        connected.exceptionHandler(reported -> {
        });
        try {
            ServiceDpop dpop = transport.answers().dpop();
            if (attempt.isDone()) {
                abort();
            } else if (dpop == null) {
                write("Bearer " + apiToken, null);
            } else {
                // Here and not before: a proof that had to wait for a connection would be old.
                nonce = dpop.nonceAfter(attempt.before());
                URI target = transport.paths().target(request.serviceId(), request.path());
                dpop.proof(request.endpoint().httpMethod(), target, apiToken, nonce).onComplete(this::signed);
            }
        } catch (Throwable e) {
            notSent(e, "The request could not be sent");
        }
    }

    private void signed(AsyncResult<String> proof) {
        try {
            if (proof.failed()) {
                notSent(proof.cause(), "The DPoP proof could not be signed");
            } else {
                write("DPoP " + apiToken, proof.result());
            }
        } catch (Throwable e) {
            notSent(e, "The request could not be sent");
        }
    }

    private void write(String authorization, String proof) {
        transport.metrics().accept(connected);
        transport.putHeaders(connected, request, attempt.headers(), authorization, proof);
        connected.response().onComplete(this::answered);
        // The one decision: from here on the request counts as sent.
        if (!attempt.send()) {
            abort();
        } else if (request.json() == null) {
            connected.end();
        } else {
            connected.end(Buffer.buffer(request.json()));
        }
    }

    private void notSent(Throwable cause, String reason) {
        fail(transport.answers().failures().other(request.info(), cause, attempt.isSent(), reason));
        abort();
    }

    private void answered(AsyncResult<HttpClientResponse> head) {
        if (head.failed()) {
            lost(head.cause());
            return;
        }
        response = head.result().exceptionHandler(this::lost);
        int status = response.statusCode();
        attempt.answered(status);
        if (status < Answers.FIRST_FINAL) {
            // Vert.x believes that this was the answer. What comes now must not reach anybody.
            connected.connection().close();
            fail(transport.answers().notFinal(request.info(), status));
            return;
        }
        response.handler(this::part).endHandler(end -> {
            if (status > LAST_FINAL_STATUS) {
                connected.connection().close();
            }
            Runnable outcome = outcome();
            // Only then Vert.x gives the connection back, so that the next request can have it.
            Vertx.currentContext().runOnContext(later -> outcome.run());
        });
    }

    private void part(Buffer part) {
        received += part.length();
        if (received > transport.settings().maxResponseSize()) {
            lost(new ResponseTooLargeException(transport.settings().maxResponseSize()));
            abort();
        } else if (response.statusCode() < Answers.FIRST_ERROR) {
            body.add(part);
        } else if (body.length() < LONGEST_ERROR_BODY) {
            body.add(part.slice(0, (int) Math.min(part.length(), LONGEST_ERROR_BODY - body.length())));
        }
    }

    /** Reads the answer while the connection is still ours: it is closed if the answer is not ours. */
    private Runnable outcome() {
        try {
            T answer = transport.answers().read(request, response.statusCode(), this::headers, body, apiToken, nonce);
            if (answer == null || request.answeredBy().test(answer)) {
                return () -> attempt.complete(answer);
            }
            // It is that to another request, and so may be whatever comes next on this connection.
            connected.connection().close();
            return () -> fail(transport.answers().failures().unreadable(request.info(), response.statusCode(), headers(),
                    "The answer names another client or another subject than the request: it may be that to another"
                            + " request"));
        } catch (AuthleteException e) {
            return () -> fail(e);
        } catch (Throwable e) {
            return () -> fail(transport.answers().failures().other(request.info(), e, true, "The answer could not be read"));
        }
    }

    /** There is no complete answer. */
    private void lost(Throwable cause) {
        if (!attempt.isDone()) {
            fail(transport.answers().missing(request.info(), cause, attempt.isSent()));
        }
    }

    private void fail(AuthleteException failure) {
        attempt.completeExceptionally(failure);
    }

    /** Gives back a connection that was not used, and closes one whose answer is not complete. */
    private void abort() {
        if (connected != null) {
            connected.reset();
        }
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new HashMap<>();
        for (Map.Entry<String, String> header : response.headers()) {
            headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>(1)).add(header.getValue());
        }
        return headers;
    }
}
