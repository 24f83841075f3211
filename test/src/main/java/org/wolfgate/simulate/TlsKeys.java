package org.wolfgate.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.TlsFiles;

/**
 * Key and certificate of simulated devices, for 127.0.0.1 and localhost, signed by themselves. For practice and tests only:
 * the password is in the source.
 */
public final class TlsKeys {

    /** Of the identity. */
    public static final String PASSWORD = "for-tests-only";

    private final Path folder;

    private TlsKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * The keys of a folder, made with the JDK's keytool if they are not there yet.
     *
     * @throws UncheckedIOException if they cannot be made
     */
    public static TlsKeys in(Path folder) {
        TlsKeys keys = new TlsKeys(folder);
        try {
            if (!Files.exists(keys.trust())) {
                Files.createDirectories(folder);
                Files.writeString(keys.password(), PASSWORD + "\n");
                keys.keytool(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=device",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost");
                keys.keytool("-exportcert", "-rfc", "-file", keys.trust().toString());
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("keys for simulated TLS devices cannot be made in " + folder, e);
        }
    }

    /** In a fresh folder of their own. */
    public static TlsKeys fresh() {
        try {
            return in(Files.createTempDirectory("wolfgate-tls"));
        } catch (IOException e) {
            throw new UncheckedIOException("keys for simulated TLS devices cannot be made", e);
        }
    }

    private void keytool(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-alias",
                "device",
                "-storepass",
                PASSWORD,
                "-keystore",
                identity().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", options) + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What the devices show of themselves. */
    TlsFiles files() {
        return new TlsFiles(Optional.empty(), Optional.of(identity()), Optional.of(password()), true);
    }

    /** Key and certificate, as PKCS#12. */
    public Path identity() {
        return folder.resolve("device.p12");
    }

    /** The certificate to be trusted, as PEM. */
    public Path trust() {
        return folder.resolve("device.pem");
    }

    private Path password() {
        return folder.resolve("password.txt");
    }
}
