package org.wolfgate.agent.pricing;

import java.util.List;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Frequency;

/**
 * Straight lines through vertices, constant beyond the ends. With a coarse measurement quantum rounded down it gives
 * the step tables that regulators publish; the table of the regulation is a continuous curve read in steps.
 *
 * @param scheduled the frequency at which the system counts as balanced
 * @param vertices at least one, rising in frequency
 */
public record Table(Frequency scheduled, List<Vertex> vertices) implements Curve {

    /** One corner of the curve. */
    public record Vertex(Frequency frequency, Price price) {}

    public Table {
        vertices = List.copyOf(vertices);
        if (vertices.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one vertex");
        }
        for (int i = 1; i < vertices.size(); i++) {
            if (vertices.get(i - 1).frequency().compareTo(vertices.get(i).frequency()) >= 0) {
                throw new IllegalArgumentException("vertex " + (i + 1) + " at "
                        + vertices.get(i).frequency() + " does not lie above the one before it");
            }
        }
    }

    @Override
    public Curve withScheduled(Frequency other) {
        return new Table(other, vertices);
    }

    @Override
    public boolean usesAce() {
        return false;
    }

    @Override
    public double hundredths(int millihertz, long aceWatts, RaisedFlags raised) {
        int above = 0;
        while (above < vertices.size() && vertices.get(above).frequency().millihertz() <= millihertz) {
            above++;
        }
        if (above == 0) {
            return vertices.get(0).price().hundredths();
        }
        Vertex left = vertices.get(above - 1);
        return above == vertices.size() ? left.price().hundredths() : between(left, vertices.get(above), millihertz);
    }

    private static double between(Vertex left, Vertex right, int millihertz) {
        int from = left.frequency().millihertz();
        double rise = right.price().hundredths() - left.price().hundredths();
        return left.price().hundredths()
                + rise * (millihertz - from) / (right.frequency().millihertz() - from);
    }
}
