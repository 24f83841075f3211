package org.wolfgate.agent.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.insurance.PremiumSchedule;
import org.wolfgate.agent.insurance.SpotPrice;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wolfgate premium}: what insurance costs at each strike price under a forecast of the spot price. */
@Command(
        name = "premium",
        mixinStandardHelpOptions = true,
        description = "Prints the premium X(c) = E[max(S-c,0)] per insured MWh for each strike price c.",
        footer = {
            "",
            "Examples:",
            "  wolfgate premium --uniform 32,52 --from 28 --to 52 --step 2",
            "  wolfgate premium --discrete 1/4@30,1/2@40,1/4@60 --levels 28.5,31.5 --format csv",
            "  wolfgate premium --empirical prices.txt --format json"
        })
final class PremiumVerb implements Callable<Integer> {

    /** A continuous schedule without a step has this many. */
    private static final int STEPS = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1", heading = "Spot price in currency/MWh, one of:%n")
    private SpotPriceOptions spotPrice = new SpotPriceOptions();

    @Option(names = "--levels", paramLabel = "C,...", description = "strike prices of discrete levels")
    private String levels = "";

    @Option(names = "--from", paramLabel = "C", description = "first strike price of a continuous schedule")
    private Optional<Double> from = Optional.empty();

    @Option(names = "--to", paramLabel = "C", description = "last strike price of a continuous schedule")
    private Optional<Double> to = Optional.empty();

    @Option(names = "--step", paramLabel = "C", description = "distance between strike prices")
    private Optional<Double> step = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv or json (default: text)")
    private PremiumFormat format = PremiumFormat.text;

    @Override
    public Integer call() {
        SpotPrice spot = spotPrice.read();
        spec.commandLine().getOut().print(format.print(spot, schedule(spot)));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private PremiumSchedule schedule(SpotPrice spot) {
        if (!levels.isEmpty()) {
            if (from.isPresent() || to.isPresent() || step.isPresent()) {
                throw new IllegalArgumentException(
                        "--levels gives discrete levels, --from, --to and --step a continuous schedule; use one of them");
            }
            return PremiumSchedule.ofLevels(spot, NumberText.list("--levels", levels));
        }
        double first = from.orElseGet(() -> Math.floor(quantile(spot, 0.001)));
        double last = to.orElseGet(() -> Math.ceil(quantile(spot, 0.999)));
        double width = step.orElse(last > first ? (last - first) / STEPS : 1);
        return PremiumSchedule.sampled(spot, first, last, width);
    }

    /** A price that bounds what matters: nearly all prices lie above the low one and below the high one. */
    private static double quantile(SpotPrice spot, double probability) {
        double low = spot.mean() - 1;
        double high = spot.mean() + 1;
        for (double reach = 1; spot.probabilityUpTo(low) > probability; reach *= 2) {
            low -= reach;
        }
        for (double reach = 1; spot.probabilityUpTo(high) < probability; reach *= 2) {
            high += reach;
        }
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            if (spot.probabilityUpTo(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
