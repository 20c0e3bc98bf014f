package io.quarkiverse.authlete.deployment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls what the pages of the Dev UI call, in the same way. */
public final class DevUiClient implements AutoCloseable {

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private WebSocket socket;
    private int lastId;

    private DevUiClient() {
    }

    /** @param port of the application in dev mode */
    public static DevUiClient open(int port) throws Exception {
        DevUiClient client = new DevUiClient();
        client.socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/q/dev-ui/json-rpc-ws"), client.new Listener())
                .get(1, TimeUnit.MINUTES);
        return client;
    }

    /**
     * @param method a method of one of the JSON-RPC classes of the extension
     * @param parameters the parameters by name, as JSON
     * @return the whole answer
     */
    public String call(String method, String parameters) throws Exception {
        int id = ++lastId;
        socket.sendText("{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"quarkus-authlete_%s\",\"params\":%s}"
                .formatted(id, method, parameters), true).get(1, TimeUnit.MINUTES);
        String answer;
        do {
            answer = answers.poll(1, TimeUnit.MINUTES);
            if (answer == null) {
                throw new TimeoutException("No answer to " + method);
            }
        } while (!answer.replaceAll("\\s", "").contains("\"id\":" + id + ","));
        return answer;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answers.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
