package io.quarkiverse.authlete.deployment.faults;

import java.io.IOException;

/**
 * What a {@link FaultServer} does.
 *
 * @param accepted what it does with a new connection before it reads the first request
 * @param request what it does with a request that has arrived completely
 */
record FaultScript(OnAccept accepted, OnRequest request) {

    /** The server as it should be. */
    static final FaultScript GOOD = onRequest((request, connection) -> connection.answerWell(request));

    interface OnAccept {

        void run(FaultConnection connection) throws IOException, InterruptedException;
    }

    interface OnRequest {

        void run(ReceivedRequest request, FaultConnection connection) throws IOException, InterruptedException;
    }

    static FaultScript onAccept(OnAccept fault) {
        return new FaultScript(fault, GOOD.request);
    }

    static FaultScript onRequest(OnRequest fault) {
        return new FaultScript(connection -> {
        }, fault);
    }

    /** Answers with a status, its headers and a body whose length is told. */
    static FaultScript answer(String status, String body, String... headers) {
        return onRequest((request, connection) -> connection.answer(status, body, headers));
    }

    /** Writes exactly this and closes the connection in an orderly way. */
    static FaultScript writeAndClose(String bytes) {
        return onRequest((request, connection) -> {
            connection.write(bytes);
            connection.close();
        });
    }

    /** Writes exactly this, and then is silent for as long as the client bears it. */
    static FaultScript writeAndStall(String bytes) {
        return onRequest((request, connection) -> {
            connection.write(bytes);
            connection.awaitEnd();
        });
    }
}
