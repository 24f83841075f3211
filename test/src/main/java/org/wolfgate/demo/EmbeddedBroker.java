package org.wolfgate.demo;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** HiveMQ's open-source broker inside this process, on the loopback interface, open to every client on this machine. */
final class EmbeddedBroker implements AutoCloseable {

    private final EmbeddedHiveMQ broker;

    private EmbeddedBroker(EmbeddedHiveMQ broker) {
        this.broker = broker;
    }

    /**
     * Starts a broker and waits until it listens.
     *
     * @param address tcp://host:port on the loopback interface
     * @param folder a folder of its own
     */
    static EmbeddedBroker start(URI address, Path folder) throws InterruptedException {
        try {
            Path conf = Files.createDirectories(folder.resolve("conf"));
            Files.writeString(conf.resolve("config.xml"), config(address));
            Files.writeString(conf.resolve("logback.xml"), logging(folder.resolve("broker.log")));
            EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(conf)
                    .withDataFolder(Files.createDirectories(folder.resolve("data")))
                    .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                    .build();
            broker.start().get();
            return new EmbeddedBroker(broker);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the demo's broker in " + folder, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the demo's broker did not start on " + address + ": " + e.getCause() + "; is the port in use?", e);
        }
    }

    @Override
    public void close() {
        try {
            broker.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo's broker did not stop cleanly", e);
        }
    }

    private static String config(URI address) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener>
                      <port>%d</port>
                      <bind-address>%s</bind-address>
                    </tcp-listener>
                  </listeners>
                  <persistence><mode>in-memory</mode></persistence>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(address.getPort(), address.getHost());
    }

    private static String logging(Path file) {
        return """
                <configuration>
                  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>
                    <encoder><pattern>%%date %%-5level %%msg%%n</pattern></encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="FILE"/></root>
                </configuration>
                """.formatted(file);
    }
}
