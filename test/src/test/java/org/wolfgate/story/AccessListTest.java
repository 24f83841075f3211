package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** The access list that the generators' guide recommends, as mosquitto reads it. */
class AccessListTest {

    private static final String ROOT = "wolfgate/v1/riverside/";
    private static final Path GUIDE = Path.of("../docs/how-to/follow-your-curtailment.md");

    @Test
    void eachGeneratorSeesOnlyWhatIsItsOwn(@TempDir Path folder) throws IOException {
        try (Mosquitto broker = Mosquitto.start(folder, "acl_file " + guideList(folder));
                Program operator = subscriber(broker, "wind-operator");
                Program owner = subscriber(broker, "owner-of-wind-b")) {
            for (String topic : List.of(
                    "generator/solar",
                    "generator/wind",
                    "generator/wind/wind-a",
                    "generator/wind/wind-b",
                    "verdict/wind",
                    "verdict/wind/wind-b",
                    "record/verdict",
                    "telemetry/wind",
                    "status")) {
                broker.publish(ROOT + topic, topic, "-u", "riverside-agent");
            }
            assertEquals(Set.of("generator/wind", "verdict/wind", "status"), heard(operator));
            assertEquals(Set.of("generator/wind/wind-b", "verdict/wind/wind-b", "status"), heard(owner));
        }
    }

    @Test
    void theAgentHearsItsOwnClaimAgainWithoutWhichItSendsNothing(@TempDir Path folder) throws IOException {
        try (Mosquitto broker = Mosquitto.start(folder, "acl_file " + guideList(folder));
                Program agent = subscriber(broker, "riverside-agent")) {
            broker.publish(ROOT + "claim", "claim", "-u", "riverside-agent");
            agent.awaitLine("its claim comes back", "heard claim"::equals);
        }
    }

    /** The access list as the guide prints it. */
    private static Path guideList(Path folder) throws IOException {
        return Files.write(
                folder.resolve("acl"),
                Files.readAllLines(GUIDE).stream()
                        .filter(line -> line.startsWith("    user ") || line.startsWith("    topic "))
                        .map(String::strip)
                        .toList());
    }

    /** What arrived, once the last message published did. */
    private static Set<String> heard(Program subscriber) {
        Await.until("status is heard", () -> subscriber.lines().contains("heard status"));
        Set<String> heard = new TreeSet<>();
        subscriber.lines().stream()
                .filter(line -> line.startsWith("heard "))
                .forEach(line -> heard.add(line.substring("heard ".length())));
        return heard;
    }

    private static Program subscriber(Mosquitto broker, String user) {
        List<String> command = new ArrayList<>(List.of("stdbuf", "-oL", "mosquitto_sub", "-h", "127.0.0.1", "-p"));
        command.add(Integer.toString(broker.port()));
        command.addAll(List.of("-V", "5", "-q", "1", "-u", user, "-i", user, "-t", ROOT + "#", "-F", "heard %p", "-d"));
        Program client = Program.start(command);
        client.awaitLine(user + " is subscribed", line -> line.contains("received SUBACK"));
        return client;
    }
}
