package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wolfgate.agent.clock.BootId;

/**
 * The agent's durable record: what {@link #append} has returned for survives a kill and a power cut.
 *
 * <p>Records are never changed or deleted. Those above the acknowledged mark are the outbox. One thread, the agent's
 * control thread, appends; any thread reads and acknowledges. Every method throws {@link LedgerException}.
 */
public final class Ledger implements AutoCloseable {

    private final Path file;
    private final DirectoryLock lock;
    private final LedgerWriter writer;
    private final LedgerReader reader;
    private final AtomicLong acknowledged;

    /** The ledger in a directory, whose head is not signed. */
    public static Ledger open(Path directory, BootId boot) {
        return open(directory, boot, Optional.empty());
    }

    private Ledger(Path file, DirectoryLock lock, LedgerWriter writer, LedgerReader reader) {
        this.file = file;
        this.lock = lock;
        this.writer = writer;
        this.reader = reader;
        this.acknowledged = new AtomicLong(reader.acknowledged());
    }

    /**
     * Opens the ledger in a directory, making both if need be, for this run of the agent.
     *
     * <p>Refused while another agent has it open, and when it was written by a newer version.
     *
     * @param signer signs the head of the chain now and then; without one there are no records of kind {@code head}
     */
    public static Ledger open(Path directory, BootId boot, Optional<HeadSigner> signer) {
        Path file = directory.resolve(Database.FILE);
        DirectoryLock lock = null;
        try {
            Database.makeDirectory(directory);
            lock = DirectoryLock.take(directory);
            Natives.forOwner(directory);
            Connection connection = Database.writer(file);
            Schema.migrate(connection, file);
            LedgerReader reader = new LedgerReader(Database.reader(file), file, Schema.newest());
            LedgerWriter writer =
                    new LedgerWriter(connection, file, Files.getFileStore(file), boot, reader, new Heads(signer));
            return new Ledger(file, lock, writer, reader);
        } catch (SQLException e) {
            release(lock);
            throw Trouble.of("opening", file, e);
        } catch (IOException e) {
            throw new LedgerException(
                    "opening " + file + ": " + e + "; check that the directory can be made and written", e);
        } catch (LedgerException e) {
            release(lock);
            throw e;
        }
    }

    /** Opens the ledger in a directory to look at it, also while its agent runs; changes nothing. */
    public static LedgerReader openReadOnly(Path directory) {
        Path file = directory.resolve(Database.FILE);
        if (!Files.isRegularFile(file)) {
            throw new LedgerException("opening " + file + ": there is no ledger; has the agent run on this directory?");
        }
        Natives.forReader(directory);
        try {
            Connection connection = Database.reader(file);
            return new LedgerReader(connection, file, Schema.version(connection, file));
        } catch (SQLException e) {
            throw Trouble.of("opening", file, e);
        }
    }

    /** The id of the process that writes the ledger of a directory now; empty if none does. */
    public static Optional<String> owner(Path directory) {
        return DirectoryLock.holder(directory);
    }

    /**
     * Appends records and replaces states, all in one transaction: after it returns all of it is on the storage, after
     * it throws none of it is.
     *
     * <p>A settlement record ({@code interval}, {@code statement}, {@code verdict}) is there once: the same again is
     * passed over, another with the same key is kept as kind {@code conflict} and settles nothing.
     *
     * @param records in the order in which they get their sequence numbers; may be empty
     * @param state JSON by name; names not mentioned stay, a body that has not changed costs nothing, an empty one removes its
     *     name
     * @return the sequence number of the ledger's last record; 0 in an empty ledger
     */
    public long append(List<LedgerRecord> records, Map<String, String> state) {
        return writer.append(records, state, acknowledged.get());
    }

    /** The records after a sequence number, oldest first, at most {@code limit}. */
    public List<StoredRecord> after(long seq, int limit) {
        return reader.after(seq, limit);
    }

    /** The sequence number of the last record; 0 in an empty ledger. */
    public long last() {
        return writer.last();
    }

    /**
     * Moves the mark: every record up to {@code seq} has been acknowledged upstream. Never moves back.
     *
     * <p>The file learns it with the next append, so that a mark costs no write of its own; after a kill the records
     * acknowledged since the last append go upstream once more, and the receiver knows them by their number.
     */
    public void acknowledge(long seq) {
        // A reader sees a record from its commit on, which is a moment before the append returns and counts it.
        if (seq > last() && seq > lastInFile()) {
            throw new LedgerException("acknowledging record " + seq + " of " + file + ": it ends at " + last()
                    + "; the receiver speaks of another ledger");
        }
        acknowledged.accumulateAndGet(seq, Math::max);
    }

    private long lastInFile() {
        return reader.last().map(StoredRecord::seq).orElse(0L);
    }

    /** The mark: every record up to here has been acknowledged upstream. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** What waits above the mark. */
    public OutboxDepth depth() {
        return reader.depth(acknowledged());
    }

    /** A state by its name, as last replaced; empty when it never was. */
    public Optional<String> state(String name) {
        return reader.state(name);
    }

    /** Walks the whole chain. */
    public LedgerCheck verify() {
        return reader.verify();
    }

    /** The other readings of the same ledger. */
    public LedgerReader reader() {
        return reader;
    }

    /** From now on tells one listener how long each commit took, in nanoseconds, on the thread that appends. */
    public void watchCommits(LongConsumer tookNanos) {
        writer.watchCommits(tookNanos);
    }

    /** The boot id under which this run's records stand. */
    public String boot() {
        return writer.boot();
    }

    /** How much room the storage had at the last append. */
    public StorageRoom room() {
        return writer.room();
    }

    /** Bytes given to storage since the ledger was opened. */
    public long bytesWritten() {
        return writer.bytesWritten();
    }

    /** Writes the mark and closes; a second call does nothing. */
    @Override
    public void close() {
        try {
            writer.close(acknowledged.get());
            // Last, so that the emptied log stays beside the file and the ledger can be read from a read-only disk.
            reader.close();
        } finally {
            release(lock);
        }
    }

    private static void release(@Nullable DirectoryLock lock) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            // The kernel drops the lock with the process at the latest.
        }
    }
}
