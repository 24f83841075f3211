package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.pricing.tariff.Charge.Basis;
import org.wolfgate.agent.pricing.tariff.Charge.Choose;

/**
 * The limits of a charge's bands in MW, for one block.
 *
 * @param charge whose bands
 * @param rates values of named limits, and where flags go
 */
record Limits(Charge charge, Block block, Rates rates) {

    /** One for each band but the last, rising; empty, and flagged, if one cannot be had. */
    Optional<List<BigDecimal>> megawatts() {
        Optional<BigDecimal> basis = basis();
        if (basis.isEmpty()) {
            rates.flags().add("INPUT_MISSING:available");
            return Optional.empty();
        }
        List<BigDecimal> limits = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        boolean byPower = powerCountsByFirst(basis.get());
        for (Band band : charge.bands().subList(0, charge.bands().size() - 1)) {
            Optional<BigDecimal> limit = limit(band, basis.get(), byPower);
            if (limit.isEmpty()) {
                return Optional.empty();
            }
            if (limit.get().compareTo(last) < 0) {
                rates.flags().add("BANDS_CROSS");
            }
            last = limit.get().max(last);
            limits.add(last);
        }
        return Optional.of(limits);
    }

    private Optional<BigDecimal> basis() {
        return charge.basis() == Basis.AVAILABLE
                ? block.available().map(a -> a.megawatts())
                : Optional.of(block.scheduled().megawatts().abs());
    }

    private Optional<BigDecimal> limit(Band band, BigDecimal basis, boolean byPower) {
        Optional<BigDecimal> share =
                band.percent().flatMap(rates::value).map(p -> p.multiply(basis).movePointLeft(2));
        Optional<BigDecimal> power = band.megawatts().flatMap(rates::value);
        if (share.isEmpty() || power.isEmpty()) {
            return share.or(() -> power);
        }
        return Optional.of(
                switch (charge.choose()) {
                    case LOWER -> share.get().min(power.get());
                    case LARGER -> share.get().max(power.get());
                    case LOWER_BY_FIRST -> byPower ? power.get() : share.get();
                });
    }

    private boolean powerCountsByFirst(BigDecimal basis) {
        Band first = charge.bands().get(0);
        Optional<BigDecimal> share =
                first.percent().flatMap(rates::value).map(p -> p.multiply(basis).movePointLeft(2));
        Optional<BigDecimal> power = first.megawatts().flatMap(rates::value);
        return charge.choose() == Choose.LOWER_BY_FIRST
                && share.isPresent()
                && power.isPresent()
                && power.get().compareTo(share.get()) < 0;
    }
}
