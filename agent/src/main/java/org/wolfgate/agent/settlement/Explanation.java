package org.wolfgate.agent.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.drivers.Energy;

/** Tells in sentences how one amount came about, with every input, so that it can be recomputed by hand. */
public final class Explanation {

    private Explanation() {}

    /** One sentence a line, in the order of the calculation. */
    public static List<String> of(DeviationLine line) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Interval " + line.metered().interval().start() + " to "
                + line.metered().interval().end() + ", version " + line.version() + ", " + line.finality() + ".");
        sentences.add(metered(line.metered()));
        sentences.add(offset(line.offset()));
        allowance(line).ifPresent(sentences::add);
        sentences.addAll(PriceExplanation.of(line));
        sentences.addAll(amount(line));
        sentences.addAll(DamagesExplanation.of(line));
        if (!line.flags().isEmpty()) {
            sentences.add("Flags: " + String.join(", ", line.flags()) + ".");
        }
        return sentences;
    }

    private static String metered(MeteredInterval metered) {
        String registers = metered.opening()
                .flatMap(from -> metered.closing()
                        .map(to -> " The registers went from " + from.exported() + " exported and " + from.imported()
                                + " imported to " + to.exported() + " and " + to.imported() + "."))
                .orElse("");
        return "Metered: "
                + metered.net().map(Energy::toString).orElse("nothing is known") + " (" + metered.quality()
                + ", version " + metered.version() + ")." + registers;
    }

    private static String offset(Offset offset) {
        if (offset.scheduled().isEmpty()) {
            return "Scheduled: not known yet.";
        }
        String scheduled = offset.scheduleId()
                .map(id -> "Scheduled: " + offset.scheduled().get() + " by schedule " + id)
                .orElse("Scheduled: nothing, there is no contract");
        String orders = offset.orderIds().isEmpty() ? "" : " (orders " + String.join(", ", offset.orderIds()) + ")";
        return offset.curtailed()
                ? scheduled + ", held to "
                        + offset.effective().map(Energy::toString).orElse("?") + " by curtailment" + orders + "."
                : scheduled + ".";
    }

    private static Optional<String> allowance(DeviationLine line) {
        return line.offset()
                .allowed()
                .map(allowed -> "Allowed by the caps in force: " + allowed + "; "
                        + (line.excess().equals(Energy.ZERO) ? "not exceeded." : "exceeded by " + line.excess() + "."));
    }

    private static List<String> amount(DeviationLine line) {
        if (line.deviation().isEmpty()) {
            return List.of("Amount: " + line.amount() + " so far, since the deviation is not known.");
        }
        if (line.flags().contains(LineFlag.AMOUNT_OUT_OF_RANGE.name())) {
            return List.of("Amount: none, since price times " + line.deviation().get()
                    + " is more than an amount can hold; look at the frequency and the parameters.");
        }
        Energy deviation = line.deviation().get();
        Energy settled = line.settled().orElse(deviation);
        Energy priced =
                DeviationSettlement.priced(settled, line.excess(), line.price().price());
        String excess = priced.equals(settled) ? "" : ", of which " + line.excess() + " above the cap earn nothing";
        String shortfall = line.damages()
                .map(damages -> ", of which the shortfall of " + damages.shortfall() + " settles as damages")
                .orElse("");
        List<String> sentences = new ArrayList<>();
        sentences.add("Deviation: metered less scheduled, " + deviation + excess + shortfall + ".");
        sentences.add("Amount: " + line.price().price() + " x "
                + priced.megawattHours().toPlainString() + " = " + line.amount() + direction(line.amount()));
        line.uncertainty()
                .ifPresent(open -> sentences.add("The meter's accuracy, "
                        + open.accuracy().percent() + " % of "
                        + line.metered().net().map(Energy::toString).orElse("the energy") + ", leaves " + open.energy()
                        + " and " + open.amount() + " open to either side."));
        return sentences;
    }

    private static String direction(Money amount) {
        return switch (Long.signum(amount.micros())) {
            case -1 -> ", which the node pays.";
            case 1 -> ", to the node's credit.";
            default -> ".";
        };
    }
}
