package org.wolfgate.drivers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that uses a line: visits its meters on their periods and writes set-points, which go before any visit.
 * Listeners are called on this thread and must only hand over. What they throw is logged, and the loop goes on.
 */
public final class BusLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusLoop.class);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSE_LIMIT_MILLIS = 10_000;

    private final String name;
    private final Bus bus;
    private final LongSupplier nanos;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PollSchedule schedule = new PollSchedule();
    private final CommandQueue commands = new CommandQueue();
    private final Map<String, Visit> visits = new HashMap<>();
    /** Whether a meter is being visited; then, and not while a set-point is written, another set-point may come first. */
    private boolean visiting;

    private volatile boolean closed;
    private volatile long progress;

    private BusLoop(String name, Bus bus, LongSupplier nanos) {
        this.name = name;
        this.bus = bus;
        this.nanos = nanos;
        this.progress = nanos.getAsLong();
        this.thread = new Thread(this::run, "line-" + name);
        thread.setDaemon(true);
    }

    /** Takes over the bus, which is closed with the loop, and starts the thread. */
    public static BusLoop start(String name, Bus bus) {
        return start(name, bus, System::nanoTime);
    }

    static BusLoop start(String name, Bus bus, LongSupplier nanos) {
        BusLoop loop = new BusLoop(name, bus, nanos);
        bus.betweenRequests(loop::urgent);
        loop.thread.start();
        return loop;
    }

    public Bus bus() {
        return bus;
    }

    /**
     * Visits a meter now and then every period. A second call with the same id replaces the first.
     *
     * @param period positive
     * @param listener gets the id and every reading, good or not
     */
    public void poll(String id, Meter meter, Duration period, BiConsumer<String, MeterReading> listener) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("line " + name + ", " + id + ": the poll period must be positive");
        }
        locked(() -> {
            visits.put(id, new Visit(meter, listener));
            schedule.add(id, period.toNanos(), nanos.getAsLong());
            return true;
        });
    }

    /**
     * Refreshes a limit now and then every period, so that the plant's revert timer does not run out while this line
     * lives. The listener hears of every refresh.
     *
     * @param period positive; a third of the plant's timer leaves room for two lost answers
     */
    public void refresh(
            String id, PowerLimit limit, Duration period, BiConsumer<String, Reading<ActivePower>> listener) {
        Meter handle = () -> {
            Reading<ActivePower> held = limit.refresh();
            listener.accept(id, held);
            Reading<Frequency> none = Reading.missing("a plant, not a meter");
            Reading<Energy> nothing = Reading.missing("a plant, not a meter");
            return new MeterReading(held, none, nothing, nothing);
        };
        poll("refresh of " + id, handle, period, (visit, reading) -> {});
    }

    /**
     * Looks at a contact now and then every period.
     *
     * @param period positive
     * @param listener gets the id and every reading, good or not
     */
    public void watch(String id, Contact contact, Duration period, BiConsumer<String, Reading<Boolean>> listener) {
        Meter handle = () -> {
            Reading<Boolean> seen = contact.read();
            listener.accept(id, seen);
            Reading<Energy> nothing = Reading.missing("a contact, not a meter");
            return new MeterReading(
                    seen.map(closed -> ActivePower.ZERO), Reading.missing("a contact, not a meter"), nothing, nothing);
        };
        poll("contact " + id, handle, period, (visit, reading) -> {});
    }

    /**
     * Writes a set-point before the next visit to any meter. If a newer one for the same id arrives first, this one is
     * never written and its listener is told so.
     *
     * @return false if too many set-points wait already; then the listener hears nothing
     */
    public boolean command(
            String id, PowerLimit limit, ActivePower cap, BiConsumer<String, Reading<ActivePower>> listener) {
        return locked(() -> !closed && commands.offer(new CommandQueue.Command(id, limit, cap, listener)));
    }

    /** Time since the loop last finished something, or last found nothing to do. Grows without end if it hangs. */
    public Duration sinceProgress() {
        return Duration.ofNanos(nanos.getAsLong() - progress);
    }

    /** Ends the loop and closes its bus, waiting at most ten seconds. Waiting set-points are not written. */
    @Override
    public void close() {
        locked(() -> closed = true);
        try {
            thread.join(CLOSE_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("line {}: its thread did not end within {} ms and is left behind", name, CLOSE_LIMIT_MILLIS);
        }
    }

    private void run() {
        while (!closed) {
            run(next());
        }
        bus.close();
    }

    /** The next thing to do, waited for. */
    private Runnable next() {
        lock.lock();
        try {
            while (!closed) {
                progress = nanos.getAsLong();
                Optional<Runnable> ready = ready();
                if (ready.isPresent()) {
                    return ready.get();
                }
                changed.awaitNanos(Math.min(schedule.untilNext(progress), LONGEST_WAIT));
            }
        } catch (InterruptedException e) {
            LOG.warn("line {}: interrupted; the line goes on until it is closed", name);
        } finally {
            lock.unlock();
        }
        return () -> {};
    }

    private Optional<Runnable> ready() {
        return commands.take()
                .map(this::execution)
                .or(() -> schedule.due(nanos.getAsLong()).flatMap(this::visit));
    }

    /** Set-points that came while a meter is being visited, written between two of its requests. */
    private void urgent() {
        if (!visiting) {
            return;
        }
        visiting = false;
        Optional<Runnable> waiting = takeCommand();
        while (waiting.isPresent()) {
            run(waiting.get());
            waiting = takeCommand();
        }
        visiting = true;
    }

    private Optional<Runnable> takeCommand() {
        lock.lock();
        try {
            return commands.take().map(this::execution);
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("line {}: a listener failed; the line goes on", name, e);
        }
    }

    private Runnable execution(CommandQueue.Command command) {
        boolean superseded = commands.isSuperseded(command);
        return () -> command.listener().accept(command.id(), superseded ? superseded(command.id()) : apply(command));
    }

    private Reading<ActivePower> superseded(String id) {
        return Reading.missing("line " + name + ", " + id + ": superseded by a newer set-point, not written");
    }

    private Reading<ActivePower> apply(CommandQueue.Command command) {
        try {
            return command.limit().apply(command.cap());
        } catch (RuntimeException e) {
            LOG.error("line {}, {}: fault in the driver while writing a set-point", name, command.id(), e);
            return Reading.missing("line " + name + ", " + command.id() + ": fault in the driver: " + e);
        }
    }

    private Optional<Runnable> visit(String id) {
        return Optional.ofNullable(visits.get(id)).map(visit -> () -> {
            long started = nanos.getAsLong();
            MeterReading reading = read(id, visit.meter());
            locked(() -> {
                schedule.done(id, reading.answered(), started, nanos.getAsLong());
                return true;
            });
            visit.listener().accept(id, reading);
        });
    }

    private MeterReading read(String id, Meter meter) {
        visiting = true;
        try {
            return meter.read();
        } catch (RuntimeException e) {
            LOG.error("line {}, {}: fault in the driver while reading", name, id, e);
            return MeterReading.missing("line " + name + ", " + id + ": fault in the driver: " + e);
        } finally {
            visiting = false;
        }
    }

    private boolean locked(BooleanSupplier action) {
        lock.lock();
        try {
            boolean result = action.getAsBoolean();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private record Visit(Meter meter, BiConsumer<String, MeterReading> listener) {}
}
