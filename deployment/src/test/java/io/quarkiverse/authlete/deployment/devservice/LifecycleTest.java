package io.quarkiverse.authlete.deployment.devservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final ServiceSettings SERVICE = ServiceSettings.of("1", "token");

    @Test
    void listensFromStartToClose() throws Exception {
        EmulatorDevService emulator = new EmulatorDevService(EmulatorConfig.of(SERVICE));
        assertThatThrownBy(emulator::getConnectionInfo).isInstanceOf(IllegalStateException.class);
        emulator.start();
        URI url = URI.create(emulator.getConnectionInfo());
        assertThat(url.getHost()).isEqualTo("localhost");
        assertThat(emulator.getContainerId()).isNull();
        new Socket("127.0.0.1", url.getPort()).close();
        emulator.close();
        emulator.close();
        assertThatThrownBy(() -> new Socket("127.0.0.1", url.getPort())).isInstanceOf(ConnectException.class);
    }

    @Test
    void instancesAreIndependent() {
        try (EmulatorDevService one = new EmulatorDevService(EmulatorConfig.of(SERVICE));
                EmulatorDevService other = new EmulatorDevService(EmulatorConfig.of(SERVICE))) {
            one.start();
            other.start();
            assertThat(one.getConnectionInfo()).isNotEqualTo(other.getConnectionInfo());
        }
    }

    @Test
    void portInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                EmulatorDevService emulator = new EmulatorDevService(
                        EmulatorConfig.builder(SERVICE).port(taken.getLocalPort()).build())) {
            assertThatThrownBy(emulator::start).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("quarkus.authlete.devservices.port")
                    // Quarkus looks for a BindException among the causes, and says nothing about this one.
                    .hasNoCause();
        }
    }
}
