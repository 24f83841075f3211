package org.wolfgate.agent.cli.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayLimit;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayOutput.AtStart;
import org.wolfgate.drivers.relay.RelayOutput.AtStop;
import org.wolfgate.drivers.relay.RelayOutput.Duty;
import org.wolfgate.drivers.relay.RelayStep;
import org.wolfgate.drivers.relay.RelayTiming;

/** The step test of a plant that obeys relay contacts. */
class RelayStepsTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(2_000);

    private final WiredRelays relays = new WiredRelays();

    @Test
    void everyStepIsMovedAndConfirmedByContactsAndMeter() {
        List<Finding> findings = run(RATING, true);
        assertEquals(3, findings.size());
        assertTrue(findings.stream().noneMatch(Finding::isFault), findings::toString);
        assertTrue(
                findings.get(0).seen().matches("cap 1.2 MW: kept; 2 MW to 1.2 MW, .*; feedback contacts say 1.2 MW"),
                findings::toString);
        assertEquals(List.of("k60 pulls", "k60 drops", "k0 pulls", "k0 drops"), relays.story);
    }

    @Test
    void withoutFeedbackContactsTheMeterAloneProvesAStepAndTheReportSaysSo() {
        List<Finding> findings = run(RATING, false);
        assertTrue(findings.stream().noneMatch(Finding::isFault), findings::toString);
        assertTrue(
                findings.get(1).seen().endsWith("commanded, not confirmed: no feedback contact at k60, k0"),
                findings::toString);
    }

    @Test
    void aRelayThatDoesNotPullIsAFaultAndTheOthersAreTriedAllTheSame() {
        relays.stuck.add("k60");
        List<Finding> findings = run(RATING, true);
        assertTrue(findings.get(0).isFault(), findings::toString);
        assertTrue(
                findings.get(0).seen().contains("commanded 1.2 MW, but the feedback contacts say 2 MW"),
                findings::toString);
        assertTrue(findings.get(1).seen().startsWith("cap 0 W: kept"), findings::toString);
    }

    /** What the relays said before may be an order in force: the test goes no higher, and returns there. */
    @Test
    void aPlantThatIsHeldByItsRelaysIsNotReleasedByTheTest() {
        List<Finding> findings = run(ActivePower.ZERO, true);
        assertTrue(findings.get(0).seen().contains("left out: above the set-point found"), findings::toString);
        assertEquals(List.of("k0 pulls"), relays.story);
        assertEquals(ActivePower.ZERO, relays.allowed(RATING, List.of(step("k60", 60, true), step("k0", 0, true))));
    }

    private List<Finding> run(ActivePower found, boolean wired) {
        List<RelayStep> steps = List.of(step("k60", 60, wired), step("k0", 0, wired));
        RelayTiming timing = RelayTiming.real(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        RelayLimit limit = new RelayLimit("wind", relays, steps, RATING, timing);
        Meter meter = () -> injecting(relays.allowed(RATING, steps));
        StepRunner.Pace pace =
                new StepRunner.Pace(List.of(), Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMillis(1));
        return new StepRunner(pace, new PrintWriter(new StringWriter()))
                .run(StepTrial.ofRelays(limit, meter, RATING, limit.limits()), found);
    }

    private static RelayStep step(String name, int percent, boolean wired) {
        RelayOutput output = new RelayOutput(name, percent, true, Duty.CURTAIL, AtStart.WAIT, AtStop.KEEP);
        return new RelayStep(output, BigDecimal.valueOf(percent), wired ? Optional.of("at-" + name) : Optional.empty());
    }

    private static MeterReading injecting(ActivePower power) {
        MeterReading none = MeterReading.missing("not looked at");
        return new MeterReading(Reading.good(power), none.frequency(), none.exported(), none.imported());
    }
}
