package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;

/** Finds the ceiling of a device: by model 704 if it has one, which can fail safe, else by model 123. */
final class Controls {

    private final SunSpecDevice device;

    Controls(SunSpecDevice device) {
        this.device = device;
    }

    /** The ceiling as it stands now. */
    Reading<Control> now() {
        return then(device.chain(), chain -> {
            Optional<FoundModel> der = chain.first(704);
            Optional<FoundModel> immediate = chain.first(123);
            if (der.isPresent()) {
                return control(chain, der.get(), new Ceiling704());
            }
            return immediate
                    .map(model -> control(chain, model, new Ceiling123()))
                    .orElseGet(() -> Reading.missing(device.where() + chain
                            + "; none of them limits power (704 or 123): enable control over Modbus in the device"));
        });
    }

    /** What the device could inject if nothing held it back: model 122. */
    Reading<ActivePower> available() {
        return then(
                device.chain(),
                chain -> chain.first(122)
                        .map(model -> then(device.read(model), data -> watts(data, "WAval")))
                        .orElseGet(() -> Reading.missing(
                                device.where() + "model 122 is not there, so nothing says what is available")));
    }

    /** Whether a local selector keeps the agent out (model 715); a reason if so. */
    Optional<String> local() {
        return device.chain()
                .value()
                .flatMap(chain -> chain.first(715))
                .flatMap(model -> device.read(model).value())
                .filter(data ->
                        data.raw("LocRemCtl").filter(BigDecimal.ONE::equals).isPresent())
                .map(data ->
                        device.where(data.model()) + "the plant is switched to local control; nothing was written");
    }

    private Reading<Control> control(Chain chain, FoundModel model, Ceiling ceiling) {
        Reading<ActivePower> base = ceiling instanceof Ceiling704
                ? either(chain, 702, "WMax", 702, "WMaxRtg")
                : either(chain, 121, "WMax", 120, "WRtg");
        return then(
                base,
                watts -> then(device.read(model), data -> {
                    Optional<Integer> scale = data.scale("WMaxLimPct_SF");
                    return scale.map(power -> Reading.good(new Control(ceiling, data, watts, power)))
                            .orElseGet(() -> Reading.missing(device.where(model) + "WMaxLimPct has no scale factor"));
                }));
    }

    private Reading<ActivePower> either(Chain chain, int model, String point, int other, String fallback) {
        Reading<ActivePower> first = power(chain, model, point);
        return first.isGood() ? first : power(chain, other, fallback);
    }

    private Reading<ActivePower> power(Chain chain, int id, String point) {
        Reading<ActivePower> power = chain.first(id)
                .map(model -> then(device.read(model), data -> watts(data, point)))
                .orElseGet(() -> Reading.missing(
                        device.where() + "model " + id + " is not there, so nothing says what " + "100 % means"));
        boolean usable = power.value().filter(watts -> watts.watts() > 0).isPresent();
        return usable || !power.isGood() ? power : Reading.missing(device.where() + point + " is zero");
    }

    private Reading<ActivePower> watts(ModelData data, String point) {
        return data.value(point)
                .map(value -> Reading.good(
                        new ActivePower(value.setScale(0, RoundingMode.FLOOR).longValueExact())))
                .orElseGet(() -> Reading.missing(device.where(data.model()) + point + " is not implemented"));
    }

    private static <T, R> Reading<R> then(Reading<T> reading, Function<T, Reading<R>> next) {
        return reading.value().map(next).orElseGet(() -> Reading.missing(reading.reason()));
    }
}
