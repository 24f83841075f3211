package org.wolfgate.demo;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
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
     * @param folder an empty folder of its own
     */
    static EmbeddedBroker start(URI address, Path folder) throws InterruptedException {
        try {
            Path conf = Files.createDirectories(folder.resolve("conf"));
            Files.writeString(conf.resolve("config.xml"), config(address));
            EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(conf)
                    .withDataFolder(Files.createDirectories(folder.resolve("data")))
                    .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                    .withEmbeddedExtension(EmbeddedExtension.builder()
                            .withId("open-on-loopback")
                            .withName("Open on loopback")
                            .withVersion("1")
                            .withAuthor("wolfgate")
                            .withExtensionMain(new OpenToAll())
                            .build())
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

    private static final class OpenToAll implements ExtensionMain {

        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            SimpleAuthenticator open = (in, out) -> out.authenticateSuccessfully();
            Services.securityRegistry().setAuthenticatorProvider(provider -> open);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
    }
}
