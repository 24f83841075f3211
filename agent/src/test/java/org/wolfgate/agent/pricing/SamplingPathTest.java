package org.wolfgate.agent.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Table.Vertex;
import org.wolfgate.drivers.Frequency;

class SamplingPathTest {

    private static final ThreadMXBean THREADS =
            assertInstanceOf(ThreadMXBean.class, ManagementFactory.getThreadMXBean());

    private static final int SAMPLES = 12_000;

    @Test
    void pricingASampleLeavesNothingForTheGarbageCollector() {
        Curve table = new Table(
                new Frequency(50_000),
                List.of(
                        new Vertex(new Frequency(49_690), Price.parse("824.04")),
                        new Vertex(new Frequency(50_050), Price.ZERO)));
        for (SystemPrice price : List.of(
                Illustrative.AT_60_HZ,
                Illustrative.AT_50_HZ,
                new SystemPrice("table", table, FrequencyQuantum.FINEST, PriceLimits.NONE))) {
            RaisedFlags raised = new RaisedFlags();
            sum(price, raised);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long first = sum(price, raised);
            long idle = THREADS.getCurrentThreadAllocatedBytes();
            // The measurement itself takes some hundred bytes once; the smallest object takes 16 for each sample.
            assertTrue(idle - before < SAMPLES, price.parameterSet() + " took " + (idle - before) + " bytes");
            assertEquals(first, sum(price, raised));
        }
    }

    private static long sum(SystemPrice price, RaisedFlags raised) {
        long sum = 0;
        for (int f = 49_000; f < 49_000 + SAMPLES; f++) {
            raised.clear();
            sum += price.hundredths(f, (f & 1) == 0 ? SystemPrice.NO_ACE : 37_500_000L, raised) + raised.mask();
        }
        return sum;
    }
}
