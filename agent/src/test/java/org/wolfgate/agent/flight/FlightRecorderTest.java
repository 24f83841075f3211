package org.wolfgate.agent.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FlightSettings LARGE = new FlightSettings(80_000_000, 80_000_000);

    @TempDir
    Path folder;

    @Test
    void whatIsToldIsReadAgainInOrder() throws IOException {
        try (FlightRecorder recorder = FlightRecorder.start(folder, LARGE)) {
            for (int i = 0; i < 5000; i++) {
                tell(recorder, Worth.DECISION, i);
            }
        }
        List<FlightEntry> read = read();
        assertEquals(5000, read.size());
        for (int i = 0; i < 5000; i++) {
            assertEquals(i, read.get(i).body().path("n").asInt());
            assertEquals(NOON.plusMillis(i), read.get(i).at());
        }
    }

    @Test
    void aFileTornAtAnyByteLosesItsLastBlockOnlyAndTheNextRunGoesOnBehindIt() throws IOException {
        int blocks = 5;
        try (Ring ring = new Ring(folder, LARGE.size())) {
            for (int i = 0; i < blocks; i++) {
                ring.write(Block.pack(entry(i).line().getBytes(UTF_8)));
            }
        }
        Path file = Ring.files(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            List<FlightEntry> left = read();
            assertTrue(left.size() >= blocks * cut / whole.length - 1, "cut at " + cut + ": " + left.size());
            for (int i = 0; i < left.size(); i++) {
                assertEquals(i, left.get(i).body().path("n").asInt());
            }
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 3));
        try (Ring ring = new Ring(folder, LARGE.size())) {
            ring.write(Block.pack(entry(9).line().getBytes(UTF_8)));
        }
        assertEquals(
                List.of(0, 1, 2, 3, 9),
                read().stream().map(entry -> entry.body().path("n").asInt()).toList());
    }

    @Test
    void anyDamageCostsTheBlockThatItHitsAndNothingIsMadeUp() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Ring ring = new Ring(folder, LARGE.size())) {
            for (int i = 0; i < 20; i++) {
                ring.write(Block.pack(entry(i).line().getBytes(UTF_8)));
            }
        }
        Path file = Ring.files(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int round = 0; round < 300; round++) {
            byte[] bad = whole.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            List<FlightEntry> left = read();
            assertTrue(left.size() >= 19, () -> "seed " + seed + ": " + left.size());
            left.forEach(entry ->
                    assertEquals(entry(entry.body().path("n").asInt()).line(), entry.line(), () -> "seed " + seed));
        }
    }

    @Test
    void theRingStaysWithinItsSizeAndKeepsTheNewest() throws IOException {
        long size = 400_000;
        Random random = new Random(1);
        try (Ring ring = new Ring(folder, size)) {
            for (int i = 0; i < 400; i++) {
                byte[] noise = new byte[3000];
                random.nextBytes(noise);
                ring.write(Block.pack(noise));
                long used = 0;
                for (Path file : Ring.files(folder)) {
                    used += Files.size(file);
                }
                assertTrue(used <= size, used + " bytes");
            }
            ring.write(Block.pack(entry(7).line().getBytes(UTF_8)));
        }
        assertEquals(7, read().get(read().size() - 1).body().path("n").asInt());
    }

    @Test
    void anAgentThatStartsAgainAndAgainDoesNotWipeOutWhyItFirstDid() throws IOException {
        for (int run = 0; run < 60; run++) {
            try (Ring ring = new Ring(folder, 1_000_000)) {
                ring.write(Block.pack(entry(run).line().getBytes(UTF_8)));
            }
        }
        assertEquals(60, read().size());
        assertEquals(0, read().get(0).body().path("n").asInt());
    }

    @Test
    void whenTheAllowanceIsShortTheBusIsLeftOutBeforeReadingsAndBothBeforeDecisions() {
        WriteAllowance allowance = new WriteAllowance(1000, 0);
        assertTrue(allowance.allows(Worth.BUS, 0));
        allowance.written(600);
        assertEquals(List.of(false, true, true), allowed(allowance, 0));
        allowance.written(200);
        assertEquals(List.of(false, false, true), allowed(allowance, 0));
        allowance.written(300);
        assertEquals(List.of(false, false, false), allowed(allowance, 0));
        long halfADay = 43_200_000_000_000L;
        assertEquals(List.of(false, true, true), allowed(allowance, halfADay));
    }

    @Test
    void whoeverTellsIsNeverHeldUpAndWhatDidNotFitIsConfessed() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        FlightRecorder recorder = FlightRecorder.start(folder, LARGE);
        recorder.tell(NOON, Worth.DECISION, () -> {
            awaitUninterrupted(stuck);
            return entry(0);
        });
        for (int i = 1; i <= 20_000; i++) {
            tell(recorder, Worth.DECISION, i);
        }
        assertTrue(recorder.lost() > 10_000, "lost " + recorder.lost());
        stuck.countDown();
        long lost = recorder.lost();
        recorder.close();
        try (FlightRecorder next = FlightRecorder.start(folder, LARGE)) {
            tell(next, Worth.DECISION, 1);
        }
        long confessed = read().stream()
                .filter(entry -> entry.kind().equals(FlightEntry.LOST))
                .mapToLong(entry -> entry.body().path("count").asLong())
                .sum();
        assertEquals(lost, confessed);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Boolean> allowed(WriteAllowance allowance, long nanos) {
        return List.of(
                allowance.allows(Worth.BUS, nanos),
                allowance.allows(Worth.READING, nanos),
                allowance.allows(Worth.DECISION, nanos));
    }

    private static void tell(FlightRecorder recorder, Worth worth, int n) {
        recorder.tell(NOON, worth, () -> entry(n));
    }

    private static FlightEntry entry(int n) {
        ObjectNode body = JSON.createObjectNode().put("n", n);
        return new FlightEntry(NOON.plusMillis(n), "test", body);
    }

    private List<FlightEntry> read() throws IOException {
        List<FlightEntry> entries = new ArrayList<>();
        FlightReader.read(folder, entries::add);
        return entries;
    }
}
