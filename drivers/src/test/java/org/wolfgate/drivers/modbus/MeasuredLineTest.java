package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.RoundTrips;

/** A dead device costs one short probe; thingsboard/thingsboard-gateway#164: and it comes back. */
class MeasuredLineTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Request READ = new Request.Read(5, RegisterTable.HOLDING, 0, 1);

    private final List<Long> patience = new ArrayList<>();
    private boolean alive = true;
    private final MeasuredLine line = new MeasuredLine(new Recording(), DEADLINE, Duration.ZERO);

    @Test
    void aUnitSilentThreeTimesRunningIsProbedShortlyAndEveryFourthTimeWithPatience() {
        line.exchange(READ);
        alive = false;
        for (int i = 0; i < 9; i++) {
            line.exchange(READ);
        }
        assertEquals(List.of(1000L, 1000L, 1000L, 1000L, 100L, 1000L, 100L, 100L, 100L, 1000L), patience);
    }

    @Test
    void writesAreNeverCutShort() {
        alive = false;
        for (int i = 0; i < 6; i++) {
            line.exchange(new Request.WriteOne(5, 1, 1));
        }
        assertEquals(List.of(1000L, 1000L, 1000L, 1000L, 1000L, 1000L), patience);
    }

    @Test
    void aUnitThatAnswersAgainIsGivenTheWholeDeadlineAgain() {
        alive = false;
        for (int i = 0; i < 5; i++) {
            line.exchange(READ);
        }
        alive = true;
        line.exchange(READ);
        patience.clear();
        line.exchange(READ);
        assertEquals(List.of(1000L), patience);
        assertEquals(0, trips(5).failuresRunning());
        assertEquals(5, trips(5).failures());
        assertEquals(2, trips(5).answered());
    }

    /** A rest of more than the gap is no hurry; what was lost after it says nothing about the gap. */
    @Test
    void requestsOneAfterAnotherAreHurriedAndTheirLossesCountAgainstTheGap() {
        for (int i = 0; i < 120; i++) {
            alive = i % 10 != 5;
            line.exchange(READ);
        }
        assertTrue(trips(5).margin().isLow(), trips(5).margin()::words);
    }

    @Test
    void unitsAreMeasuredApart() {
        line.exchange(READ);
        line.exchange(new Request.Read(6, RegisterTable.HOLDING, 0, 1));
        assertEquals(List.of(5, 6), List.copyOf(line.roundTrips().keySet()));
        assertTrue(trips(6).times().longest().toNanos() > 0, "measured");
    }

    private RoundTrips trips(int unit) {
        return Objects.requireNonNull(line.roundTrips().get(unit));
    }

    private final class Recording implements ModbusLine {

        @Override
        public Answer exchange(Request request) {
            return probe(request, DEADLINE);
        }

        @Override
        public Answer probe(Request request, Duration atMost) {
            patience.add(atMost.toMillis());
            return alive ? new Answer.Words(List.of(1)) : new Answer.Failed("silent");
        }

        @Override
        public String label() {
            return "recording";
        }

        @Override
        public void close() {}
    }
}
