package org.wolfgate.agent.flight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a ring, which may be in use: every whole block, oldest first; what is torn or damaged is passed over. */
public final class FlightReader {

    private FlightReader() {}

    /**
     * What a reading came upon.
     *
     * @param entries handed over
     * @param damagedBytes passed over because no whole block stands there
     */
    public record Found(long entries, long damagedBytes) {}

    /**
     * Hands every entry over.
     *
     * @param place the folder of a ring, or one of its files
     * @throws IOException naming the file, if one cannot be read
     */
    public static Found read(Path place, Consumer<FlightEntry> taker) throws IOException {
        List<Path> files = Files.isDirectory(place) ? Ring.files(place) : List.of(place);
        long entries = 0;
        long damaged = 0;
        for (Path file : files) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            while (bytes.hasRemaining()) {
                Optional<byte[]> text = Block.unpack(bytes);
                if (text.isPresent()) {
                    entries += lines(text.get(), taker);
                } else {
                    bytes.get();
                    damaged++;
                }
            }
        }
        return new Found(entries, damaged);
    }

    private static long lines(byte[] text, Consumer<FlightEntry> taker) {
        long[] count = {0};
        new String(text, UTF_8)
                .lines()
                .forEach(line -> FlightEntry.read(line).ifPresent(entry -> {
                    count[0]++;
                    taker.accept(entry);
                }));
        return count[0];
    }
}
