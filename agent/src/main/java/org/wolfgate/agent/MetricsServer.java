package org.wolfgate.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Serves the agent's figures at {@code /metrics}; to be bound to the loopback address or a maintenance network. */
final class MetricsServer implements AutoCloseable {

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    static MetricsServer start(InetSocketAddress address, Metrics figures) {
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

    private static void answer(HttpExchange exchange, Metrics figures) throws IOException {
        try (exchange) {
            String accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                    .orElse("");
            Metrics.Page page = figures.page(accept);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.sendResponseHeaders(200, page.body().length);
            exchange.getResponseBody().write(page.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
