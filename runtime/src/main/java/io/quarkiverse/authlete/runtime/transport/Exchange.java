package io.quarkiverse.authlete.runtime.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.DecoderException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.call.Attempt;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.failure.ResponseTooLargeException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** One request and its answer. All of it happens on the event loop of the call. */
final class Exchange<T> {

    private static final int FIRST_FINAL_STATUS = 200;
    private static final int FIRST_ERROR_STATUS = 300;
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

    /** @param apiToken the API token of the service */
    void connect(String apiToken) {
        this.apiToken = apiToken;
        if (!attempt.isDone()) {
            attempt.onAbort(this::abort);
            transport.connect(request, attempt.connectionLimit()).onComplete(this::connected);
        }
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            transport.notConnected(connection.cause());
            fail(transport.failures().transport(request.info(), connection.cause(), false, transport.route()));
            return;
        }
        connected = connection.result();
        // Without one, Vert.x logs what the caller is told.
        connected.exceptionHandler(reported -> {
        });
        try {
            if (attempt.isDone()) {
                abort();
            } else if (transport.proofs() == null) {
                write("Bearer " + apiToken, null);
            } else {
                // Here and not before: a proof that had to wait for a connection would be old.
                nonce = transport.proofs().nonce();
                transport.proofs().sign(request.endpoint().httpMethod(), transport.target(request), apiToken, nonce)
                        .onComplete(this::signed);
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
        transport.hideFromMetrics(connected);
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
        if (attempt.isSent()) {
            fail(transport.failures().other(request.info(), cause, Outcome.UNKNOWN, reason));
        } else {
            fail(transport.failures().other(request.info(), cause, Outcome.NOT_SENT, reason));
        }
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
        if (status < FIRST_FINAL_STATUS) {
            // Vert.x believes that this was the answer. What comes now must not reach anybody.
            connected.connection().close();
            lost(new DecoderException("Status " + status + " is not that of an answer"));
            return;
        }
        response.handler(this::part).endHandler(end -> {
            if (status > LAST_FINAL_STATUS) {
                connected.connection().close();
            }
            // Only then Vert.x gives the connection back, so that the next request can have it.
            Vertx.currentContext().runOnContext(later -> ended());
        });
    }

    private void part(Buffer part) {
        received += part.length();
        if (received > transport.maxResponseSize()) {
            lost(new ResponseTooLargeException(transport.maxResponseSize()));
            abort();
        } else if (response.statusCode() < FIRST_ERROR_STATUS) {
            body.add(part);
        } else if (body.length() < LONGEST_ERROR_BODY) {
            body.add(part.slice(0, (int) Math.min(part.length(), LONGEST_ERROR_BODY - body.length())));
        }
    }

    private void ended() {
        if (attempt.isDone()) {
            return;
        }
        T answer;
        try {
            answer = transport.answers().read(request, response.statusCode(), this::headers, body, apiToken, nonce);
        } catch (AuthleteException e) {
            fail(e);
            return;
        } catch (Throwable e) {
            fail(transport.failures().other(request.info(), e, Outcome.UNKNOWN, "The answer could not be read"));
            return;
        }
        attempt.complete(answer);
    }

    /** There is no complete answer. */
    private void lost(Throwable cause) {
        if (!attempt.isDone()) {
            fail(transport.failures().transport(request.info(), cause, attempt.isSent(), transport.route()));
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
