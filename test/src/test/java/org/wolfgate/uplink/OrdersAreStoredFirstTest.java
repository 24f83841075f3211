package org.wolfgate.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.simulate.Cable;

/** An order that the broker has handed over is an order that the agent has stored. */
class OrdersAreStoredFirstTest {

    private static final String ORDERS = "wolfgate/iso/orders/riverside";

    @TempDir
    Path directory;

    private final List<String> stored = new CopyOnWriteArrayList<>();

    @Test
    void ordersSentWhileTheAgentIsAwayWaitForItAndComeOnce() {
        try (Mosquitto broker = Mosquitto.start(directory)) {
            try (Site site = new Site(directory, broker.url(), this::store)) {
                site.awaitConnected();
                broker.publish(ORDERS, "order 0");
                awaitStored("order 0");
            }
            List<String> sent =
                    IntStream.range(1, 60).mapToObj(i -> "order " + i).toList();
            sent.forEach(order -> broker.publish(ORDERS, order));
            try (Site site = new Site(directory, broker.url(), this::store)) {
                awaitStored("order 59");
                site.awaitConnected();
                broker.publish(ORDERS, "order 60");
                awaitStored("order 60");
            }
            assertEquals(
                    IntStream.rangeClosed(0, 60).mapToObj(i -> "order " + i).toList(), stored);
        }
    }

    @Test
    void orderThatCouldNotBeStoredComesAgain() {
        AtomicInteger failures = new AtomicInteger(2);
        InboundHandler fullDisk = message -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is full");
            }
            store(message);
        };
        try (Mosquitto broker = Mosquitto.start(directory);
                Site site = new Site(directory, broker.url(), fullDisk)) {
            site.awaitConnected();
            broker.publish(ORDERS, "order 1");
            awaitStored("order 1");
            assertTrue(site.state().orders().lastError().contains("the disk is full; it was not acknowledged"));
            broker.publish(ORDERS, "order 2");
            awaitStored("order 2");
            assertEquals(List.of("order 1", "order 2"), stored);
        }
    }

    @Test
    void orderIsNotAcknowledgedBeforeItIsStored() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch mayStore = new CountDownLatch(1);
        AtomicInteger deliveries = new AtomicInteger();
        InboundHandler slowDisk = message -> {
            deliveries.incrementAndGet();
            storing.countDown();
            waitFor(mayStore);
            store(message);
        };
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Site site = new Site(directory, cable.url(), slowDisk)) {
            site.awaitConnected();
            broker.publish(ORDERS, "order 1");
            storing.await();
            cable.cut();
            mayStore.countDown();
            cable.mend();
            Await.until("the broker, which saw no acknowledgement, delivers again", () -> deliveries.get() == 2);
            Await.until("both are stored", () -> stored.size() == 2);
        }
    }

    @Test
    void brokerThatForgotTheSessionIsNoticed() {
        AtomicInteger newSessions = new AtomicInteger();
        InboundHandler handler = new InboundHandler() {
            @Override
            public void take(InboundMessage message) {
                store(message);
            }

            @Override
            public void sessionIsNew() {
                newSessions.incrementAndGet();
            }
        };
        try (Mosquitto broker = Mosquitto.start(directory, "persistence false");
                Site site = new Site(directory, broker.url(), handler)) {
            site.awaitConnected();
            assertEquals(1, newSessions.get());
            broker.kill();
            Await.until("the loss is noticed", () -> !site.state().orders().connected());
            broker.start();
            Await.until("it is noticed", () -> newSessions.get() == 2, () -> newSessions + " times; " + site.state());
            site.awaitConnected();
            broker.publish(ORDERS, "order 1");
            awaitStored("order 1");
        }
    }

    @Test
    void oversizedMessageIsWithheldAndTheNextOneComes() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Site site = new Site(directory, broker.url(), this::store)) {
            site.awaitConnected();
            Path large = directory.resolve("large");
            write(large, "x".repeat(InboundMessage.MOST_BYTES + 1));
            broker.publishFile(ORDERS, large);
            broker.publish(ORDERS, "order 1");
            awaitStored("order 1");
            assertEquals(List.of("order 1"), stored);
            assertEquals(1, site.state().orders().attempts());
        }
    }

    @Test
    void retainedMarketDataComesOnceAndNotAtEveryReconnect() {
        try (Mosquitto broker = Mosquitto.start(directory, "log_type all");
                Cable cable = Cable.to(broker.port());
                Site site = new Site(directory, cable.url(), this::store)) {
            broker.publish("wolfgate/iso/prices", "price 1", "-r");
            awaitStored("price 1");
            Await.until(
                    "the broker knows that it is stored",
                    () -> broker.log().stream()
                            .anyMatch(line -> line.contains("Received PUBACK from riverside-orders")));
            cable.cut();
            Await.until("the loss is noticed", () -> !site.state().orders().connected());
            broker.publish("wolfgate/iso/prices", "price 2", "-r");
            cable.mend();
            awaitStored("price 2");
            broker.publish(ORDERS, "order 1");
            awaitStored("order 1");
            assertEquals(List.of("price 1", "price 2", "order 1"), stored);
        }
    }

    private void store(InboundMessage message) {
        stored.add(message.text());
    }

    private void awaitStored(String text) {
        Await.until(text + " is stored", () -> stored.contains(text), () -> "stored: " + stored);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
