package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Section;

/**
 * How a set-point register in a memory that wears out is spared (0xAHA/Growatt_ModbusTCP#384: four dead EEPROMs).
 *
 * @param writesPerDay most writes in 24 hours; a stricter set-point is always written
 * @param deadBand a higher set-point is not written if it is less than this above the one held
 */
public record Wear(int writesPerDay, ActivePower deadBand) {

    static final Wear NONE = new Wear(Integer.MAX_VALUE, ActivePower.ZERO);

    /** What EEPROM makers guarantee at least. */
    private static final int USUAL_ENDURANCE = 100_000;

    private static final int LEAST_YEARS = 10;
    private static final int DAYS_PER_YEAR = 365;
    private static final Pattern SHARE = Pattern.compile("(\\d(\\.\\d{1,2})?) %");

    /** Reads the keys of a register that wears out, and refuses a budget that wears it out within ten years. */
    static Wear read(Section profile, ActivePower rating) {
        int endurance = profile.optional("endurance", text -> Numbers.within(text, 1_000, 100_000_000))
                .orElse(USUAL_ENDURANCE);
        int most = endurance / (LEAST_YEARS * DAYS_PER_YEAR);
        Optional<Integer> budget = profile.optional("writes-per-day", text -> Numbers.within(text, 1, 100_000));
        if (budget.filter(writes -> writes > most).isPresent()) {
            profile.problemAt(
                    "writes-per-day",
                    budget.get() + " writes a day wear out a memory of " + endurance + " writes in less than "
                            + LEAST_YEARS + " years",
                    "write at most " + most);
        }
        BigDecimal share = profile.optional("dead-band", Wear::share).orElse(BigDecimal.ZERO);
        long watts = share.multiply(BigDecimal.valueOf(rating.watts()))
                .movePointLeft(2)
                .longValue();
        return new Wear(budget.orElse(most), new ActivePower(watts));
    }

    /** Whether the set-point held is near enough below the wanted one to stay. */
    boolean within(ActivePower held, ActivePower wanted) {
        return held.compareTo(wanted) <= 0 && wanted.minus(held).compareTo(deadBand) < 0;
    }

    private static BigDecimal share(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no dead-band: write 0 % to 9.99 %, of the rating");
        }
        return new BigDecimal(matcher.group(1));
    }
}
