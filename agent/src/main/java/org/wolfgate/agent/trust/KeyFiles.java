package org.wolfgate.agent.trust;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Key files on the storage. A private key is for its owner alone. */
final class KeyFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFiles() {}

    static String readPrivate(Path file) throws TrustException {
        try {
            Set<PosixFilePermission> mode = EnumSet.copyOf(OWNER_ONLY);
            Set<PosixFilePermission> seen = Files.getPosixFilePermissions(file);
            mode.addAll(seen);
            if (!mode.equals(OWNER_ONLY)) {
                throw new TrustException("its mode is " + PosixFilePermissions.toString(seen)
                        + ", others than its owner could use it; run chmod 600 " + file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new TrustException(e + "; check the path, or make a key with wolfgate keys make", e);
        }
    }

    static void writePrivate(Path file, String text) throws TrustException {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(file, text + "\n");
        } catch (FileAlreadyExistsException e) {
            throw new TrustException(file + " is there already; a key is never overwritten, choose another name", e);
        } catch (IOException e) {
            throw new TrustException("writing the key " + file + ": " + e, e);
        }
    }

    static String readPublic(Path file) throws TrustException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TrustException("reading the keys " + file + ": " + e + "; check the path", e);
        }
    }

    /** Replaces a file of public keys in one step, so that nobody ever reads half of it. */
    static void writePublic(Path file, String text) throws TrustException {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, text + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TrustException("writing the keys " + file + ": " + e, e);
        }
    }
}
