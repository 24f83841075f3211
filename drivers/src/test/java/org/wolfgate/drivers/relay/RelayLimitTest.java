package org.wolfgate.drivers.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.PowerLimitContract;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayOutput.AtStart;
import org.wolfgate.drivers.relay.RelayOutput.AtStop;
import org.wolfgate.drivers.relay.RelayOutput.Duty;

/** The table that German network operators wire: K1 100 %, K2 60 %, K3 30 %, K4 0 % of the rating. */
class RelayLimitTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(1_000);

    private final BenchRelays relays = new BenchRelays();

    @Nested
    class EnergiseToCurtailKeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new BenchRig(Duty.CURTAIL, true);
        }
    }

    @Nested
    class EnergiseToReleaseKeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new BenchRig(Duty.RELEASE, true);
        }
    }

    @Nested
    class WithoutFeedbackContactsKeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new BenchRig(Duty.CURTAIL, false);
        }
    }

    private Duration dwell = Duration.ZERO;
    private long now;

    @Test
    void theOldContactOpensBeforeTheNewOneCloses() {
        PowerLimit limit = limit(Duty.CURTAIL, true);
        limit.apply(percent(60));
        relays.story.clear();
        limit.apply(percent(30));
        assertEquals(List.of("k2 released", "100 ms", "k3 energised"), relays.story);
    }

    @Test
    void aCapBetweenTwoStepsTakesTheLowerAndTheSameStepMovesNothing() {
        PowerLimit limit = limit(Duty.CURTAIL, true);
        assertEquals(Reading.good(percent(30)), limit.apply(percent(59)));
        relays.story.clear();
        assertEquals(Reading.good(percent(30)), limit.apply(percent(31)));
        assertEquals(List.of(), relays.story);
    }

    /** Where a contact is welded the strictest of those that are closed counts, and it is not what was commanded. */
    @Test
    void aWeldedContactShowsInTheFeedbackNotInTheCommand() {
        RelayLimit limit = limit(Duty.CURTAIL, true);
        limit.apply(ActivePower.ZERO);
        relays.welded.add("k4");
        Reading<ActivePower> held = limit.apply(RATING);
        assertEquals(Quality.SUSPECT, held.quality());
        assertEquals(ActivePower.ZERO, held.value().orElseThrow());
        RelayState state = limit.state();
        assertEquals(Optional.of(RATING), state.commanded());
        assertEquals(Reading.good(ActivePower.ZERO), state.confirmed());
    }

    /** Pi4J/pi4j#485 and others: what the library says of an output is the last command. */
    @Test
    void withoutFeedbackACommandIsNeverShownAsConfirmed() {
        RelayLimit limit = limit(Duty.CURTAIL, false);
        Reading<ActivePower> held = limit.apply(percent(30));
        assertEquals(Quality.SUBSTITUTED, held.quality());
        assertTrue(held.reason().contains("commanded, not confirmed: no feedback contact at k1, k2, k3, k4"));
        assertEquals(Optional.of(percent(30)), limit.state().commanded());
        assertEquals(Optional.empty(), limit.state().confirmed().value());
    }

    /** A broken wire must not silently release a 0 % order: the strictest contact that still moves is taken. */
    @Test
    void aContactThatCannotCloseIsReplacedByTheStrictestThatCan() {
        PowerLimit limit = limit(Duty.CURTAIL, true);
        limit.apply(percent(60));
        relays.dead.add("k3");
        Reading<ActivePower> held = limit.apply(percent(30));
        assertEquals(Quality.MISSING, held.quality());
        assertTrue(relays.closed("k4"));
    }

    /** Energise-to-release: with all coils dead the plant stands at the strictest limit. */
    @Test
    void withoutPowerAnEnergiseToReleaseBankCurtails() {
        RelayLimit limit = limit(Duty.RELEASE, true);
        assertEquals(ActivePower.ZERO, limit.readBack().value().orElseThrow());
        limit.apply(RATING);
        assertEquals(
                List.of(true, true, true, true),
                Stream.of("k1", "k2", "k3", "k4").map(relays::closed).toList());
    }

    @Test
    void aTableWithoutZeroSaysThatItCannotHoldTheCap() {
        RelayStep only = step("k2", 60, Duty.CURTAIL, true);
        RelayLimit limit = new RelayLimit("plant old-wind", relays, List.of(only), RATING, timing());
        Reading<ActivePower> held = limit.apply(percent(10));
        assertEquals(Quality.SUSPECT, held.quality());
        assertEquals(percent(60), held.value().orElseThrow());
        assertTrue(held.reason().contains("its strictest step is 0.6 MW, above the cap of 0.1 MW"), held.reason());
    }

    /**
     * reinhard-brandstaedter/solarflow-control#206: a release waits until the step was held for its time, and then needs no
     * further order.
     */
    @Test
    void aStepIsHeldForItsDwellBeforeALooserOneFollows() {
        dwell = Duration.ofSeconds(60);
        RelayLimit limit = limit(Duty.CURTAIL, true);
        assertEquals(Reading.good(percent(30)), limit.apply(percent(30)));
        now = Duration.ofSeconds(59).toNanos();
        assertEquals(Reading.good(percent(30)), limit.apply(RATING));
        assertEquals(Reading.good(percent(30)), limit.refresh());
        now = Duration.ofSeconds(60).toNanos();
        assertEquals(Reading.good(RATING), limit.refresh());
        assertEquals(Optional.of(Duration.ofSeconds(1)), limit.refreshPeriod());
    }

    @Test
    void aStricterStepNeverWaitsAndBeginsItsOwnDwell() {
        dwell = Duration.ofSeconds(60);
        RelayLimit limit = limit(Duty.CURTAIL, true);
        limit.apply(percent(60));
        now = Duration.ofSeconds(50).toNanos();
        assertEquals(Reading.good(ActivePower.ZERO), limit.apply(ActivePower.ZERO));
        now = Duration.ofSeconds(70).toNanos();
        assertEquals(Reading.good(ActivePower.ZERO), limit.apply(percent(60)));
        now = Duration.ofSeconds(110).toNanos();
        assertEquals(Reading.good(percent(60)), limit.refresh());
    }

    private RelayLimit limit(Duty duty, boolean feedback) {
        List<RelayStep> steps = List.of(
                step("k3", 30, duty, feedback),
                step("k1", 100, duty, feedback),
                step("k4", 0, duty, feedback),
                step("k2", 60, duty, feedback));
        return new RelayLimit("plant old-wind", relays, steps, RATING, timing());
    }

    private RelayTiming timing() {
        Duration gap = Duration.ofMillis(100);
        return new RelayTiming(
                gap,
                Duration.ofMillis(50),
                dwell,
                time -> {
                    if (time.equals(gap)) {
                        relays.story.add("100 ms");
                    }
                },
                () -> now);
    }

    private static RelayStep step(String name, int percent, Duty duty, boolean feedback) {
        RelayOutput output = new RelayOutput(name, 1, false, duty, AtStart.WAIT, AtStop.KEEP);
        return new RelayStep(output, new BigDecimal(percent), feedback ? Optional.of("at-" + name) : Optional.empty());
    }

    private static ActivePower percent(int percent) {
        return new ActivePower(RATING.watts() * percent / 100);
    }

    /** What the plant sees: of the contacts that speak the strictest, judged from the relays alone. */
    private static final class BenchRig implements PowerLimitContract.Rig {

        private final BenchRelays bench = new BenchRelays();
        private final Duty duty;
        private final boolean feedback;
        private final RelayLimit limit;

        BenchRig(Duty duty, boolean feedback) {
            this.duty = duty;
            this.feedback = feedback;
            List<RelayStep> steps = Stream.of(60, 30, 0)
                    .map(percent -> step("k" + percent, percent, duty, feedback))
                    .toList();
            RelayTiming timing =
                    new RelayTiming(Duration.ZERO, Duration.ofMillis(20), Duration.ZERO, time -> {}, () -> 0);
            this.limit = new RelayLimit("plant old-wind", bench, steps, RATING, timing);
        }

        @Override
        public PowerLimit limit() {
            return limit;
        }

        @Override
        public ActivePower rating() {
            return RATING;
        }

        @Override
        public ActivePower allowed() {
            return Stream.of(0, 30, 60)
                    .filter(percent -> bench.closed("k" + percent) == (duty == Duty.CURTAIL))
                    .map(RelayLimitTest::percent)
                    .findFirst()
                    .orElse(RATING);
        }

        @Override
        public void cutOff() {
            bench.cut = true;
        }

        @Override
        public boolean confirms() {
            return feedback;
        }
    }
}
