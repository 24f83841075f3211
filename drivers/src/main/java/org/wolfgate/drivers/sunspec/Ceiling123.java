package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Model 123, immediate controls. It fails open: when its timer runs out the limit is gone. So the timer is 0, "for ever",
 * unless the site asks for one, and then it must be refreshed like a dead man's handle.
 */
record Ceiling123() implements Ceiling {

    private static final String LIMIT = "WMaxLimPct";
    private static final String WINDOW = "WMaxLimPct_WinTms";
    private static final String TIMER = "WMaxLimPct_RvrtTms";
    private static final String RAMP = "WMaxLimPct_RmpTms";

    @Override
    public String enable() {
        return "WMaxLim_Ena";
    }

    @Override
    public List<Write> writes(ModelData now, Setting setting, LimitOptions options) {
        if (setting.release()) {
            return List.of(new Write(enable(), List.of(0)), new Write(LIMIT, List.of(setting.full())));
        }
        List<Write> writes = new ArrayList<>();
        boolean changes = now.raw(LIMIT).map(BigDecimal::intValueExact).orElse(-1) != setting.raw();
        if (options.toggleEnable() && changes && isOn(now)) {
            writes.add(new Write(enable(), List.of(0)));
        }
        int timer =
                (int) options.revertAfter().map(Duration::toSeconds).orElse(0L).longValue();
        Optional<Integer> ramp = now.raw(RAMP).map(BigDecimal::intValueExact);
        if (now.raw(WINDOW).isPresent() && now.raw(TIMER).isPresent() && ramp.isPresent()) {
            // One request over all five registers takes effect at one moment on most devices.
            writes.add(new Write(LIMIT, List.of(setting.raw(), 0, timer, ramp.get(), 1)));
            return List.copyOf(writes);
        }
        if (now.raw(WINDOW).isPresent()) {
            writes.add(new Write(WINDOW, List.of(0)));
        }
        if (now.raw(TIMER).isPresent()) {
            writes.add(new Write(TIMER, List.of(timer)));
        }
        writes.add(new Write(LIMIT, List.of(setting.raw())));
        writes.add(new Write(enable(), List.of(1)));
        return List.copyOf(writes);
    }
}
