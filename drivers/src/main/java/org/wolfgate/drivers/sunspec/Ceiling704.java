package org.wolfgate.drivers.sunspec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Model 704, DER AC controls (IEEE 1547-2018). It can fail safe: when its timer runs out it takes the revert limit, which
 * here is never above the limit in force, so that silence releases nothing. The timer is set before the limit.
 */
record Ceiling704() implements Ceiling {

    @Override
    public String enable() {
        return "WMaxLimPctEna";
    }

    @Override
    public List<Write> writes(ModelData now, Setting setting, LimitOptions options) {
        List<Write> writes = new ArrayList<>();
        boolean hasTimer = now.raw("WMaxLimPctRvrtTms").isPresent();
        boolean reverts = hasTimer
                && now.raw("WMaxLimPctRvrt").isPresent()
                && now.raw("WMaxLimPctEnaRvrt").isPresent();
        if (reverts && options.revertAfter().isPresent() && !setting.release()) {
            long seconds = options.revertAfter().map(Duration::toSeconds).orElse(0L);
            int fallback = Math.min(setting.revert(), setting.raw());
            writes.add(new Write(
                    "WMaxLimPctRvrt", List.of(fallback, 1, (int) (seconds >>> 16), (int) (seconds & 0xFFFF))));
        } else if (hasTimer) {
            writes.add(new Write("WMaxLimPctRvrtTms", List.of(0, 0)));
        }
        if (setting.release()) {
            writes.add(new Write(enable(), List.of(0)));
            writes.add(new Write("WMaxLimPct", List.of(setting.full())));
        } else {
            writes.add(new Write("WMaxLimPct", List.of(setting.raw())));
            writes.add(new Write(enable(), List.of(1)));
        }
        return List.copyOf(writes);
    }
}
