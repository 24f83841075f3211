package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Await;

/** A person at the desk: keys, an order, its verdict and the proof of it, all by the command line. */
class OrderVerbTest {

    @TempDir
    Path folder;

    private Path keys = Path.of("");
    private Optional<Riverside> scene = Optional.empty();

    @BeforeEach
    void keysAreMadeAndTheAgentBelievesThem() throws Exception {
        keys = Files.createDirectories(folder.resolve("keys"));
        for (String name : List.of("riverside", "iso", "stranger")) {
            Verb made = wolfgate("keys", "make", keys.resolve(name).toString());
            assertEquals(0, made.code(), made.printed());
        }
        Riverside riverside = Riverside.signed(folder, keys);
        scene = Optional.of(riverside);
        riverside.broker().start();
        riverside.openIso();
        riverside.startAgent();
        riverside.awaitSubscription();
        Await.until(
                "hydro is metered",
                () -> riverside.telemetry("hydro").at("/power/w").asLong() > 20_000_000);
    }

    @AfterEach
    void leave() {
        scene.ifPresent(Riverside::close);
    }

    @Test
    void anOrderIsFollowedToItsVerdictWhichVerifiesAndOneChangedByteMakesItFail() throws Exception {
        Path record = folder.resolve("verdict.json");
        Verb order = order("iso", "--for", "12s", "--comply-within", "10s", "--save", record.toString());

        assertEquals(0, order.code(), order.printed());
        List<String> steps = List.of("APPLYING", "APPLIED", "CONFIRMED_BY_METER", "verdict");
        assertEquals(
                steps,
                order.printed()
                        .lines()
                        .map(line -> line.split("[: ]", 2)[0])
                        .filter(steps::contains)
                        .toList(),
                order.printed());

        Verb genuine = verify(record);
        assertEquals(0, genuine.code(), genuine.printed());
        assertTrue(genuine.printed().contains("genuine, signed by riverside"), genuine.printed());
        assertTrue(genuine.printed().contains("cap 20000 kW"), genuine.printed());

        byte[] changed = Files.readAllBytes(record);
        int digit = Files.readString(record).indexOf("\"cap_kw\":") + "\"cap_kw\":".length();
        changed[digit] = '3';
        Verb forged = verify(Files.write(folder.resolve("changed.json"), changed));
        assertTrue(forged.code() != 0 && forged.printed().contains("NOT GENUINE"), forged.printed());
    }

    @Test
    void anOrderSignedByAStrangerIsRefusedAndMovesNothing() throws Exception {
        Verb order = order("stranger", "--for", "12s");

        assertTrue(order.code() != 0 && order.printed().contains("REFUSED NOT_AUTHENTIC"), order.printed());
        assertEquals(
                Optional.empty(),
                scene.orElseThrow()
                        .find(entry -> entry.body().path("state").asText().equals("APPLYING")));
    }

    private Verb order(String key, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("order", "--broker"));
        arguments.add(scene.orElseThrow().broker().url());
        arguments.addAll(List.of("--key", keys.resolve(key + ".jwk").toString(), "--substation", "riverside"));
        arguments.addAll(List.of("--node", "hydro", "--cap", "20MW"));
        arguments.addAll(List.of(more));
        return wolfgate(arguments.toArray(String[]::new));
    }

    private Verb verify(Path record) throws IOException, InterruptedException {
        return wolfgate(
                "verify",
                record.toString(),
                "--keys",
                keys.resolve("riverside.jwks").toString());
    }

    private Verb wolfgate(String... arguments) throws IOException, InterruptedException {
        return Verb.run(folder, List.of(), arguments);
    }
}
