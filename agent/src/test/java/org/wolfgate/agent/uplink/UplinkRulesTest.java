package org.wolfgate.agent.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UplinkRulesTest {

    private final Station station = new Station("riverside", "5b1e09fa-3c6d2a17");

    @Test
    void waitsDoubleToTheMostAndNeverAgree() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
        Random random = new Random(7);
        Set<Duration> seen = new HashSet<>();
        for (int failures = 1; failures <= 100; failures++) {
            Duration wait = backoff.after(failures, random);
            long middle = Math.min(60_000, 1000L << Math.min(failures - 1, 10));
            assertTrue(wait.toMillis() >= middle / 2 && wait.toMillis() <= middle * 3 / 2, failures + ": " + wait);
            seen.add(wait);
        }
        assertTrue(seen.size() > 90);
    }

    @Test
    void bodyIsTheLastMemberAndStandsAsItWasHashed() {
        String body = "{\"energyWh\" : 1.250e5}";
        OutboxRecord record = new OutboxRecord(
                7, "boot-1", "interval", "n1|\"x\"", Instant.ofEpochMilli(1_795_348_800_123L), "HOLDOVER", "ab", body);
        assertEquals(
                "{\"schema\":\"wolfgate/record/1\",\"substation\":\"riverside\",\"boot\":\"boot-1\",\"seq\":7,"
                        + "\"kind\":\"interval\",\"key\":\"n1|\\\"x\\\"\",\"at\":\"2026-11-22T12:00:00.123Z\","
                        + "\"time_quality\":\"HOLDOVER\",\"hash\":\"ab\",\"body\":{\"energyWh\" : 1.250e5}}",
                new String(Envelope.record(station, record), UTF_8));
    }

    @Test
    void telemetryKeepsTheNewestOfEachTopicAndForgetsNoTopic() {
        Latest latest = new Latest();
        latest.put("a", bytes("1"));
        latest.put("b", bytes("2"));
        latest.put("a", bytes("3"));
        Map.Entry<String, byte[]> first = latest.poll().orElseThrow();
        assertEquals("a=3", first.getKey() + "=" + new String(first.getValue(), UTF_8));
        assertEquals("b", latest.poll().orElseThrow().getKey());
        assertEquals(Optional.empty(), latest.poll());
    }

    @Test
    void onlyARunOfOurLedgerOnThisMachineIsDeadForCertain() {
        Station station =
                new Station("riverside", "5b1e09fa-3c6d2a17", "pi", Set.of("aaaaaaaa-3c6d2a17", "bbbbbbbb-ffffffff"));
        assertTrue(station.succeeds("aaaaaaaa-3c6d2a17"));
        assertFalse(
                station.succeeds("bbbbbbbb-ffffffff"),
                "before a power cut, or on the machine our card was copied from");
        assertFalse(station.succeeds("cccccccc-3c6d2a17"), "another ledger on this machine");
        assertFalse(new Station("r", "aa-unknown", "pi", Set.of("bb-unknown")).succeeds("bb-unknown"));
    }

    @Test
    void addressesAndRootsThatCannotWorkAreRefused() {
        for (String broker : List.of("broker.example:1883", "http://x:1", "tcp://x", "tcp://x:port")) {
            assertThrows(IllegalArgumentException.class, () -> settings(broker, "wolfgate/riverside"), broker);
        }
        for (String root : List.of("", "wolfgate/", "wolfgate/#", "a/+/b")) {
            assertThrows(IllegalArgumentException.class, () -> settings("tcp://x:1883", root), root);
        }
        assertEquals("tcp://[::1]:1883", settings("tcp://[::1]:1883", "w").broker());
    }

    private static UplinkSettings settings(String broker, String root) {
        return new UplinkSettings(broker, "riverside", root, List.of(), Optional.empty(), Pace.normal());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
