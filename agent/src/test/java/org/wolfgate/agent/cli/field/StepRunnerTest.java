package org.wolfgate.agent.cli.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Reading;

/** A step test moves a plant and leaves it as it was found, whatever happens. */
class StepRunnerTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(60_000);

    private final List<ActivePower> written = new ArrayList<>();
    private ActivePower held = RATING;

    @Test
    void aPlantThatFollowsIsFoundToKeepEachStepAndIsSetBack() {
        List<Finding> findings = run(limit(), this::obedient, 60, 0);
        assertEquals(List.of(share(60), share(0), RATING), written);
        assertEquals(3, findings.size());
        assertTrue(findings.stream().noneMatch(Finding::isFault), findings::toString);
    }

    /** What was found may be an order in force: a test must never release it. */
    @Test
    void noStepGoesAboveTheSetPointThatWasFound() {
        held = share(50);
        List<Finding> findings = run(limit(), this::obedient, 80, 30);
        assertEquals(List.of(share(30), share(50)), written);
        assertTrue(findings.get(0).seen().contains("left out: above the set-point found"), findings::toString);
    }

    @Test
    void aPlantWhoseSetPointCannotBeReadIsNotMoved() {
        PowerLimit mute = new FakeLimit(Reading.missing("line x: no answer"));
        List<Finding> findings = run(mute, this::obedient, 60);
        assertEquals(List.of(), written);
        assertTrue(findings.get(0).isFault() && findings.get(0).seen().contains("not moved"), findings::toString);
    }

    @Test
    void aMeterThatIsSilentProvesNothingAndThePlantIsSetBack() {
        List<Finding> findings = run(limit(), () -> MeterReading.missing("gone"), 60);
        assertEquals(RATING, written.get(written.size() - 1));
        assertTrue(findings.get(0).seen().contains("NOT MEASURED"), findings::toString);
    }

    @Test
    void aMeterThatThrowsStillLeavesThePlantAsItWas() {
        Meter broken = () -> {
            if (written.size() == 1) {
                throw new IllegalStateException("unplugged");
            }
            return obedient();
        };
        IllegalStateException thrown = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> run(limit(), broken, 60));
        assertEquals("unplugged", thrown.getMessage());
        assertEquals(List.of(share(60), RATING), written);
    }

    private List<Finding> run(PowerLimit limit, Meter meter, Integer... shares) {
        StepRunner.Pace pace = new StepRunner.Pace(
                List.of(shares), Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMillis(1));
        return new StepRunner(pace, new PrintWriter(new StringWriter()))
                .run(StepTrial.ofSetPoint(limit, meter, RATING, List.of(shares)));
    }

    private static ActivePower share(int percent) {
        return new ActivePower(RATING.watts() * percent / 100);
    }

    private PowerLimit limit() {
        return new FakeLimit(Reading.good(held));
    }

    /** A plant at its set-point. */
    private MeterReading obedient() {
        MeterReading none = MeterReading.missing("not looked at");
        return new MeterReading(Reading.good(held), none.frequency(), none.exported(), none.imported());
    }

    private final class FakeLimit implements PowerLimit {

        private final Reading<ActivePower> first;

        FakeLimit(Reading<ActivePower> first) {
            this.first = first;
        }

        @Override
        public Reading<ActivePower> apply(ActivePower cap) {
            written.add(cap);
            held = cap;
            return Reading.good(cap);
        }

        @Override
        public Reading<ActivePower> readBack() {
            return first;
        }
    }
}
