package org.wolfgate.agent.dispatch;

import java.util.Arrays;
import java.util.Collection;

/** An immutable row of numbers: a PTDF row, the grants of a dispatch, its flowgate prices. */
public final class Doubles {

    private final double[] values;

    private Doubles(double[] values) {
        this.values = values;
    }

    /** A row with a copy of these values. */
    public static Doubles of(double... values) {
        return new Doubles(values.clone());
    }

    /** A row with these values in their iteration order. */
    public static Doubles copyOf(Collection<Double> values) {
        return new Doubles(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int size() {
        return values.length;
    }

    /**
     * The value at a position.
     *
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public double get(int index) {
        return values[index];
    }

    public double sum() {
        return Arrays.stream(values).sum();
    }

    /** A copy that the caller may change. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubles row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
