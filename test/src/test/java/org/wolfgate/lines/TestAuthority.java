package org.wolfgate.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.wolfgate.drivers.modbus.TlsFiles;
import org.wolfgate.peers.Peer;
import org.wolfgate.simulate.TlsKeys;

/** A certificate for 127.0.0.1 that signs itself, made with the JDK's keytool for one test run. */
final class TestAuthority implements AutoCloseable {

    private final TlsKeys keys;

    private TestAuthority(TlsKeys keys) {
        this.keys = keys;
    }

    static TestAuthority make() {
        return new TestAuthority(TlsKeys.fresh());
    }

    /** Key and certificate of the device, as PKCS#12. */
    Path identity() {
        return keys.identity();
    }

    /** The same as one PEM file, for programs that want that. */
    Path identityAsPem() throws IOException, InterruptedException {
        Path pem = keys.identity().resolveSibling("identity.pem");
        List<String> options = List.of("-nodes", "-passin", "pass:" + TlsKeys.PASSWORD, "-out", pem.toString());
        Peer.run(
                "openssl",
                Stream.concat(Stream.of("openssl", "pkcs12", "-in", identity().toString()), options.stream())
                        .toList());
        return pem;
    }

    TlsFiles trusting() {
        return TlsFiles.trusting(keys.trust());
    }

    /** The device's side. */
    SSLContext server() {
        try (InputStream in = Files.newInputStream(identity())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, TlsKeys.PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, TlsKeys.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            Path folder = Objects.requireNonNull(identity().getParent());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
