package org.wolfgate.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.contract.SampleRecords.NOON;
import static org.wolfgate.contract.SampleRecords.ORDER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.agent.uplink.OutboxRecord;
import org.wolfgate.agent.uplink.OutboxSource;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.Station;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.GeneratorMessages;
import org.wolfgate.agent.uplink.message.HealthMessage;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.agent.uplink.message.RebaseMessage;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.TelemetryMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** Whatever the product writes is what docs/reference says it writes. */
class MessageContractTest {

    private static final Interval HOUR = new Interval(NOON, NOON.plusSeconds(3600));
    private static final String BOOT = "5b1e09fa-3c6d2a17";

    @Test
    void everyMessageKeepsItsSchema() {
        for (byte[] message : messages()) {
            assertEquals(List.of(), Schemas.objections(Schemas.named(message), message), text(message));
        }
    }

    @Test
    void everyRecordBodyKeepsItsSchema() {
        Map<String, String> schemas = Map.of("order", "order-step");
        for (AgentRecord record : SampleRecords.all()) {
            RecordMessages.Body body = RecordMessages.of(record, NOON);
            String schema = schemas.getOrDefault(body.kind(), body.kind());
            byte[] json = body.json().getBytes(StandardCharsets.UTF_8);
            assertEquals(List.of(), Schemas.objections(schema, json), body.json());
        }
    }

