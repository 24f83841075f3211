package org.wolfgate.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.wolfgate.drivers.modbus.TlsFiles;
import org.wolfgate.peers.Peer;

/** A certificate for 127.0.0.1 that signs itself, made with the JDK's keytool for one test run. */
final class TestAuthority implements AutoCloseable {

    private static final String PASSWORD = "for-tests-only";

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    static TestAuthority make() {
        try {
            TestAuthority made = new TestAuthority(Files.createTempDirectory("tls"));
            made.keytool(Stream.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=device", "-ext", "san=ip:127.0.0.1"));
            made.keytool(Stream.of("-exportcert", "-rfc", "-file", made.trust().toString()));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(Stream<String> options) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> common = List.of(
                "-alias",
                "device",
                "-storepass",
                PASSWORD,
                "-keystore",
                identity().toString());
        Peer.run(
                "a JDK",
                Stream.concat(Stream.concat(Stream.of(keytool.toString()), options), common.stream())
                        .toList());
    }

    /** Key and certificate of the device, as PKCS#12. */
    Path identity() {
        return folder.resolve("device.p12");
    }

    /** The same as one PEM file, for programs that want that. */
    Path identityAsPem() throws IOException, InterruptedException {
        Path pem = folder.resolve("identity.pem");
        List<String> options = List.of("-nodes", "-passin", "pass:" + PASSWORD, "-out", pem.toString());
        Peer.run(
                "openssl",
                Stream.concat(Stream.of("openssl", "pkcs12", "-in", identity().toString()), options.stream())
                        .toList());
        return pem;
    }

    private Path trust() {
        return folder.resolve("device.pem");
    }

    TlsFiles trusting() {
        return TlsFiles.trusting(trust());
    }

    /** The device's side. */
    SSLContext server() {
        try (InputStream in = Files.newInputStream(identity())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
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
            Files.deleteIfExists(identity());
            Files.deleteIfExists(trust());
            Files.deleteIfExists(folder.resolve("identity.pem"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
