package org.wolfgate.agent.metering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.Frequency;

/** The order in which sources of frequency are believed. */
class FrequencyChoiceTest {

    private static final FrequencySources GOOD = FrequencySources.of(FrequencyMean.of(59_990L * 100, 100, 100));
    private static final FrequencySources THIN = FrequencySources.of(FrequencyMean.of(59_990L * 60, 60, 100));
    private static final FrequencySources NONE = FrequencySources.of(FrequencyMean.of(0, 0, 100));

    @Test
    void aGoodLocalMeanStandsWhileTheOperatorIsWithin20Millihertz() {
        assertChoice(GOOD.withOperator(hertz(60_010)), 59_990);
        assertChoice(GOOD.withOperator(hertz(60_011)), 60_011, FrequencyFlag.FREQ_DISAGREE);
        assertChoice(GOOD.withOperator(hertz(59_969)), 59_969, FrequencyFlag.FREQ_DISAGREE);
    }

    @Test
    void thinLocalDataGiveWayToTheOperatorAndStandInWithoutHim() {
        assertChoice(THIN.withOperator(hertz(59_980)), 59_980, FrequencyFlag.ISO_FREQ);
        assertChoice(THIN.withPeer(hertz(59_985)), 59_990, FrequencyFlag.FREQ_ESTIMATED);
    }

    @Test
    void aSecondMeterIsTheLastResort() {
        assertChoice(NONE.withPeer(hertz(59_985)), 59_985, FrequencyFlag.PEER_FREQ);
        assertChoice(NONE.withPeer(hertz(59_985)).withOperator(hertz(59_980)), 59_980, FrequencyFlag.ISO_FREQ);
    }

    @Test
    void onAnIslandNoMeterOfTheSubstationKnowsTheSystem() {
        FrequencySources island = GOOD.withIslanded(true).withPeer(hertz(61_200));
        assertChoice(island.withOperator(hertz(59_990)), 59_990, FrequencyFlag.ISLANDED, FrequencyFlag.ISO_FREQ);
        assertEquals(
                new FrequencyChoice(
                        Optional.empty(), Set.of(FrequencyFlag.ISLANDED, FrequencyFlag.PROVISIONAL_NO_FREQ)),
                FrequencyChoice.among(island));
    }

    @Test
    void withNothingKnownThePeriodIsProvisional() {
        assertEquals(
                new FrequencyChoice(Optional.empty(), Set.of(FrequencyFlag.PROVISIONAL_NO_FREQ)),
                FrequencyChoice.among(NONE));
    }

    private static void assertChoice(FrequencySources sources, int millihertz, FrequencyFlag... flags) {
        assertEquals(new FrequencyChoice(hertz(millihertz), Set.of(flags)), FrequencyChoice.among(sources));
    }

    private static Optional<Frequency> hertz(int millihertz) {
        return Optional.of(new Frequency(millihertz));
    }
}
