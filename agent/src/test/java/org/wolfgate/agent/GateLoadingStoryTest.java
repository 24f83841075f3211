package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wolfgate.agent.control.PricedGate;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.ActivePower;

/** What the loadings of flowgates do to the price: {@code mid} as the ISO says, {@code t1} as the agent's own meter shows. */
class GateLoadingStoryTest {

    private static final Pattern LINE = Pattern.compile("  -> statement (\\S+ \\S+) v\\d+ (.*)");

    @TestFactory
    List<DynamicTest> everyStoryEndsAsItIsWritten() throws IOException, URISyntaxException {
        Path folder = Path.of(GateLoadingStoryTest.class
                .getResource("control/loading-stories")
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString().replace(".txt", "").replace('-', ' '), () -> {
                                String story = Files.readString(file);
                                assertEquals(story, SubstationStory.tell(story, settings()));
                            }))
                    .toList();
        }
    }

    /** The oracle of re-pricing: an agent that heard every loading in time. */
    @Test
    void loadingsThatAllComeLateEndWhereLoadingsInTimeEnd() {
        Seeds.holds(60, random -> {
            List<String> inTime = new ArrayList<>(List.of("11:59:00 schedule solar 30 until 13:00:00"));
            List<String> late = new ArrayList<>(inTime);
            List<String> waiting = new ArrayList<>();
            for (int second = 0; second <= 90; second++) {
                String at = StoryMessages.at("12:00:00")
                        .plusSeconds(second)
                        .toString()
                        .substring(11, 19);
                if (random.nextInt(second < 45 ? 3 : 20) == 0) {
                    String loading = "loading mid " + (random.nextInt(300) - 150) / 100.0;
                    inTime.add(at + " " + loading);
                    waiting.add("12:02:00 " + loading + " from " + at);
                }
                inTime.add(at + " meter solar 36");
                late.add(at + " meter solar 36");
                if (random.nextInt(30) == 0) {
                    late.add("restart");
                }
            }
            late.addAll(waiting);
            late.add("12:02:10 tick");
            assertEquals(latest(inTime), latest(late), () -> String.join("\n", late));
        });
    }

    /** The text of every interval's line with the highest version, without the version. */
    private static SortedMap<String, String> latest(List<String> story) {
        TreeMap<String, String> texts = new TreeMap<>();
        SubstationStory.tell(String.join("\n", story), settings())
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> texts.put(line.group(1), line.group(2)));
        SortedMap<String, String> metered = texts.headMap("solar 12:01:30");
        assertEquals(9, metered.size(), metered.toString());
        return metered;
    }

    static SubstationSettings settings() {
        SubstationSettings plain = StorySubstation.settings();
        LocalGate t1 = new LocalGate(
                "t1",
                Optional.of(ActivePower.parse("40 MW")),
                Optional.empty(),
                Map.of("transformer-meter", BigDecimal.ONE),
                Map.of("wind", BigDecimal.ONE),
                new LocalGate.Care(
                        ActivePower.parse("1 MW"),
                        ActivePower.parse("2 MW"),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5)));
        return new SubstationSettings(
                plain.substation(),
                plain.grid(),
                plain.price(),
                plain.nodes(),
                List.of(t1),
                List.of(
                        gate("mid", Map.of("solar", PerUnit.parse("0.4")), false),
                        gate("t1", Map.of("wind", PerUnit.parse("1")), true)));
    }

    private static PricedGate gate(String name, Map<String, PerUnit> nodes, boolean local) {
        Flowgate curve = new Flowgate(name, Price.parse("1.00"), PerUnit.parse("0.10"));
        return new PricedGate(curve, Duration.ofSeconds(30), nodes, local);
    }
}
