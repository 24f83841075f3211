package org.wolfgate.agent.flight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries on a thread of its own. Whoever tells it something is never held up: what does not fit into the queue,
 * the day's allowance or the storage is counted, and the count is the next entry. Decisions reach the file within a
 * second, the rest within thirty.
 */
public final class FlightRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlightRecorder.class);
    private static final int QUEUE = 8192;
    private static final int BLOCK = 256 * 1024;
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);
    private static final long LATER = TimeUnit.SECONDS.toNanos(30);
    private static final long CLOSE_MILLIS = 3_000;

    private final Ring ring;
    private final WriteAllowance allowance;
    private final LongSupplier nanos;
    private final ArrayBlockingQueue<Told> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong overflow = new AtomicLong();
    private final AtomicLong lostInAll = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final Map<Worth, Long> tooMuch = new EnumMap<>(Worth.class);
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final Thread thread;
    private long flushBy = Long.MAX_VALUE;
    private long entriesInBlock;
    private Instant lastAt = Instant.EPOCH;
    private boolean urgent;
    private volatile boolean closed;
    private volatile boolean newPiece = true;
    private Optional<String> trouble = Optional.empty();

    private record Told(Instant at, Worth worth, Supplier<FlightEntry> entry) {}

    /** A recorder that writes into a folder, made if it is not there. */
    public static FlightRecorder start(Path folder, FlightSettings settings) {
        return start(folder, settings, System::nanoTime);
    }

    static FlightRecorder start(Path folder, FlightSettings settings, LongSupplier nanos) {
        FlightRecorder recorder = new FlightRecorder(new Ring(folder, settings.size()), settings.bytesPerDay(), nanos);
        recorder.thread.start();
        return recorder;
    }

    private FlightRecorder(Ring ring, long bytesPerDay, LongSupplier nanos) {
        this.ring = ring;
        this.nanos = nanos;
        this.allowance = new WriteAllowance(bytesPerDay, nanos.getAsLong());
        this.thread = new Thread(this::run, "flight-recorder");
        thread.setDaemon(true);
    }

    /**
     * Tells it something; returns at once.
     *
     * @param entry made on the recorder's thread, from values that do not change any more
     */
    public void tell(Instant at, Worth worth, Supplier<FlightEntry> entry) {
        if (closed || !queue.offer(new Told(at, worth, entry))) {
            overflow.incrementAndGet();
        }
    }

    /** Whether a new file has begun, so that the next entry should be a whole state; asked once for each. */
    public boolean wantsState() {
        boolean wanted = newPiece;
        newPiece = false;
        return wanted;
    }

    /** Entries that were not kept in this run. */
    public long lost() {
        return lostInAll.get() + overflow.get();
    }

    /** Bytes written in this run. */
    public long bytesWritten() {
        return written.get();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !queue.isEmpty()) {
            try {
                Told told = queue.poll(100, TimeUnit.MILLISECONDS);
                if (told != null) {
                    add(told);
                }
                if (block.size() >= BLOCK || nanos.getAsLong() >= flushBy) {
                    flush();
                }
            } catch (InterruptedException e) {
                LOG.warn("flight recorder: interrupted; it goes on until it is closed");
            } catch (RuntimeException e) {
                LOG.error("flight recorder: an entry could not be made", e);
            }
        }
        confess(lastAt);
        flush();
        close(ring);
    }

    private void add(Told told) {
        long now = nanos.getAsLong();
        if (!allowance.allows(told.worth(), now)) {
            tooMuch.merge(told.worth(), 1L, Long::sum);
            lostInAll.incrementAndGet();
            return;
        }
        lastAt = told.at();
        confess(lastAt);
        put(told.entry().get());
        urgent |= told.worth() == Worth.DECISION;
        flushBy = Math.min(flushBy, now + (told.worth() == Worth.DECISION ? SOON : LATER));
    }

    /** What was lost stands where it is missing. */
    private void confess(Instant at) {
        long full = overflow.getAndSet(0);
        if (full > 0) {
            lostInAll.addAndGet(full);
            put(FlightEntry.lost(at, full, "the recorder's queue was full"));
        }
        tooMuch.forEach((worth, count) -> put(FlightEntry.lost(
                at, count, "the day's write allowance is short, so entries of worth " + worth + " were left out")));
        tooMuch.clear();
        trouble.ifPresent(why -> put(FlightEntry.lost(at, 0, why)));
        trouble = Optional.empty();
    }

    private void put(FlightEntry entry) {
        block.writeBytes(entry.line().getBytes(UTF_8));
        entriesInBlock++;
    }

    private void flush() {
        flushBy = Long.MAX_VALUE;
        if (block.size() == 0) {
            return;
        }
        try {
            ByteBuffer packed = Block.pack(block.toByteArray());
            int bytes = packed.remaining();
            boolean begins = ring.beginsNew(bytes);
            ring.write(packed);
            if (urgent) {
                ring.force();
            }
            newPiece |= begins;
            allowance.written(bytes);
            written.addAndGet(bytes);
        } catch (IOException e) {
            String why = "writing the ring failed (" + e.getMessage() + "), " + entriesInBlock + " entries are gone";
            LOG.warn("flight recorder: {}; check the storage's room and permissions", why);
            lostInAll.addAndGet(entriesInBlock);
            trouble = Optional.of(why);
        }
        block.reset();
        entriesInBlock = 0;
        urgent = false;
    }

    private static void close(Ring ring) {
        try {
            ring.close();
        } catch (IOException e) {
            LOG.warn("flight recorder: closing the ring: {}", e.toString());
        }
    }
}
