package org.wolfgate.agent.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    @Test
    void markWaitsForTheOldestThatIsMissing() {
        Acknowledgements done = new Acknowledgements(10);
        done.add(12);
        done.add(13);
        assertEquals(10, done.mark());
        assertTrue(done.contains(13));
        assertFalse(done.contains(11));
        done.add(11);
        assertEquals(13, done.mark());
    }

    @Test
    void inWhateverOrderTheyComeTheMarkIsTheEndOfTheUnbrokenRow() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long start = random.nextInt(5);
            List<Long> order = new ArrayList<>(LongStream.rangeClosed(start + 1, start + 1 + random.nextInt(60))
                    .boxed()
                    .toList());
            Collections.shuffle(order, random);
            order.addAll(order.subList(0, order.size() / 2));
            Acknowledgements done = new Acknowledgements(start);
            TreeSet<Long> oracle = new TreeSet<>();
            for (long seq : order) {
                done.add(seq);
                oracle.add(seq);
                long mark = start;
                while (oracle.contains(mark + 1)) {
                    mark++;
                }
                assertEquals(mark, done.mark(), "seed " + seed);
                assertTrue(done.contains(seq), "seed " + seed);
                assertEquals(seq + 1 <= mark || oracle.contains(seq + 1), done.contains(seq + 1), "seed " + seed);
            }
        }
    }
}
