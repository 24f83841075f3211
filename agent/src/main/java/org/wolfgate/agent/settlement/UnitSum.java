package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.settlement.UnitLine.Cover;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** Adds up a unit's interval: energy in W ms, money in hundredths of currency/MWh times W ms; both exact. */
final class UnitSum {

    private static final BigInteger MILLIS_PER_HOUR = BigInteger.valueOf(3_600_000);

    /** Hundredths of currency/MWh times W ms, per millionth of currency. */
    private static final BigInteger PER_MICRO = MILLIS_PER_HOUR.multiply(BigInteger.valueOf(100));

    /** 9 thousand million of the currency, 9 million GWh. */
    private static final int LARGEST_BITS = 53;

    private final String unit;
    private final Optional<Price> strike;
    private final List<UnitSpan> spans = new ArrayList<>();
    private BigInteger curtailed = BigInteger.ZERO;
    private BigInteger owed = BigInteger.ZERO;
    private BigInteger fee = BigInteger.ZERO;
    private boolean outOfRange;
    private Optional<Cover> cover = Optional.empty();

    UnitSum(String unit, Optional<Price> strike) {
        this.unit = unit;
        this.strike = strike;
    }

    void add(UnitSpan span) {
        BigInteger millis = BigInteger.valueOf(span.span().length().toMillis());
        BigInteger cut = millis.multiply(BigInteger.valueOf(span.cut().watts()));
        long rate =
                strike.map(c -> Math.max(0, span.spot().minus(c).hundredths())).orElse(0L);
        long spread = span.destination()
                .map(there -> there.minus(span.spot()).hundredths())
                .orElse(0L);
        curtailed = curtailed.add(cut);
        owed = owed.add(cut.multiply(BigInteger.valueOf(rate)));
        fee = fee.add(
                millis.multiply(BigInteger.valueOf(span.granted().watts())).multiply(BigInteger.valueOf(spread)));
        int last = spans.size() - 1;
        if (last >= 0 && span.continues(spans.get(last))) {
            spans.set(last, span.joined(spans.get(last)));
        } else {
            spans.add(span);
        }
    }

    /** The premium of the whole interval. */
    void insure(Interval interval, ActivePower insured, Price rate) {
        BigInteger due = BigInteger.valueOf(interval.length().toMillis())
                .multiply(BigInteger.valueOf(insured.watts()))
                .multiply(BigInteger.valueOf(rate.hundredths()));
        cover = Optional.of(new Cover(rate, insured, new Money(halfEven(due, PER_MICRO))));
    }

    /** Whether a figure of {@link #line} was too large to be held. */
    boolean outOfRange() {
        return outOfRange;
    }

    UnitLine line() {
        return new UnitLine(
                unit,
                strike,
                new Energy(halfEven(curtailed, MILLIS_PER_HOUR)),
                new Money(halfEven(owed, PER_MICRO)),
                cover,
                new Money(halfEven(fee, PER_MICRO)),
                spans);
    }

    /** What no ordinary amount reaches is left at zero and reported; sums of such figures would not fit anywhere. */
    private long halfEven(BigInteger numerator, BigInteger denominator) {
        BigInteger rounded = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
        if (rounded.bitLength() <= LARGEST_BITS) {
            return rounded.longValueExact();
        }
        outOfRange = true;
        return 0;
    }
}
