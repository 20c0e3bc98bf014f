package io.quarkiverse.authlete.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** nginx on a CPU of its own, with the answers of {@link TokenServer}. */
final class NginxProcess implements AutoCloseable {

    private static final String CONFIGURATION = """
            user %s;
            worker_processes 1;
            daemon off;
            pid nginx.pid;
            error_log stderr;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                default_type application/json;
                keepalive_requests 1000000000;
                server {
                    listen 127.0.0.1:%d;
                    location = /api/1000/auth/token/create { return 200 '%s'; }
                    location = /api/1000/auth/token/get/list { alias %s/$arg_end.json; }
                }
            }
            """;

    private final Path directory = Files.createTempDirectory("nginx");
    private final Process process;
    private final String url;

    NginxProcess(int cpu) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(directory.resolve("nginx.conf"), CONFIGURATION.formatted(System.getProperty("user.name"), port,
                TokenServer.CREATED, directory));
        Files.writeString(directory.resolve(Requests.LONG_LIST + ".json"), TokenServer.list(Requests.LONG_LIST));
        List<String> command = new ArrayList<>(OnCpu.command(cpu));
        Collections.addAll(command, "nginx", "-e", "stderr", "-p", directory.toString(), "-c", "nginx.conf");
        process = new ProcessBuilder(command).inheritIO().start();
        // A benchmark that fails does not close its server.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        url = "http://localhost:" + port;
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        try (var files = Files.walk(directory)) {
            files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
