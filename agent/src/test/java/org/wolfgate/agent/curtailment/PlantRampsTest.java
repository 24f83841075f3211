package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.PlantRamps.Goal;
import org.wolfgate.agent.curtailment.PlantRamps.PlantLevel;
import org.wolfgate.drivers.ActivePower;

/** Several plants on their way to their shares, each with its own ramp, dead time and slew. */
class PlantRampsTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final long RATING = 100;

    @Test
    void powerIsTakenFromOnePlantBeforeItIsGivenToAnother() {
        Map<String, PlantRule> plants = new LinkedHashMap<>();
        plants.put("a", PlantRule.of(power(100)));
        plants.put("b", PlantRule.of(power(100)));
        Map<String, PlantLevel> levels = settled(Map.of("a", 60L, "b", 20L));
        List<String> seen = new ArrayList<>();
        for (int second = 0; second <= 31; second++) {
            Goal goal = new Goal(Map.of("a", power(20), "b", power(60)), power(80), false, Duration.ofSeconds(30));
            levels = PlantRamps.next(levels, plants, goal, NOON.plusSeconds(second));
            seen.add(watts(levels, "a") + "/" + watts(levels, "b"));
        }
        assertEquals("20/20", seen.get(0));
        assertEquals("20/20", seen.get(29));
        assertEquals("20/60", seen.get(30));
    }

    /**
     * A random number of plants, each with a dead time of 0 to 30 s and a slew of its own, and a limit that steps. What they
     * inject together never rises above the limit in force or what there was before it, settles at or below the limit, and
     * no plant turns round on its way.
     */
    @Test
    void theyNeverInjectMoreThanTheLimitWhateverTheirDeadTimesAndSlews() {
        Seeds.holds(40, random -> {
            Map<String, PlantRule> plants = new LinkedHashMap<>();
            List<Slow> slow = new ArrayList<>();
            int settle = 1;
            for (int n = 0; n <= random.nextInt(4); n++) {
                RampLimits ramp = new RampLimits(
                        power(random.nextInt(20)),
                        power(random.nextInt(20)),
                        Duration.ofSeconds(random.nextInt(5)),
                        power(random.nextInt(3)));
                plants.put("p" + n, new PlantRule(power(RATING), ramp, List.of()));
                Slow each = new Slow(random.nextInt(31), 1 + random.nextInt(30));
                slow.add(each);
                settle = Math.max(settle, each.dead + (int) (RATING / each.slew) + 2);
            }
            Map<String, PlantLevel> levels = new LinkedHashMap<>();
            plants.forEach((plant, rule) -> levels.put(plant, PlantLevel.settled(power(RATING))));
            drive(random, plants, slow, new LinkedHashMap<>(levels), settle);
        });
    }

    private static void drive(
            Random random, Map<String, PlantRule> plants, List<Slow> slow, Map<String, PlantLevel> start, int settle) {
        Map<String, PlantLevel> levels = start;
        int second = 0;
        for (int turn = 0; turn < 5; turn++) {
            long limit = random.nextLong(RATING * plants.size() + 1);
            Map<String, ActivePower> shares = shares(random, plants, limit);
            long before = injected(slow);
            Map<String, Integer> ways = new LinkedHashMap<>();
            for (int end = second + 12 * settle + 400; second < end; second++) {
                Goal goal = new Goal(shares, power(limit), false, Duration.ofSeconds(settle));
                Map<String, PlantLevel> next = PlantRamps.next(levels, plants, goal, NOON.plusSeconds(second));
                int n = 0;
                for (String plant : plants.keySet()) {
                    int way = Long.signum(watts(next, plant) - watts(levels, plant));
                    int past = ways.merge(plant, way, (was, is) -> was == 0 ? is : was);
                    assertTrue(way == 0 || way == past, plant + " turned round");
                    slow.get(n++).follow(watts(next, plant));
                }
                levels = next;
                assertTrue(
                        injected(slow) <= Math.max(limit, before),
                        injected(slow) + " W at second " + second + ", limit " + limit + ", before " + before);
            }
            assertTrue(injected(slow) <= limit, injected(slow) + " W in the end, limit " + limit);
        }
    }

    /** Random shares that fill the limit as far as ratings allow. */
    private static Map<String, ActivePower> shares(Random random, Map<String, PlantRule> plants, long limit) {
        Map<String, ActivePower> shares = new LinkedHashMap<>();
        long left = limit;
        for (String plant : plants.keySet()) {
            long share = Math.min(RATING, random.nextLong(left + 1));
            shares.put(plant, power(share));
            left -= share;
        }
        return shares;
    }

    private static long injected(List<Slow> slow) {
        return slow.stream().mapToLong(plant -> plant.power).sum();
    }

    /** Power that follows its limit late and by so many watts a second; it has wind and sun enough for more. */
    private static final class Slow {

        private final Deque<Long> underWay = new ArrayDeque<>();
        private final int dead;
        private final long slew;
        private long power = RATING;

        Slow(int dead, long slew) {
            this.dead = dead;
            this.slew = slew;
            for (int second = 0; second < dead; second++) {
                underWay.add(RATING);
            }
        }

        void follow(long limit) {
            underWay.add(limit);
            power += Math.max(-slew, Math.min(slew, underWay.remove() - power));
        }
    }

    private static Map<String, PlantLevel> settled(Map<String, Long> limits) {
        Map<String, PlantLevel> levels = new LinkedHashMap<>();
        limits.forEach((plant, limit) -> levels.put(plant, PlantLevel.settled(power(limit))));
        return levels;
    }

    private static long watts(Map<String, PlantLevel> levels, String plant) {
        PlantLevel level = levels.get(plant);
        return level == null ? -1 : level.level().limit().watts();
    }

    private static ActivePower power(long watts) {
        return new ActivePower(watts);
    }
}
