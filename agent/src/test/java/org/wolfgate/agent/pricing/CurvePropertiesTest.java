package org.wolfgate.agent.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

class CurvePropertiesTest {

    private static final RaisedFlags IGNORED = new RaisedFlags();

    @Test
    void thePriceRisesWithEveryStepThatFrequencyFalls() {
        Property.holds(random -> {
            Curve curve = curve(random);
            int f = curve.scheduled().millihertz() + Property.between(random, -600, 600);
            long ace = Property.between(random, -400, 400) * 1_000_000L;
            double here = curve.hundredths(f, ace, IGNORED);
            double lower = curve.hundredths(f - 1, ace, IGNORED);
            assertTrue(lower > here, curve + " at " + f + " mHz: " + lower + " is not above " + here);
        });
    }

    @Test
    void thePriceRisesWithEveryMegawattThatTheAreaGetsShorter() {
        Property.holds(random -> {
            Curve curve = curve(random);
            int f = curve.scheduled().millihertz() + Property.between(random, -300, 300);
            long ace = Property.between(random, -400, 400) * 1_000_000L;
            double here = curve.hundredths(f, ace, IGNORED);
            double shorter = curve.hundredths(f, ace - 1_000_000L, IGNORED);
            assertTrue(shorter > here, curve + " at " + f + " mHz: " + shorter + " is not above " + here);
        });
    }

    @Test
    void roundingNeverTurnsThePriceRound() {
        Property.holds(random -> {
            SystemPrice price = price(random);
            int f = price.curve().scheduled().millihertz() + Property.between(random, -900, 900);
            assertTrue(price.hundredths(f - 1, 0, IGNORED) >= price.hundredths(f, 0, IGNORED), price + " at " + f);
        });
    }

    @Test
    void aBalancedSystemHasTheReferencePrice() {
        Property.holds(random -> {
            Curve curve = curve(random);
            SystemPrice price = new SystemPrice("trial", curve, FrequencyQuantum.FINEST, PriceLimits.NONE);
            Quote quote = price.quote(curve.scheduled(), Optional.of(ActivePower.ZERO));
            assertEquals(reference(curve), quote.price());
            assertEquals(quote.price(), price.reference().price());
        });
    }

    @Test
    void aTimeErrorCorrectionMovesTheWholeCurve() {
        Property.holds(random -> {
            Curve curve = curve(random);
            int shift = random.nextBoolean() ? 20 : -20;
            Frequency moved = new Frequency(curve.scheduled().millihertz() + shift);
            int f = curve.scheduled().millihertz() + Property.between(random, -300, 300);
            assertEquals(
                    curve.hundredths(f, 0, IGNORED), curve.withScheduled(moved).hundredths(f + shift, 0, IGNORED));
        });
    }

    /**
     * The oracle takes the twentieth root of two to 60 digits and multiplies; it knows no floating point. Below 59.4 Hz,
     * above 10^11 per MWh, a double no longer carries the cent.
     */
    @Test
    void everyMillihertzAgreesToTheCentWithSixtyDigitArithmetic() {
        BigDecimal step = twentiethRootOfTwo();
        for (int f = 59_400; f <= 60_700; f++) {
            BigDecimal power = f <= 60_000
                    ? step.pow(60_000 - f, Precision.SIXTY)
                    : BigDecimal.ONE.divide(step.pow(f - 60_000, Precision.SIXTY), Precision.SIXTY);
            BigDecimal expected = power.round(Precision.FIFTY)
                    .multiply(new BigDecimal("60"))
                    .subtract(new BigDecimal("20"))
                    .setScale(2, RoundingMode.HALF_EVEN);
            Price price = new Price(Illustrative.AT_60_HZ.hundredths(f, 0, IGNORED));
            assertEquals(expected, price.perMegawattHour(), f + " mHz");
        }
    }

    @Test
    void theSameInputsGiveTheSameBytesWheneverTheyAreAsked() {
        Property.holds(random -> {
            long seed = random.nextLong();
            byte[] first = quote(new Random(seed));
            quote(random);
            assertEquals(
                    new String(first, StandardCharsets.UTF_8),
                    new String(quote(new Random(seed)), StandardCharsets.UTF_8));
        });
    }

    private static byte[] quote(Random random) {
        SystemPrice price = price(random);
        Frequency f = new Frequency(price.curve().scheduled().millihertz() + Property.between(random, -900, 900));
        Optional<ActivePower> ace =
                random.nextBoolean() ? Optional.of(new ActivePower(random.nextInt(400_000_000))) : Optional.empty();
        return price.quote(f, ace).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static SystemPrice price(Random random) {
        FrequencyQuantum quantum = new FrequencyQuantum(
                new Frequency(Property.between(random, 1, 20)),
                random.nextBoolean() ? FrequencyQuantum.Rounding.FLOOR : FrequencyQuantum.Rounding.NEAREST);
        return new SystemPrice("trial", curve(random), quantum, PriceLimits.NONE);
    }

    private static Curve curve(Random random) {
        Frequency scheduled = new Frequency(random.nextBoolean() ? 60_000 : 50_000);
        Price reference = new Price(Property.between(random, 1_000, 12_000));
        Doublings doublings = new Doublings(
                scheduled,
                new Frequency(Property.between(random, 20, 100)),
                Optional.of(new ActivePower(Property.between(random, 100, 1_000) * 1_000_000L)));
        return switch (random.nextInt(3)) {
            case 0 -> new ShiftedExponential(doublings, reference, new Price(Property.between(random, -5_000, 900)));
            case 1 -> new HyperbolicSine(doublings, reference, new Price(Property.between(random, 100, 5_000)));
            default ->
                Linear.of(
                        scheduled,
                        reference,
                        BigDecimal.valueOf(Property.between(random, 100_000, 500_000), 2),
                        Optional.of(BigDecimal.valueOf(Property.between(random, 1, 100), 2)));
        };
    }

    private static Price reference(Curve curve) {
        if (curve instanceof ShiftedExponential form) {
            return form.reference();
        }
        return curve instanceof HyperbolicSine form ? form.reference() : ((Linear) curve).reference();
    }

    /** Newton's iteration on x^20 = 2. */
    private static BigDecimal twentiethRootOfTwo() {
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal x = BigDecimal.ONE;
        for (int i = 0; i < 30; i++) {
            BigDecimal excess = x.pow(20, Precision.SIXTY).subtract(two);
            BigDecimal slope = x.pow(19, Precision.SIXTY).multiply(BigDecimal.valueOf(20));
            x = x.subtract(excess.divide(slope, Precision.SIXTY));
        }
        return x;
    }

    private static final class Precision {
        static final MathContext SIXTY = new MathContext(60);

        /** Takes the last errors off, so that 2^-5 is 1/32 and its tie a tie. */
        static final MathContext FIFTY = new MathContext(50);
    }
}
