package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A convex region of one or two zones' prices with uniform density: expectations over it are exact, without sampling.
 *
 * @param corners in order round the region
 * @param density probability per unit of area
 */
public record PricePolygon(List<double[]> corners, double density) implements PriceRegion {

    /** A sliver of less probability than this is rounding, not a region. */
    private static final double SLIVER = 1e-13;

    public PricePolygon {
        corners = List.copyOf(corners);
    }

    /** All prices of two zones that are uniform and independent, as in the paper's section 3.2. */
    public static PricePolygon of(UniformPrice zone0, UniformPrice zone1) {
        List<double[]> box = List.of(
                new double[] {zone0.lowest(), zone1.lowest()},
                new double[] {zone0.highest(), zone1.lowest()},
                new double[] {zone0.highest(), zone1.highest()},
                new double[] {zone0.lowest(), zone1.highest()});
        return new PricePolygon(box, 1 / ((zone0.highest() - zone0.lowest()) * (zone1.highest() - zone1.lowest())));
    }

    /** All prices of a single zone; a second coordinate from 0 to 1 makes the interval an area. */
    public static PricePolygon of(UniformPrice zone) {
        return of(zone, new UniformPrice(0, 1));
    }

    @Override
    public double probability() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            twice += cross(i);
        }
        return twice / 2 * density;
    }

    @Override
    public double mean(int zone) {
        double origin = corners.get(0)[zone];
        double moment = 0;
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            double weight = cross(i);
            moment += weight * (corner(i)[zone] + corner(i + 1)[zone] - 2 * origin) / 3;
            twice += weight;
        }
        return origin + moment / twice;
    }

    @Override
    public Parts split(ToDoubleFunction<double[]> affine) {
        List<double[]> positive = new ArrayList<>();
        List<double[]> rest = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            double here = affine.applyAsDouble(corner(i));
            double next = affine.applyAsDouble(corner(i + 1));
            if (here >= 0) {
                positive.add(corner(i));
            }
            if (here <= 0) {
                rest.add(corner(i));
            }
            if (here * next < 0) {
                double[] crossing = between(corner(i), corner(i + 1), here / (here - next));
                positive.add(crossing);
                rest.add(crossing);
            }
        }
        return new Parts(worthKeeping(positive), worthKeeping(rest));
    }

    private Optional<PricePolygon> worthKeeping(List<double[]> part) {
        return Optional.of(part)
                .filter(p -> p.size() >= 3)
                .map(p -> new PricePolygon(p, density))
                .filter(p -> p.probability() > SLIVER);
    }

    /** Twice the signed area of the triangle of the first corner and the edge from i to i+1. */
    private double cross(int i) {
        double[] origin = corners.get(0);
        double[] a = corner(i);
        double[] b = corner(i + 1);
        return (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
    }

    private double[] corner(int i) {
        return corners.get(i % corners.size());
    }

    private static double[] between(double[] from, double[] to, double share) {
        return new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
    }
}
