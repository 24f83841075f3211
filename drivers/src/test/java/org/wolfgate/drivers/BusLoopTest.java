package org.wolfgate.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusLoopTest {

    private static final ActivePower CAP = ActivePower.ofKilowatts(5_000);
    private static final MeterReading ALIVE = new MeterReading(
            Reading.good(CAP), Reading.missing("none"), Reading.missing("none"), Reading.missing("none"));

    private final AtomicBoolean busClosed = new AtomicBoolean();
    private volatile Runnable betweenRequests = () -> {};
    private final BusLoop loop = BusLoop.start("lan1", new EmptyBus());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        loop.close();
        assertTrue(busClosed.get(), "the bus is closed with its loop");
    }

    /** OpenEMS/openems#1977: a command needs priority on a line shared with meters. */
    @Test
    void aSetPointGoesBeforeEveryWaitingMeter() throws InterruptedException {
        CountDownLatch visiting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        poll("m0", () -> {
            visiting.countDown();
            await(goOn);
            return ALIVE;
        });
        await(visiting);
        poll("m1", () -> ALIVE);
        assertTrue(loop.command("solar", echo(), CAP, (id, reading) -> heard.add(id + " " + reading.quality())));
        goOn.countDown();
        assertEquals("m0", next());
        assertEquals("solar GOOD", next());
        assertEquals("m1", next());
    }

    /** OpenEMS/openems#1977: a visit of many requests does not hold up a set-point either. */
    @Test
    void aSetPointGoesBetweenTwoRequestsOfAVisit() throws InterruptedException {
        poll("m0", () -> {
            loop.command("solar", echo(), CAP, (id, reading) -> {
                betweenRequests.run();
                heard.add(id);
            });
            loop.command("wind", echo(), CAP, (id, reading) -> heard.add(id));
            betweenRequests.run();
            heard.add("second request");
            return ALIVE;
        });
        assertEquals("solar", next());
        assertEquals("wind", next());
        assertEquals("second request", next());
        assertEquals("m0", next());
    }

    /** Were one set-point allowed inside another, an older one could be written after a newer one. */
    @Test
    void noSetPointGoesInsideAnother() throws InterruptedException {
        PowerLimit slow = new PowerLimit() {
            @Override
            public Reading<ActivePower> apply(ActivePower cap) {
                loop.command("second", echo(), CAP, (id, reading) -> heard.add(id));
                betweenRequests.run();
                heard.add("first written");
                return Reading.good(cap);
            }

            @Override
            public Reading<ActivePower> readBack() {
                return Reading.missing("not asked");
            }
        };
        loop.command("first", slow, CAP, (id, reading) -> heard.add(id));
        assertEquals("first written", next());
        assertEquals("first", next());
        assertEquals("second", next());
    }

    @Test
    void aNewerSetPointReplacesOneThatStillWaits() throws InterruptedException {
        CountDownLatch visiting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        poll("m0", () -> {
            visiting.countDown();
            await(goOn);
            return ALIVE;
        });
        await(visiting);
        loop.command("solar", echo(), CAP, (id, reading) -> heard.add("first " + reading.quality()));
        loop.command("solar", echo(), ActivePower.ZERO, (id, reading) -> heard.add("second " + reading.value()));
        goOn.countDown();
        assertEquals("m0", next());
        assertEquals("first MISSING", next());
        assertEquals("second Optional[0 MW]", next());
    }

    /** SunSpec model 123 lets go of its limit when its revert timer runs out: somebody must hold the handle. */
    @Test
    void aLimitIsRefreshedAgainAndAgainWhileTheLineLives() throws InterruptedException {
        loop.refresh("solar", echo(), Duration.ofMillis(1), (id, held) -> heard.add(id + " " + held.quality()));
        String first = next();
        assertEquals(first, next());
        assertEquals(first, next());
    }

    @Test
    void aListenerThatThrowsDoesNotEndTheLine() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        loop.poll("m0", () -> ALIVE, Duration.ofMillis(1), (id, reading) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault of the listener");
            }
            heard.add(id);
        });
        assertEquals("m0", next());
    }

    @Test
    void aDriverThatThrowsGivesAReadingWithoutValue() throws InterruptedException {
        loop.poll(
                "m0",
                () -> {
                    throw new IllegalStateException("a fault of the driver");
                },
                Duration.ofHours(1),
                (id, reading) -> heard.add(reading.power().quality() + " " + reading.answered()));
        assertEquals("MISSING false", next());
    }

    @Test
    void everythingRunsOnTheThreadOfTheLine() throws InterruptedException {
        List<String> threads = new ArrayList<>();
        loop.poll("m0", () -> ALIVE, Duration.ofHours(1), (id, reading) -> {
            threads.add(Thread.currentThread().getName());
            heard.add(id);
        });
        assertEquals("m0", next());
        assertEquals(List.of("line-lan1"), threads);
    }

    @Test
    void aClosedLineTakesNoMoreSetPoints() {
        loop.close();
        assertFalse(loop.command("solar", echo(), CAP, (id, reading) -> heard.add(id)));
    }

    private void poll(String id, Meter meter) {
        loop.poll(id, meter, Duration.ofHours(1), (device, reading) -> heard.add(device));
    }

    private String next() throws InterruptedException {
        String event = heard.poll(10, TimeUnit.SECONDS);
        return event == null ? "nothing heard" : event;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS), "the other thread did not get there");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PowerLimit echo() {
        return new PowerLimit() {
            @Override
            public Reading<ActivePower> apply(ActivePower cap) {
                return Reading.good(cap);
            }

            @Override
            public Reading<ActivePower> readBack() {
                return Reading.missing("not asked");
            }
        };
    }

    private final class EmptyBus implements Bus {
        @Override
        public void betweenRequests(Runnable urgent) {
            betweenRequests = urgent;
        }

        @Override
        public Meter meter(String id) {
            throw new IllegalArgumentException(id);
        }

        @Override
        public PowerLimit limit(String id) {
            throw new IllegalArgumentException(id);
        }

        @Override
        public void close() {
            busClosed.set(true);
        }
    }
}
