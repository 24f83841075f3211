package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** evcc-io/evcc#316, #6953, OpenEMS/openems#3099: "timeouts" of devices that were asked too fast. */
class GapLineTest {

    private static final Duration GAP = Duration.ofMillis(25);
    private static final Request READ = new Request.Read(1, RegisterTable.HOLDING, 0, 1);

    private final List<Long> asked = new ArrayList<>();
    private long now;

    /** Answers 5 ms after it was asked, and only those who left it alone for 25 ms. */
    private final ModbusLine slow = new ModbusLine() {
        private long lastAnswer = -Duration.ofSeconds(1).toNanos();

        @Override
        public Answer exchange(Request request) {
            asked.add(now);
            boolean rested = now - lastAnswer >= GAP.toNanos();
            now += 5_000_000;
            lastAnswer = now;
            return rested ? new Answer.Words(List.of(7)) : new Answer.Failed("no answer");
        }

        @Override
        public String label() {
            return "slow";
        }

        @Override
        public void close() {}
    };

    @Test
    void aDeviceThatNeedsTwentyFiveMillisecondsOfSilenceAnswersEveryTime() {
        ModbusLine line = new GapLine(slow, GAP, () -> now, nanos -> now += nanos);
        for (int i = 0; i < 3; i++) {
            assertEquals(new Answer.Words(List.of(7)), line.exchange(READ));
        }
        assertEquals(List.of(0L, 30_000_000L, 60_000_000L), asked);
    }

    @Test
    void timeThatPassedAnywayIsNotWaitedForAgain() {
        ModbusLine line = new GapLine(slow, GAP, () -> now, nanos -> now += nanos);
        line.exchange(READ);
        now += Duration.ofSeconds(1).toNanos();
        line.exchange(READ);
        assertEquals(List.of(0L, 1_005_000_000L), asked);
    }

    @Test
    void thePlannerCountsTheGapAsPartOfEachRequest() {
        ModbusLine line = new GapLine(slow, GAP, () -> now, nanos -> now += nanos);
        assertEquals(
                GAP.toNanos(), line.wireTime(1).turnaround() - slow.wireTime(1).turnaround());
    }
}
