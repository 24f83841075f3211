package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.util.List;

/**
 * A model that can put a ceiling on active power, as a percentage of WMax. Says what to write and in which order; writes
 * nothing itself.
 */
sealed interface Ceiling permits Ceiling704, Ceiling123 {

    /**
     * Registers to write in one request.
     *
     * @param point the first of them
     */
    record Write(String point, List<Integer> words) {

        public Write {
            words = List.copyOf(words);
        }
    }

    /**
     * What to set.
     *
     * @param raw the percentage as the register takes it, scale factor applied
     * @param full 100 % as the register takes it
     * @param release whether the limit is to be switched off
     * @param revert the percentage to fall back to, as the register takes it
     */
    record Setting(int raw, int full, boolean release, int revert) {}

    /** Everything to write, given what stands there now. */
    List<Write> writes(ModelData now, Setting setting, LimitOptions options);

    /** The point that switches the limit on. */
    String enable();

    /** Whether the limit is switched on. */
    default boolean isOn(ModelData data) {
        return data.raw(enable()).filter(BigDecimal.ONE::equals).isPresent();
    }
}
