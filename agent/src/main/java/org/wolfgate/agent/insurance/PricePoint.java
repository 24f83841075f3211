package org.wolfgate.agent.insurance;

/**
 * One price that may occur.
 *
 * @param price currency/MWh, may be negative
 * @param probability 0..1
 */
public record PricePoint(double price, double probability) {

    public PricePoint {
        SpotPrice.finite("price", price);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "spot price " + price + ": probability " + probability + " is not between 0 and 1");
        }
    }
}
