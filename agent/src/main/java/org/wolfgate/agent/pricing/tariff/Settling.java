package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.pricing.tariff.Charge.Side;
import org.wolfgate.agent.pricing.tariff.Charge.Spread;
import org.wolfgate.drivers.Frequency;

/** Applies a party's charges to one block. */
final class Settling {

    private final Tariff tariff;
    private final Party party;
    private final Block block;
    private final Situation situation;
    private final Set<String> flags = new TreeSet<>();
    private final Rates rates;

    Settling(Tariff tariff, Party party, Block block, Situation situation) {
        this.tariff = tariff;
        this.party = party;
        this.block = block;
        this.situation = situation;
        this.rates = new Rates(tariff, situation, flags);
    }

    Bill bill() {
        List<Line> lines = new ArrayList<>();
        if (party.exemptIf().filter(situation.states()::contains).isPresent()) {
            flags.add("EXEMPT:" + party.exemptIf().get());
        } else if (party.onlyIf().isEmpty()
                || situation.states().contains(party.onlyIf().get())) {
            Side side = block.deviation().watts() < 0 ? Side.SHORTAGE : Side.SURPLUS;
            party.charges().stream()
                    .filter(charge -> charge.applies(side, frequency()))
                    .forEach(charge -> charge(charge, lines));
        }
        return new Bill(tariff.label(), lines, flags);
    }

    /** As the tariff reads it: on its own grid, and balanced if nobody knows it. */
    private Frequency frequency() {
        return situation
                .frequency()
                .map(f -> new Frequency(tariff.quantum().apply(f.millihertz())))
                .orElse(tariff.scheduled());
    }

    private void charge(Charge charge, List<Line> lines) {
        BigDecimal deviation = block.deviation().megawatts();
        Optional<List<BigDecimal>> limits = new Limits(charge, block, rates).megawatts();
        BigDecimal from = BigDecimal.ZERO;
        BigDecimal all = deviation.abs();
        for (int i = 0; i < charge.bands().size(); i++) {
            boolean last = i == charge.bands().size() - 1;
            BigDecimal to = last || limits.isEmpty() ? all : limits.get().get(i).min(all);
            BigDecimal part = charge.spread() == Spread.LAYERED ? to.subtract(from) : whole(all, from, to, last);
            from = to;
            BigDecimal seconds = part.multiply(BigDecimal.valueOf((long) deviation.signum() * block.seconds()));
            lines.add(line(charge, charge.bands().get(i), seconds, limits.isPresent()));
        }
    }

    /** All of the deviation if it ends in this band, else nothing. */
    private static BigDecimal whole(BigDecimal all, BigDecimal from, BigDecimal to, boolean last) {
        boolean endsHere = all.compareTo(from) > 0 && (last || all.compareTo(to) <= 0);
        return endsHere ? all : BigDecimal.ZERO;
    }

    private Line line(Charge charge, Band band, BigDecimal megawattSeconds, boolean limited) {
        Optional<BigDecimal> credit = limited ? credit(band, megawattSeconds.signum() != 0) : Optional.empty();
        return new Line(
                charge.name(), band.name(), charge.additional(), megawattSeconds, credit, band.netted(), band.origin());
    }

    /** What a MWh earns the node, in currency. */
    private Optional<BigDecimal> credit(Band band, boolean used) {
        if (band.outcome() instanceof Band.Outcome.Pays pays) {
            return product(pays.rate(), pays.percent()).map(BigDecimal::negate);
        } else if (band.outcome() instanceof Band.Outcome.Receives receives) {
            return product(receives.rate(), receives.percent());
        }
        if (used) {
            flags.add("UNSTATED_RULE:" + band.name());
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> product(Operand rate, Operand percent) {
        Optional<BigDecimal> share = rates.value(percent);
        return rates.value(rate)
                .flatMap(r -> share.map(s ->
                        r.multiply(s).movePointLeft(2).multiply(tariff.unit().perMega())));
    }
}
