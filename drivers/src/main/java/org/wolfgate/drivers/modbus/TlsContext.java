package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes the runtime's TLS from the files of a line. */
final class TlsContext {

    private TlsContext() {}

    /** Reads the files anew each time, so that renewed certificates act with the next connection. */
    static SSLContext of(TlsFiles files) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(files), trust(files), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(
                    "the TLS files cannot be used (" + e.getMessage() + "); check their paths and format", e);
        }
    }

    private static TrustManager @Nullable [] trust(TlsFiles files) throws GeneralSecurityException, IOException {
        if (files.trust().isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(files.trust().get())) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + number++, one);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(TlsFiles files) throws GeneralSecurityException, IOException {
        Optional<Path> identity = files.identity();
        if (identity.isEmpty()) {
            return null;
        }
        char[] password = password(files);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(identity.get())) {
            store.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static char[] password(TlsFiles files) throws IOException {
        Optional<Path> file = files.password();
        return file.isEmpty()
                ? new char[0]
                : Files.readString(file.get()).lines().findFirst().orElse("").toCharArray();
    }
}
