package org.wolfgate.agent.uplink.sparkplug;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What outlives a run: the last session's number, and up to which record the host was told; replaced as a whole. */
public final class SessionFile {

    private final Path file;

    /**
     * What is kept.
     *
     * @param bdSeq 0 to 255, of the last session
     * @param mark intervals up to this record were sent while the host was there, and had time to arrive
     */
    public record Session(long bdSeq, long mark) {}

    /** @param folder of the agent's data */
    public SessionFile(Path folder) {
        this.file = folder.resolve("sparkplug.session");
    }

    /** What was kept last; empty at the first start, or if the file is damaged. */
    public Optional<Session> read() {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            return Optional.of(new Session(Long.parseLong(words[0]), Long.parseLong(words[1])));
        } catch (NoSuchFileException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading " + file + ": " + e + "; check its permissions", e);
        }
    }

    /** Keeps; after a power cut either this or what was there before is read. */
    public void write(Session session) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        byte[] text = (session.bdSeq() + " " + session.mark() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("writing " + file + ": " + e + "; is the disk full?", e);
        }
    }
}
