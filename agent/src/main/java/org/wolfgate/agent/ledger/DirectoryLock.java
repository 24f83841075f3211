package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The right to write a ledger directory: one agent at a time, given up by the kernel when the process dies. */
final class DirectoryLock implements AutoCloseable {

    /**
     * What this process holds. To open and close a second channel on a locked file would silently drop the lock of the
     * first (fcntl(2)), so a second attempt must not get as far as the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!HELD.add(real)) {
            throw inUse(real, "this process");
        }
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(real.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(real, owner(real));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
            return new DirectoryLock(real, channel);
        } catch (IOException | RuntimeException e) {
            giveUp(real, channel);
            throw e;
        }
    }

    /** The process that writes the directory now; empty if none does. */
    static Optional<String> holder(Path directory) {
        Path file = directory.resolve("ledger.lock");
        try {
            if (HELD.contains(directory.toRealPath())) {
                return Optional.of(Long.toString(ProcessHandle.current().pid()));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock free = channel.tryLock(0, Long.MAX_VALUE, true);
            if (free != null) {
                free.release();
                return Optional.empty();
            }
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void giveUp(Path directory, @Nullable FileChannel channel) throws IOException {
        HELD.remove(directory);
        if (channel != null) {
            channel.close();
        }
    }

    private static LedgerException inUse(Path directory, String owner) {
        return new LedgerException("opening the ledger in " + directory + ": " + owner
                + " already writes it; stop that agent, or give this one a directory of its own");
    }

    private static String owner(Path directory) {
        try {
            return "process "
                    + Files.readString(directory.resolve("ledger.lock")).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() throws IOException {
        giveUp(directory, channel);
    }
}
