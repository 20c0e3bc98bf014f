package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No web page controls the emulator, whatever its browser can be made to send. */
class ControlGuardTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    @Test
    void testsAndToolsMayCall() throws IOException {
        assertThat(reset("Host: localhost:8080", "Content-Type: application/json")).startsWith("HTTP/1.1 204");
        assertThat(reset("Host: 127.0.0.1", "Content-Type: application/json; charset=utf-8")).startsWith("HTTP/1.1 204");
    }

    @Test
    void anotherOriginMayNot() throws IOException {
        assertThat(reset("Host: localhost", "Content-Type: application/json", "Origin: https://evil.example"))
                .startsWith("HTTP/1.1 403").contains("Origin").doesNotContainIgnoringCase("Access-Control");
        assertThat(reset("Host: localhost", "Content-Type: application/json", "Origin: null")).startsWith("HTTP/1.1 403");
        assertThat(send("OPTIONS", "Host: localhost", "Origin: https://evil.example",
                "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type"))
                .startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("Access-Control");
    }

    @Test
    void whatAPageMaySendWithoutAskingIsRefused() throws IOException {
        assertThat(reset("Host: localhost", "Content-Type: text/plain")).startsWith("HTTP/1.1 403").contains("Content-Type");
        assertThat(reset("Host: localhost", "Content-Type: application/x-www-form-urlencoded")).startsWith("HTTP/1.1 403");
        assertThat(reset("Host: localhost")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aNameThatOnlyLeadsHereIsRefused() throws IOException {
        assertThat(reset("Host: evil.example:8080", "Content-Type: application/json")).startsWith("HTTP/1.1 403")
                .contains("Host");
        assertThat(reset("Host: localhost.evil.example", "Content-Type: application/json")).startsWith("HTTP/1.1 403");
        assertThat(reset("Host: localhost", "Host: evil.example", "Content-Type: application/json"))
                .doesNotStartWith("HTTP/1.1 2");
    }

    private String reset(String... headers) throws IOException {
        return send("POST", headers);
    }

    private String send(String method, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(emulator.url()).getPort())) {
            String head = method + " /emulator/reset HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
