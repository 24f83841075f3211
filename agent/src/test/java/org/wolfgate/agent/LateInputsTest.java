package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The oracle of re-pricing: an agent that had every input in time. Whatever comes late, in whatever order, more than once
 * and with restarts between, the latest line of every interval must say the same.
 */
class LateInputsTest {

    private static final int ROUNDS = 60;
    private static final Pattern LINE = Pattern.compile("  -> statement (\\S+ \\S+) v(\\d+) (.*)");

    @Test
    void anyOrderOfLateInputsEndsWhereInputsInTimeEnd() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            List<String> inputs = inputs(random);
            String metering = "12:00:00..12:00:41 every 1 meter solar " + (20 + random.nextInt(40));
            List<String> before = List.of(
                    "12:00:00 tranches solar low=18@30 high=18@45 bare=9",
                    "12:00:00 order id=a sequence=1 cap=" + (5 + random.nextInt(30))
                            + " start=12:00:07 end=12:00:33 comply=5");

            List<String> inTime = new ArrayList<>(before);
            inputs.forEach(input -> inTime.add("12:00:00 " + input));
            inTime.add(metering);

            List<String> late = new ArrayList<>(before);
            List<String> shuffled = new ArrayList<>(inputs);
            shuffled.add(inputs.get(random.nextInt(inputs.size())));
            Collections.shuffle(shuffled, random);
            int early = random.nextInt(shuffled.size());
            shuffled.subList(0, early).forEach(input -> late.add("12:00:00 " + input));
            late.add(metering);
            for (String input : shuffled.subList(early, shuffled.size())) {
                if (random.nextInt(3) == 0) {
                    late.add("restart");
                }
                late.add("12:05:00 " + input);
            }
            Map<String, String> expected = latest(inTime);
            assertFalse(expected.isEmpty(), "seed " + seed + ": the agent settles something");
            assertEquals(expected, latest(late), "seed " + seed + ":\n" + String.join("\n", late));
        }
    }

    /** A schedule for each node, and a spot price in two parts that meet within an interval. */
    private static List<String> inputs(Random random) {
        int meeting = 11 + random.nextInt(20);
        return List.of(
                "schedule solar " + (20 + random.nextInt(40)) + " until 13:00:00 from 12:00:00",
                "schedule wind 10 until 13:00:00 from 12:00:00",
                "spot " + (20 + random.nextInt(60)) + " until 12:00:" + meeting + " from 12:00:00",
                "spot " + (20 + random.nextInt(60)) + " until 13:00:00 from 12:00:" + meeting);
    }

    /** The text of every interval's line with the highest version, without the version. */
    private static Map<String, String> latest(List<String> story) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Integer> versions = new TreeMap<>();
        SubstationStory.tell(String.join("\n", story)).lines().forEach(told -> {
            Matcher line = LINE.matcher(told);
            if (line.matches()) {
                int version = Integer.parseInt(line.group(2));
                int last = versions.merge(line.group(1), version, Math::max);
                if (version == last) {
                    texts.put(line.group(1), line.group(3));
                }
            }
        });
        return texts;
    }
}
