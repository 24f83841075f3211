package org.wolfgate.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Serves the agent's figures at {@code /metrics}; to be bound to the loopback address or a maintenance network. */
final class MetricsServer implements AutoCloseable {

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    static MetricsServer start(InetSocketAddress address, Supplier<String> figures) {
        try {
            HttpServer server = HttpServer.create(address, 4);
            server.createContext("/metrics", exchange -> answer(exchange, figures));
            server.start();
            return new MetricsServer(server);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "serving metrics on " + address + ": " + e.getMessage() + "; choose another address with --metrics",
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Supplier<String> figures) throws IOException {
        try (exchange) {
            byte[] body = figures.get().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
