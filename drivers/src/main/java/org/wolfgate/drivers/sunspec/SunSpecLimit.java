package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Reading;

/**
 * The ceiling of a SunSpec inverter. 0 % is obeyed as ordered, not raised to 1 %, though some inverters then take minutes
 * to come back.
 */
final class SunSpecLimit implements PowerLimit {

    private static final int REFRESHES_PER_TIMER = 3;
    private static final BigDecimal HUNDRED_PERCENT = new BigDecimal(100);

    private final SunSpecDevice device;
    private final Controls controls;
    private final ActivePower rating;
    private final LimitOptions options;
    private Optional<ActivePower> commanded = Optional.empty();

    SunSpecLimit(SunSpecDevice device, ActivePower rating, LimitOptions options) {
        this.device = device;
        this.controls = new Controls(device);
        this.rating = rating;
        this.options = options;
    }

    @Override
    public Reading<ActivePower> apply(ActivePower cap) {
        commanded = Optional.of(cap);
        return controls.local().<Reading<ActivePower>>map(Reading::missing).orElseGet(() -> {
            Reading<Control> now = controls.now();
            return now.value()
                    .map(control -> applied(control, cap.max(ActivePower.ZERO)))
                    .orElseGet(() -> Reading.missing(now.reason()));
        });
    }

    private Reading<ActivePower> applied(Control control, ActivePower cap) {
        boolean release = cap.compareTo(rating) >= 0 && cap.compareTo(control.base()) >= 0;
        int full = control.register(HUNDRED_PERCENT);
        int raw = control.roundedDown(cap.min(rating));
        int revert = options.revertTo().map(control::register).orElse(raw);
        Ceiling.Setting setting = new Ceiling.Setting(raw, full, release, revert);
        for (Ceiling.Write write : control.ceiling().writes(control.data(), setting, options)) {
            Optional<String> failure = device.write(control.data().model(), write.point(), write.words());
            if (failure.isPresent()) {
                return Reading.missing(failure.get());
            }
        }
        return confirmed(raw, release);
    }

    private Reading<ActivePower> confirmed(int raw, boolean release) {
        Reading<Control> now = controls.now();
        return now.value()
                .map(control -> {
                    boolean on = control.ceiling().isOn(control.data());
                    boolean obeyed = release ? !on : on && control.raw() == raw;
                    return obeyed
                            ? Reading.good(control.held())
                            : Reading.suspect(
                                    control.held(),
                                    device.where(control.data().model()) + "wrote "
                                            + (release ? "the limit off" : raw + " to WMaxLimPct and the limit on")
                                            + ", but the device holds " + control.raw() + " and the limit is "
                                            + (on ? "on" : "off") + "; a second controller, or control not enabled?");
                })
                .orElseGet(() -> Reading.missing(now.reason()));
    }

    @Override
    public Reading<ActivePower> readBack() {
        return controls.now().map(Control::held);
    }

    @Override
    public Reading<ActivePower> available() {
        return controls.available();
    }

    @Override
    public Optional<Duration> refreshPeriod() {
        return options.revertAfter().map(timer -> timer.dividedBy(REFRESHES_PER_TIMER));
    }

    @Override
    public Reading<ActivePower> refresh() {
        return commanded
                .filter(cap -> cap.compareTo(rating) < 0)
                .map(this::apply)
                .orElseGet(this::readBack);
    }
}
