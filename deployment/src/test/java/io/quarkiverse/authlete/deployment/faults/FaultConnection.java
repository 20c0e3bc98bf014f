package io.quarkiverse.authlete.deployment.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The server's end of a connection, with the means to misuse it. */
final class FaultConnection implements Closeable {

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;

    FaultConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.input = new BufferedInputStream(socket.getInputStream());
        this.output = socket.getOutputStream();
    }

    /** @return the next request when all of it has arrived; {@code null} if the client ends the connection before */
    ReceivedRequest readRequest() throws IOException {
        String head = readHead();
        if (head == null) {
            return null;
        }
        byte[] body = input.readNBytes(contentLength(head));
        if (body.length < contentLength(head)) {
            return null;
        }
        String[] requestLine = head.substring(0, head.indexOf('\r')).split(" ");
        return new ReceivedRequest(requestLine[0], requestLine[1], head, new String(body, StandardCharsets.UTF_8),
                System.nanoTime());
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int window = 0;
        for (int b = input.read(); b >= 0; b = input.read()) {
            head.write(b);
            window = window << 8 | b;
            if (window == 0x0D0A0D0A) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }

    private static int contentLength(String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("\r\ntransfer-encoding:")) {
            throw new IOException("This server reads only bodies whose length is told");
        }
        int header = lower.indexOf("\r\ncontent-length:");
        if (header < 0) {
            return 0;
        }
        int value = header + "\r\ncontent-length:".length();
        return Integer.parseInt(lower.substring(value, lower.indexOf('\r', value)).strip());
    }

    /** Waits until the client has begun to send something. */
    void awaitFirstByte() throws IOException {
        if (input.read() < 0) {
            throw new IOException("The client has sent nothing");
        }
    }

    /** Waits until the client ends the connection. */
    void awaitEnd() throws IOException {
        while (input.read() >= 0) {
            // Nothing is expected any more; whatever comes does not matter.
        }
    }

    void write(String bytes) throws IOException {
        output.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        output.flush();
    }

    void answer(String status, String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        write(head + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    void answerJson(String body) throws IOException {
        answer("200 OK", body, "Content-Type: application/json");
    }

    /** Answers as a server in good health would. */
    void answerWell(ReceivedRequest request) throws IOException {
        if (request.method().equals("DELETE")) {
            write("HTTP/1.1 204 No Content\r\n\r\n");
        } else {
            answerJson(Answers.goodFor(request));
        }
    }

    /** Ends the connection by a TCP reset. */
    void reset() throws IOException {
        // close() of an SSL socket would send an alert first, but no script resets one.
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the sending half, so that the client notices and closes the connection. */
    void finish() {
        if (socket.isOutputShutdown()) {
            return;
        }
        try {
            socket.shutdownOutput();
        } catch (IOException | UnsupportedOperationException e) {
            close();
        }
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is to be gone, and it is.
        }
    }
}
