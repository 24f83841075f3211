package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * The measurements of a SunSpec device: of its meter models (201 to 204, 211 to 214) if it has any, else of the inverter
 * itself (701, 111 to 113, 101 to 103). The sign of a meter model's power is not fixed by the standard.
 */
final class SunSpecMeter implements Meter {

    private static final int[] METERS = {201, 202, 203, 204, 211, 212, 213, 214};
    private static final int[] INVERTERS = {701, 111, 112, 113, 101, 102, 103};
    private static final BigDecimal MILLI = new BigDecimal(1_000);
    private static final BigDecimal LEAST_CREDIBLE = new BigDecimal(40_000);
    private static final BigDecimal MOST_CREDIBLE = new BigDecimal(70_000);

    private final SunSpecDevice device;
    private final int index;
    private final boolean negate;

    /**
     * A meter that has not been asked yet.
     *
     * @param index which of several meter models in the device, from 1
     * @param negate whether a positive power means power taken from the grid
     */
    SunSpecMeter(SunSpecDevice device, int index, boolean negate) {
        this.device = device;
        this.index = index;
        this.negate = negate;
    }

    @Override
    public MeterReading read() {
        Reading<FoundModel> model = measurement(device, index);
        return model.value().map(this::measure).orElseGet(() -> MeterReading.missing(model.reason()));
    }

    /** The model that measures; the reason if there is none. */
    static Reading<FoundModel> measurement(SunSpecDevice device, int index) {
        Reading<Chain> chain = device.chain();
        return chain.value()
                .map(found -> model(found, index)
                        .map(Reading::good)
                        .orElseGet(() -> Reading.missing(
                                device.where() + found + "; no measurement number " + index + " among them")))
                .orElseGet(() -> Reading.missing(chain.reason()));
    }

    private static Optional<FoundModel> model(Chain chain, int index) {
        List<FoundModel> meters = chain.all(METERS);
        if (meters.isEmpty() && index == 1) {
            return chain.first(INVERTERS);
        }
        return index <= meters.size() ? Optional.of(meters.get(index - 1)) : Optional.empty();
    }

    private MeterReading measure(FoundModel model) {
        Reading<ModelData> read = device.read(model);
        return read.value().map(this::measured).orElseGet(() -> MeterReading.missing(read.reason()));
    }

    private MeterReading measured(ModelData data) {
        boolean der = data.model().id() == 701;
        boolean inverter = data.model().id() < 200;
        String exported = der ? "TotWhInj" : inverter ? "WH" : "TotWhExp";
        Reading<Energy> none =
                Reading.missing(device.where(data.model()) + "an inverter model counts no imported energy");
        return new MeterReading(
                quantity(data, "W", BigDecimal.ONE, watts -> new ActivePower(negate ? -watts : watts)),
                frequency(data),
                energy(data, exported),
                inverter ? none : energy(data, der ? "TotWhAbs" : "TotWhImp"));
    }

    private Reading<Frequency> frequency(ModelData data) {
        Optional<BigDecimal> millihertz = data.value("Hz").map(MILLI::multiply);
        boolean credible = millihertz
                .filter(f -> f.compareTo(LEAST_CREDIBLE) >= 0 && f.compareTo(MOST_CREDIBLE) <= 0)
                .isPresent();
        return millihertz.isEmpty() || credible
                ? quantity(data, "Hz", MILLI, value -> new Frequency((int) value))
                : Reading.missing(device.where(data.model()) + "Hz is "
                        + data.value("Hz").orElseThrow() + ", which no grid runs at; the device may be off the grid");
    }

    private Reading<Energy> energy(ModelData data, String point) {
        return data.value(point).filter(value -> value.signum() < 0).isPresent()
                ? Reading.missing(device.where(data.model()) + point + " is negative")
                : quantity(data, point, BigDecimal.ONE, Energy::new);
    }

    private <T> Reading<T> quantity(ModelData data, String point, BigDecimal factor, LongFunction<T> made) {
        try {
            return data.value(point)
                    .map(value -> Reading.good(made.apply(value.multiply(factor)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact())))
                    .orElseGet(() -> Reading.missing(
                            device.where(data.model()) + point + " or its scale factor is not implemented"));
        } catch (ArithmeticException e) {
            return Reading.missing(device.where(data.model()) + point + " is out of all range");
        }
    }
}
