package org.wolfgate.agent.pricing;

import java.util.Optional;
import org.wolfgate.agent.money.Price;

/**
 * Administrative limits on a price, and the step it is rounded to. Off by default: a formula of this kind reaches
 * thousands per MWh, and below zero, on purpose.
 *
 * @param cap no price above it
 * @param floor no price below it
 * @param step price step, at least 0.01
 */
public record PriceLimits(Optional<Price> cap, Optional<Price> floor, Price step) {

    public static final PriceLimits NONE = new PriceLimits(Optional.empty(), Optional.empty(), new Price(1));

    public PriceLimits {
        if (cap.isPresent() && floor.isPresent() && cap.get().compareTo(floor.get()) < 0) {
            throw new IllegalArgumentException("the cap " + cap.get() + " lies below the floor " + floor.get());
        }
        if (step.hundredths() < 1) {
            throw new IllegalArgumentException("the price step " + step + " is below 0.01");
        }
    }

    /**
     * Applies the limits to the unrounded price, then rounds half-even to the step. Does not allocate.
     *
     * @param hundredths unrounded, in hundredths of currency/MWh
     * @param raised collects {@link PriceFlag#CAP} and {@link PriceFlag#FLOOR}
     * @return hundredths of currency/MWh
     */
    long settle(double hundredths, RaisedFlags raised) {
        double limited = hundredths;
        if (cap.isPresent() && limited > cap.get().hundredths()) {
            limited = cap.get().hundredths();
            raised.raise(PriceFlag.CAP);
        }
        if (floor.isPresent() && limited < floor.get().hundredths()) {
            limited = floor.get().hundredths();
            raised.raise(PriceFlag.FLOOR);
        }
        return (long) Math.rint(limited / step.hundredths()) * step.hundredths();
    }
}
