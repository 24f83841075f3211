package org.wolfgate.agent.flight;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the ring: written one after the other, the oldest deleted before a new one begins. */
final class Ring implements AutoCloseable {

    private static final int PIECES = 8;
    private static final long SMALLEST_ON_DISK = 4096;
    private static final Pattern NAME = Pattern.compile("flight-(\\d{10})\\.wfr");

    private final Path folder;
    private final long size;
    private final long pieceSize;
    private @Nullable FileChannel piece;
    private long number;

    /** A ring of so many bytes; nothing is touched yet. */
    Ring(Path folder, long size) {
        this.folder = folder;
        this.size = size;
        this.pieceSize = size / PIECES;
    }

    /** The files of a ring, oldest first; none if there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Whether what is written next begins a new file, which should then be readable without those before it. */
    boolean beginsNew(int bytes) throws IOException {
        return piece == null || piece.size() + bytes > pieceSize;
    }

    void write(ByteBuffer block) throws IOException {
        FileChannel open = beginsNew(block.remaining()) ? next() : piece;
        while (open != null && block.hasRemaining()) {
            open.write(block);
        }
    }

    /** Has the system bring to the card what was written. */
    void force() throws IOException {
        if (piece != null) {
            piece.force(false);
        }
    }

    /** A file that an earlier run began is not gone on with: its end may be torn. */
    private FileChannel next() throws IOException {
        close();
        Files.createDirectories(folder);
        List<Path> files = files(folder);
        makeRoom(files);
        number = Math.max(number, files.isEmpty() ? 0 : number(files.get(files.size() - 1))) + 1;
        Path file = folder.resolve(String.format("flight-%010d.wfr", number));
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        piece = opened;
        return opened;
    }

    /** By size, not by number: an agent that starts again and again must not wipe out why it first did. */
    private void makeRoom(List<Path> files) throws IOException {
        long used = 0;
        for (Path file : files) {
            used += onDisk(file);
        }
        for (Path oldest : files) {
            if (used + pieceSize <= size) {
                return;
            }
            used -= onDisk(oldest);
            Files.deleteIfExists(oldest);
        }
    }

    private static long onDisk(Path file) throws IOException {
        return Math.max(Files.size(file), SMALLEST_ON_DISK);
    }

    private static long number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        if (piece != null) {
            piece.force(false);
            piece.close();
            piece = null;
        }
    }
}
