package org.wolfgate.agent.uplink.sparkplug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

class EdgeNodeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String INTERVAL = "{\"node\":\"wind\",\"start\":\"2026-11-22T10:00:00Z\","
            + "\"end\":\"2026-11-22T10:05:00Z\",\"version\":1,\"quality\":\"MEASURED\",\"net_wh\":-5}";

    private final EdgeNode edge = new EdgeNode(
            new SparkplugTopics("grid", "riverside", Optional.empty()), List.of("wind"), List.of("gate"), () -> NOW);

    @Test
    void sequenceCountsOverAllDevicesAndGoesOnFrom255ToZero() throws Exception {
        long expected = 0;
        for (Message birth : edge.births(7)) {
            assertEquals(expected++, parse(birth).getSeq());
        }
        for (int watts = 1; watts <= 600; watts++) {
            edge.meter("gate", reading(Reading.good(new ActivePower(watts))));
            assertEquals(expected++ % 256, parse(only(edge.news())).getSeq());
        }
    }

    @Test
    void valueThatIsNotMeasuredIsNotShownAsMeasured() throws Exception {
        Metric born = metric(edge.births(0).get(2), Points.POWER);
        assertTrue(born.getIsNull() && !born.hasLongValue() && quality(born) == 500, born.toString());
        edge.meter("gate", reading(Reading.substituted(new ActivePower(5), "taken over from the order")));
        assertEquals(0, quality(parse(only(edge.news())).getMetrics(0)), "substituted is not good");
        edge.meter("gate", reading(Reading.suspect(new ActivePower(6), "implausible")));
        assertEquals(0, quality(parse(only(edge.news())).getMetrics(0)), "suspect is not good");
        edge.meter("gate", reading(Reading.missing("no answer")));
        Metric gone = parse(only(edge.news())).getMetrics(0);
        assertTrue(gone.getIsNull() && quality(gone) == 500, gone.toString());
    }

    @Test
    void whatHasNotChangedIsNotSaidAgain() {
        var unused = edge.births(0);
        edge.meter("gate", reading(Reading.good(new ActivePower(5))));
        assertEquals(1, edge.news().size());
        edge.meter("gate", reading(Reading.good(new ActivePower(5))));
        assertEquals(List.of(), edge.news());
    }

    @Test
    void silentMeterDiesOnceAndIsBornAgainWithItsFirstValue() {
        var unused = edge.births(0);
        edge.meter("gate", MeterReading.missing("no answer"));
        assertEquals(
                "spBv1.0/grid/DDEATH/riverside/meter.gate", only(edge.news()).topic());
        edge.meter("gate", MeterReading.missing("no answer"));
        assertEquals(List.of(), edge.news());
        edge.meter("gate", reading(Reading.good(new ActivePower(5))));
        assertEquals(
                "spBv1.0/grid/DBIRTH/riverside/meter.gate", only(edge.news()).topic());
    }

    @Test
    void pastIntervalIsFlaggedAndLeavesWhatHoldsNowAlone() throws Exception {
        var unused = edge.births(0);
        Message past = edge.interval("interval", INTERVAL, true).orElseThrow();
        assertTrue(parse(past).getMetricsList().stream().allMatch(Metric::getIsHistorical));
        assertTrue(parse(past).getMetricsList().stream()
                .allMatch(metric -> metric.getTimestamp()
                        == Instant.parse("2026-11-22T10:05:00Z").toEpochMilli()));
        assertTrue(parse(past).getMetricsList().stream().anyMatch(metric -> metric.getLongValue() == -5));
        assertEquals(List.of(), edge.news(), "nothing is new");
        assertEquals(Optional.empty(), edge.interval("interval", INTERVAL, false));
        assertFalse(parse(only(edge.news())).getMetrics(0).hasIsHistorical());
        assertEquals(Optional.empty(), edge.interval("statement", INTERVAL, true));
        assertEquals(Optional.empty(), edge.interval("interval", "{}", true));
    }

    @Test
    void deathSaysTheSessionsNumberAndNothingElse() throws Exception {
        Payload death = Payload.parseFrom(edge.death(255));
        assertEquals(1, death.getMetricsCount());
        assertEquals(255, death.getMetrics(0).getLongValue());
        assertFalse(death.hasSeq());
        assertEquals(255, parse(edge.births(255).get(0)).getMetrics(0).getLongValue());
    }

    @Test
    void hostsWordCountsUnlessItIsOlderThanTheLast() {
        HostState host = new HostState();
        host.hear("{\"online\":true,\"timestamp\":5}".getBytes(UTF_8));
        host.hear("{\"online\":false,\"timestamp\":4}".getBytes(UTF_8));
        host.hear("OFFLINE".getBytes(UTF_8));
        assertTrue(host.online());
        host.hear("{\"online\":false,\"timestamp\":6}".getBytes(UTF_8));
        assertFalse(host.online());
    }

    @Test
    void onlyARebirthIsACommand() {
        Metric.Builder rebirth = Metric.newBuilder().setName(EdgeNode.REBIRTH);
        assertTrue(Commands.asksForRebirth(command(rebirth.setBooleanValue(true))));
        assertFalse(Commands.asksForRebirth(command(rebirth.setBooleanValue(false))));
        assertFalse(Commands.asksForRebirth(
                command(Metric.newBuilder().setName("Cap/Limit").setLongValue(0))));
        assertFalse(Commands.asksForRebirth(new byte[] {1, 2, 3}));
    }

    @Test
    void sessionOutlivesARunAndADamagedFileIsANewBeginning(@TempDir Path folder) throws Exception {
        SessionFile file = new SessionFile(folder);
        assertEquals(Optional.empty(), file.read());
        file.write(new SessionFile.Session(255, 17));
        assertEquals(Optional.of(new SessionFile.Session(255, 17)), new SessionFile(folder).read());
        Files.writeString(folder.resolve("sparkplug.session"), "2");
        assertEquals(Optional.empty(), file.read());
    }

    private static MeterReading reading(Reading<ActivePower> power) {
        return new MeterReading(
                power, Reading.good(new Frequency(60_000)), Reading.good(new Energy(1)), Reading.good(new Energy(0)));
    }

    private static byte[] command(Metric.Builder metric) {
        return Payload.newBuilder().addMetrics(metric).build().toByteArray();
    }

    private static Message only(List<Message> messages) {
        assertEquals(1, messages.size(), messages.toString());
        return messages.get(0);
    }

    private static Payload parse(Message message) throws InvalidProtocolBufferException {
        return Payload.parseFrom(message.payload());
    }

    private static Metric metric(Message message, String name) throws InvalidProtocolBufferException {
        return parse(message).getMetricsList().stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int quality(Metric metric) {
        int at = metric.getProperties().getKeysList().indexOf("Quality");
        return metric.getProperties().getValues(at).getIntValue();
    }
}
