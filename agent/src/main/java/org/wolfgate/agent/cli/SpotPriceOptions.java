package org.wolfgate.agent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.insurance.DiscretePrice;
import org.wolfgate.agent.insurance.LogNormalPrice;
import org.wolfgate.agent.insurance.NormalPrice;
import org.wolfgate.agent.insurance.PricePoint;
import org.wolfgate.agent.insurance.SpotPrice;
import org.wolfgate.agent.insurance.UniformPrice;
import picocli.CommandLine.Option;

/** The options of {@code wolfgate premium} that give the distribution of the spot price; exactly one is set. */
final class SpotPriceOptions {

    @Option(names = "--uniform", paramLabel = "LOW,HIGH", description = "uniform between two prices")
    private String uniform = "";

    @Option(names = "--normal", paramLabel = "MEAN,SD", description = "normal")
    private String normal = "";

    @Option(names = "--lognormal", paramLabel = "MEAN,SD", description = "log-normal; mean and deviation of ln S")
    private String logNormal = "";

    @Option(names = "--discrete", paramLabel = "P@S,...", description = "price S with probability P, such as 1/4@30")
    private String discrete = "";

    @Option(names = "--empirical", paramLabel = "FILE", description = "observed prices, one in a line")
    private String empirical = "";

    SpotPrice read() {
        if (!uniform.isEmpty()) {
            double[] bounds = NumberText.pair("--uniform", uniform);
            return new UniformPrice(bounds[0], bounds[1]);
        }
        if (!normal.isEmpty()) {
            double[] moments = NumberText.pair("--normal", normal);
            return new NormalPrice(moments[0], moments[1]);
        }
        if (!logNormal.isEmpty()) {
            double[] moments = NumberText.pair("--lognormal", logNormal);
            return new LogNormalPrice(moments[0], moments[1]);
        }
        return discrete.isEmpty()
                ? DiscretePrice.empirical(ObservedPrices.read(Path.of(empirical)))
                : new DiscretePrice(points(discrete));
    }

    private static List<PricePoint> points(String text) {
        List<PricePoint> points = new ArrayList<>();
        for (String point : text.split(",", -1)) {
            String[] parts = point.split("@", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        "--discrete: '" + point + "' is not probability@price; write it like 0.25@30");
            }
            points.add(new PricePoint(
                    NumberText.number("--discrete price", parts[1]),
                    NumberText.number("--discrete probability", parts[0])));
        }
        return points;
    }
}