    @Test
    void theStatementThatStampsMoveKeepsItsSchema() {
        byte[] body =
                RebaseMessage.body(BOOT, 1, 17, NOON, NOON.plusSeconds(3600)).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), Schemas.objections(RebaseMessage.KIND, body), text(body));
    }

    @Test
    void aFieldThatIsNotInTheContractIsSeen() {
        for (byte[] message : messages()) {
            byte[] more = text(message).replaceFirst("\\{", "{\"surprise\":1,").getBytes(StandardCharsets.UTF_8);
            assertFalse(Schemas.objections(Schemas.named(message), more).isEmpty(), text(more));
        }
    }

    @Test
    @SuppressWarnings("try") // the farewell is part of the story, so the uplink is closed by hand
    void overARealBrokerRecordsAndStatusKeepTheirSchemas(@TempDir Path folder) {
        List<OutboxRecord> outbox = outbox();
        String root = new Topics("riverside").root();
        try (Mosquitto broker = Mosquitto.start(folder);
                Program iso = broker.subscriber("iso", root + "/#", "%p")) {
            try (Uplink uplink = uplink(broker.url(), root, outbox)) {
                uplink.start();
                Await.until(
                        "claim, status and every record are there",
                        () -> json(iso).size() >= outbox.size() + 3);
            }
            Await.until(
                    "the farewell is there", () -> json(iso).stream().anyMatch(line -> line.contains("agent stopped")));
            for (String line : json(iso)) {
                byte[] message = line.getBytes(StandardCharsets.UTF_8);
                assertEquals(List.of(), Schemas.objections(Schemas.named(message), message), line);
            }
        }
    }

    @Test
    void theAsyncApiFileNamesEveryTopicAndEverySchema() throws IOException {
        String text = Files.readString(Schemas.reference().resolve("asyncapi.yaml"));
        Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        Set<String> addresses = ((Map<?, ?>) part(file, "channels"))
                .values().stream()
                        .map(channel -> String.valueOf(part((Map<?, ?>) channel, "address")))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("3.0.0", part(file, "asyncapi"));
        assertEquals(topics(), addresses);
        for (String schema : Schemas.ofMessages()) {
            assertTrue(text.contains("schemas/" + schema + ".json"), schema + " is not in asyncapi.yaml");
        }
    }

    private static Object part(Map<?, ?> map, String key) {
        return Optional.<Object>ofNullable(map.get(key))
                .orElseThrow(() -> new AssertionError("asyncapi.yaml has no '" + key + "' where one is needed"));
    }

    private static Set<String> topics() {
        Topics topics = new Topics("{substation}");
        return new TreeSet<>(List.of(
                topics.orders(),
                topics.schedule("{node}"),
                topics.tranches("{node}"),
                topics.spot("{zone}"),
                topics.frequency(),
                topics.controlError(),
                topics.standing(),
                topics.loading("{gate}"),
                topics.resend(),
                topics.root() + "/record/{kind}",
                topics.root() + "/telemetry/{node}",
                topics.finalSpot("{zone}"),
                topics.generator("{node}"),
                topics.generator("{node}", "{unit}"),
                topics.verdict("{node}"),
                topics.verdict("{node}", "{unit}"),
                topics.root() + "/meter/{meter}",
                topics.root() + "/health",
                topics.root() + "/status",
                topics.root() + "/claim"));
    }

    private static List<byte[]> messages() {
        Price price = Price.parse("-3.20");
        Reading<Energy> register = Reading.good(new Energy(400));
        MeterReading reading = new MeterReading(
                Reading.suspect(ActivePower.ofKilowatts(-3), "line a, unit 1, power: jumped"),
                Reading.good(new Frequency(59_998)),
                register,
                register);
        HealthMessage.Outbox outbox = new HealthMessage.Outbox(7, 5, Optional.of(NOON));
        return List.of(
                OrderMessages.write("riverside", ORDER),
                OrderMessages.write("riverside", new Cancellation("c-1", 3, "iso", "wind-2", "line is back", NOON)),
                MarketMessages.schedule(
                        "wind", "day-ahead", List.of(new ScheduleBlock(HOUR, ActivePower.ofKilowatts(27_000)))),
                MarketMessages.tranches(
                        "wind",
                        List.of(
                                new InsuredTranche("a", ActivePower.ofKilowatts(12_000), Optional.of(price)),
                                new InsuredTranche("b", ActivePower.ZERO, Optional.empty()),
                                new InsuredTranche(
                                        "c",
                                        ActivePower.ZERO,
                                        Optional.of(price),
                                        Optional.of(Price.parse("3.57")),
                                        Optional.of("east")))),
                MarketMessages.spot("west", List.of(new SpotBlock(HOUR, price))),
                MarketMessages.finalSpot("west", 2, List.of(new SpotBlock(HOUR, price))),
                GeneratorMessages.node(SampleSignals.curtailed()),
                GeneratorMessages.node(SampleSignals.free()),
                GeneratorMessages.unit(SampleSignals.curtailed(), SampleSignals.insured()),
                GeneratorMessages.unit(SampleSignals.free(), SampleSignals.bare()),
                MarketMessages.frequency(NOON, new Frequency(60_010)),
                MarketMessages.controlError(NOON, ActivePower.ofKilowatts(-120_000)),
                MarketMessages.loading("northgate", NOON, PerUnit.parse("-0.85")),
                MarketMessages.standing("iso", 1_795_314_610_003L),
                TelemetryMessages.meter("wind-meter", reading, NOON, BOOT, 1),
                TelemetryMessages.meter("wind-meter", MeterReading.missing("not read yet"), NOON, BOOT, 2),
                HealthMessage.of(NOON, BOOT, "HOLDOVER", "chrony has no reference", "signed", outbox, 4096, "LOW"));
    }

    private static List<OutboxRecord> outbox() {
        List<OutboxRecord> records = new ArrayList<>();
        for (AgentRecord record : SampleRecords.all()) {
            RecordMessages.Body body = RecordMessages.of(record, NOON);
            Instant at = body.at().plusMillis(123);
            records.add(new OutboxRecord(
                    records.size() + 1L, BOOT, body.kind(), body.key(), at, "HOLDOVER", "0".repeat(64), body.json()));
        }
        return records;
    }

    private static Uplink uplink(String broker, String root, List<OutboxRecord> records) {
        OutboxSource source = new OutboxSource() {
            @Override
            public List<OutboxRecord> after(long seq, int limit) {
                return records.stream()
                        .filter(record -> record.seq() > seq)
                        .limit(limit)
                        .toList();
            }

            @Override
            public long last() {
                return records.size();
            }

            @Override
            public long acknowledged() {
                return 0;
            }

            @Override
            public void acknowledge(long seq) {
                // Every connection may send all of them again.
            }
        };
        UplinkSettings settings = new UplinkSettings(
                broker, "riverside", root, List.of(root + "/iso/#"), Optional.empty(), Pace.normal());
        return new Uplink(settings, new Station("riverside", BOOT), source, message -> {}, Monotonic.system());
    }

    private static List<String> json(Program subscriber) {
        return subscriber.lines().stream().filter(line -> line.startsWith("{")).toList();
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }
}
