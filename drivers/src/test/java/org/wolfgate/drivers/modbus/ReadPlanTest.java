package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The plan costs the least time on the wire that any plan can, within what the device allows. */
class ReadPlanTest {

    private static final WireTime SLOW = WireTime.serial(9600, 11);
    private static final int CASES = 2_000;

    /** At 9600 baud one unwanted word costs 2.3 ms, one more request 23 ms and the turnaround: 12 words, or 23 at 30 ms. */
    @Test
    void theBreakEvenFollowsFromBaudRateAndTurnaround() {
        assertEquals(12, SLOW.withTurnaround(5_000_000).worthwhileHole());
        assertEquals(23, SLOW.withTurnaround(30_000_000).worthwhileHole());
        assertEquals(List.of(block(0, 2), block(15, 2)), plan(125, SLOW.withTurnaround(5_000_000), 0, 15));
        assertEquals(List.of(block(0, 14)), plan(125, SLOW.withTurnaround(5_000_000), 0, 12));
        assertEquals(List.of(block(0, 17)), plan(125, SLOW.withTurnaround(30_000_000), 0, 15));
    }

    /** Published figures for the physical limit at 11 bits per character. */
    @Test
    void theTimesAreThoseOfTheLine() {
        assertEquals(19.5, SLOW.withTurnaround(0).read(2) / 1e6 - 2 * SLOW.silence() / 1e6, 0.05);
        assertEquals(301, (SLOW.withTurnaround(0).read(125) - 2 * SLOW.silence()) / 1e6, 0.6);
        WireTime fast = WireTime.serial(115_200, 11);
        assertEquals(8.9, fast.withTurnaround(0).read(40) / 1e6 - 2 * 1.75, 0.05);
        assertEquals(1_750_000, fast.silence());
    }

    @Test
    void onANetworkEverythingWithinTheDevicesLimitsIsOneRequest() {
        assertEquals(List.of(block(0, 102)), plan(125, WireTime.NETWORK, 0, 40, 100));
        assertEquals(List.of(block(0, 42), block(200, 2)), plan(125, WireTime.NETWORK, 0, 40, 200));
    }

    @Test
    void noPlanIsCheaper() {
        long seed = Long.getLong("wolfgate.seed", 20_261_122L);
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            List<ReadBlock> values = values(random);
            int gap = random.nextInt(60);
            int most = 4 + random.nextInt(60);
            WireTime time = SLOW.withTurnaround(random.nextInt(60_000_000));
            List<ReadBlock> found = new ReadPlan(gap, most).blocks(values, time);
            long cost =
                    found.stream().mapToLong(block -> time.read(block.count())).sum();
            String where = "seed " + seed + ", case " + i + ": " + values + " -> " + found;
            assertEquals(cheapest(values, 0, gap, most, time), cost, where);
            assertTrue(values.stream().allMatch(one -> found.stream().anyMatch(block -> block.contains(one))), where);
            assertTrue(found.stream().allMatch(block -> block.count() <= Math.max(most, 4)), where);
        }
    }

    /** All ways to cut the sorted values, by trying each. */
    private static long cheapest(List<ReadBlock> values, int start, int gap, int most, WireTime time) {
        if (start == values.size()) {
            return 0;
        }
        long best = Long.MAX_VALUE;
        ReadBlock block = values.get(start);
        for (int end = start + 1; end <= values.size(); end++) {
            long rest = cheapest(values, end, gap, most, time);
            best = Math.min(best, time.read(block.count()) + rest);
            if (end == values.size()
                    || values.get(end).address() - block.end() > gap
                    || values.get(end).end() - block.address() > most) {
                return best;
            }
            block = new ReadBlock(
                    block.table(), block.address(), values.get(end).end() - block.address());
        }
        return best;
    }

    private static List<ReadBlock> values(Random random) {
        List<ReadBlock> values = new ArrayList<>();
        int address = random.nextInt(10);
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
            int count = 1 + random.nextInt(4);
            values.add(block(address, count));
            address += count + (random.nextBoolean() ? 0 : random.nextInt(40));
        }
        return values;
    }

    /** influxdata/telegraf#12071: devices that cannot give what lies on both sides of a hole in one answer. */
    @Test
    void aRefusedReadIsCutInItsWidestHoleAndOnlyThere() {
        ReadPlan plan = new ReadPlan(125, 125);
        List<ReadBlock> values = List.of(block(0, 2), block(4, 2), block(30, 2), block(33, 2));
        assertEquals(List.of(block(0, 35)), plan.blocks(values, WireTime.NETWORK));
        assertEquals(
                List.of(block(0, 6), block(30, 5)),
                plan.unmerged(block(0, 35), values, WireTime.NETWORK).orElseThrow());
        assertEquals(List.of(block(0, 6), block(30, 5)), plan.blocks(values, WireTime.NETWORK));
        assertTrue(plan.unmerged(block(0, 2), values, WireTime.NETWORK).isEmpty(), "a single value is not to be cut");
    }

    private static List<ReadBlock> plan(int most, WireTime time, int... addresses) {
        List<ReadBlock> values = new ArrayList<>();
        for (int address : addresses) {
            values.add(block(address, 2));
        }
        return new ReadPlan(125, most).blocks(values, time);
    }

    private static ReadBlock block(int address, int count) {
        return new ReadBlock(RegisterTable.HOLDING, address, count);
    }
}
