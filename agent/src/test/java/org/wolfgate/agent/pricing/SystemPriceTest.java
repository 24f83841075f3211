package org.wolfgate.agent.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

class SystemPriceTest {

    private static final SystemPrice PRICE = Illustrative.AT_60_HZ;
    private static final Optional<ActivePower> BALANCED = Optional.of(ActivePower.ZERO);

    @Test
    void theRoundPriceOfFourThousandBecomesAPriceOfTheMeasurement() {
        assertEquals("4240.75", priceAt(59_877));
        assertEquals("40.00", priceAt(60_000));
        assertEquals("-5.00", priceAt(60_040));
    }

    @Test
    void aSurplusOfControlErrorCancelsAFallInFrequency() {
        Quote quote = PRICE.quote(new Frequency(59_980), Optional.of(ActivePower.parse("200 MW")));
        assertEquals(Price.parse("40.00"), quote.price());
        assertTrue(quote.flags().isEmpty());
    }

    @Test
    void anUnknownControlErrorDropsItsTermAndSaysSo() {
        Quote quote = PRICE.quote(new Frequency(59_980), Optional.empty());
        assertEquals(Price.parse("100.00"), quote.price());
        assertEquals(Set.of(PriceFlag.ACE_MISSING), quote.flags());
        assertTrue(Illustrative.AT_50_HZ
                .quote(new Frequency(50_000), Optional.empty())
                .flags()
                .isEmpty());
    }

    @Test
    void aDeadMeterThatReadsZeroHertzIsHeldAtFortyDoublings() {
        Quote quote = PRICE.quote(new Frequency(0), BALANCED);
        assertEquals("65970697666540.00", quote.price().toString());
        assertEquals(Set.of(PriceFlag.EXPONENT_CLAMPED), quote.flags());
    }

    @Test
    void aPeriodWithoutFrequencyHasTheReferencePriceAndNoFrequency() {
        assertEquals(Price.parse("40"), PRICE.reference().price());
        assertTrue(PRICE.reference().used().isEmpty());
    }

    @Test
    void aTieInTheThirdDecimalGoesToTheEvenCent() {
        assertEquals("-18.12", priceAt(60_100));
    }

    @Test
    void aMeterThatResolvesTenMillihertzIsTooCoarseForASteepCurve() {
        FrequencyQuantum tenMillihertz = new FrequencyQuantum(new Frequency(10), FrequencyQuantum.Rounding.NEAREST);
        SystemPrice coarse = new SystemPrice("trial", Illustrative.AT_50_HZ.curve(), tenMillihertz, PriceLimits.NONE);
        assertEquals(1, Cautions.of(coarse).size());
        assertTrue(Cautions.of(Illustrative.AT_50_HZ).isEmpty());
    }

    private static String priceAt(int millihertz) {
        return PRICE.quote(new Frequency(millihertz), BALANCED).price().toString();
    }
}
