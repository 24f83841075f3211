package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.VerdictSeal;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.TrustStore;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/** A generator's view: its cap and the reason while it lasts, the verdict when it is over, the money when it is final. */
class GeneratorSignalsTest {

    private static final Duration LIFE = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Path keys = Path.of("");
    private Optional<Riverside> scene = Optional.empty();
    private Optional<DeskLink> desk = Optional.empty();
    private Optional<DeskSigner> signer = Optional.empty();

    @BeforeEach
    void anOrderIsInForce() throws Exception {
        keys = Files.createDirectories(folder.resolve("keys"));
        for (String name : List.of("riverside", "iso")) {
            assertEquals(
                    0,
                    Verb.run(
                                    folder,
                                    List.of(),
                                    "keys",
                                    "make",
                                    keys.resolve(name).toString())
                            .code());
        }
        signer = Optional.of(new DeskSigner(SigningKey.load(keys.resolve("iso.jwk")), "iso", "riverside"));
        Riverside riverside = Riverside.signed(folder, keys);
        scene = Optional.of(riverside);
        riverside.broker().start();
        desk = Optional.of(riverside.openIso());
        riverside.publishMarket("hydro", "27 MW", "30.00", "42.00", message -> signed(message));
        riverside.startAgent();
        riverside.awaitSubscription();
        Await.until(
                "hydro is metered",
                () -> riverside.telemetry("hydro").at("/power/w").asLong() > 20_000_000);
        Instant now = Instant.now();
        CurtailmentOrder order = WholeAgentTest.order("h1", now, now.plusSeconds(7));
        byte[] text = OrderMessages.write("riverside", order);
        publish(Riverside.TOPICS.orders(), signer.orElseThrow().sign(text, order.sequence(), Instant.now()));
    }

    @AfterEach
    void leave() {
        scene.ifPresent(Riverside::close);
    }

    @Test
    void aGeneratorThatConnectsSeesItsCapThenTheSignedVerdictPendingAndFinalOnceEach() throws Exception {
        Riverside riverside = scene.orElseThrow();
        riverside.await("the plant follows", e -> e.key().equals("h1/APPLIED"));
        try (Program operator = subscriber("operator", Riverside.TOPICS.generator("hydro"));
                Program owner = subscriber("owner", Riverside.TOPICS.generator("hydro", "hydro-a"));
                Program verdicts = subscriber("verdicts", Riverside.TOPICS.verdict("hydro"));
                Program own = subscriber("own", Riverside.TOPICS.verdict("hydro", "hydro-a"))) {
            JsonNode retained = message(operator, 0);
            assertEquals(20_000_000, retained.path("cap_w").asLong(), retained.toString());
            assertEquals("h1", retained.path("order").asText());
            assertEquals("own-choice", retained.path("mark").asText());
            assertEquals(20_000_000, message(owner, 0).path("cap_w").asLong());

            JsonNode pending = message(verdicts, 0);
            assertEquals("pending", pending.path("compensation_state").asText());
            assertGenuine(lines(verdicts).get(0));
            assertEquals("hydro-a", message(own, 0).path("unit").asText());
            assertGenuine(lines(own).get(0));

            byte[] last = signed(finalSpot(1, "50.00"));
            publish(Riverside.TOPICS.finalSpot("west"), last);
            JsonNode settled = message(verdicts, 1);
            assertEquals(2, settled.path("version").asInt());
            assertEquals(
                    pending.path("compensation").decimalValue(),
                    settled.at("/replaces/compensation").decimalValue());
            long stoodBack = settled.at("/units/0/curtailed_wh").asLong();
            long compensation = settled.path("compensation")
                    .decimalValue()
                    .movePointRight(6)
                    .longValue();
            assertTrue(Math.abs(stoodBack * 20 - compensation) <= 30, "50 less 30 for each MWh: " + settled);
            assertVerifies(lines(verdicts).get(1), "(final, version 2)");
            assertEquals("final", message(own, 1).path("compensation_state").asText());
            Await.until(
                    "the topic says so",
                    () -> latest(operator)
                                    .path("final_compensation")
                                    .decimalValue()
                                    .signum()
                            > 0);
            assertEquals(
                    0,
                    latest(operator).path("pending_compensation").decimalValue().signum());

            publish(Riverside.TOPICS.finalSpot("west"), last);
            publish(Riverside.TOPICS.finalSpot("west"), signed(finalSpot(2, "40.00")));
            assertEquals(3, message(verdicts, 2).path("version").asInt(), "the replay brought nothing about");
            UpstreamCopy.Entry third =
                    riverside.await("the ISO has it as well", e -> e.key().equals("h1/3"));
            assertEquals("verdict", third.kind());
        }
    }

    private static byte[] finalSpot(int revision, String price) {
        Interval past = new Interval(Instant.now().minusSeconds(600), Instant.now());
        return MarketMessages.finalSpot("west", revision, List.of(new SpotBlock(past, Price.parse(price))));
    }

    private void assertGenuine(String verdict) throws TrustException {
        TrustStore store = TrustStore.of(Map.of("riverside", KeySet.load(keys.resolve("riverside.jwks"))));
        assertInstanceOf(VerdictSeal.Genuine.class, VerdictSeal.check(verdict, store, Instant.EPOCH), verdict);
    }

    private void assertVerifies(String verdict, String words) throws Exception {
        Path record = Files.writeString(folder.resolve("verdict.json"), verdict + "\n");
        Verb verify = Verb.run(
                folder,
                List.of(),
                "verify",
                record.toString(),
                "--keys",
                keys.resolve("riverside.jwks").toString());
        assertEquals(0, verify.code(), verify.printed());
        assertTrue(verify.printed().contains(words), verify.printed());
    }

    private static JsonNode message(Program subscriber, int place) {
        Await.until("message " + place, () -> lines(subscriber).size() > place);
        return json(lines(subscriber).get(place));
    }

    private static JsonNode latest(Program subscriber) {
        List<String> lines = lines(subscriber);
        return json(lines.get(lines.size() - 1));
    }

    private static List<String> lines(Program subscriber) {
        return subscriber.lines().stream().filter(line -> line.startsWith("{")).toList();
    }

    private static JsonNode json(String line) {
        try {
            return Json.read(line.getBytes(StandardCharsets.UTF_8));
        } catch (MessageException e) {
            throw new AssertionError(line, e);
        }
    }

    private Program subscriber(String name, String topic) {
        return scene.orElseThrow().broker().subscriber(name, topic, "%p");
    }

    private byte[] signed(byte[] message) {
        return signer.orElseThrow().sign(message, Instant.now(), LIFE);
    }

    private void publish(String topic, byte[] message) throws IOException {
        desk.orElseThrow().publish(topic, message, false).join();
    }
}
