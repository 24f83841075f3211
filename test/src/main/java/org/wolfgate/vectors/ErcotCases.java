package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Block;
import org.wolfgate.agent.pricing.tariff.Line;
import org.wolfgate.agent.pricing.tariff.Situation;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.ActivePower;

/** ERCOT base point deviation, determined in five and in fifteen minutes. */
final class ErcotCases {

    private static final int FIVE_MINUTES = 300;

    private ErcotCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        List<ActivePower> base = powers(inputs, "aabp5m");
        List<ActivePower> actual = powers(inputs, "avgtg5m");
        List<Bill> parts = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            parts.add(settle(Block.of(FIVE_MINUTES, base.get(i), actual.get(i)), inputs));
        }
        Bill five = parts.stream().reduce(Bill::plus).orElseThrow();
        Bill fifteen = settle(Block.of(FIVE_MINUTES * base.size(), mean(base), mean(actual)), inputs);
        return Map.of(
                "five_minute", answer(five, "mw", BigDecimal.valueOf(FIVE_MINUTES)),
                "fifteen_minute", answer(fifteen, "mwh", BigDecimal.valueOf(3600)));
    }

    private static Bill settle(Block block, Inputs inputs) {
        Tariff tariff = TariffBook.tariff("us-ercot-bpd");
        Map<String, BigDecimal> given = Map.of(
                "price", inputs.decimal("rtspp"),
                "k1", inputs.decimal("k1").movePointRight(2),
                "q1", inputs.decimal("q1"),
                "k2", inputs.decimal("k2").movePointRight(2),
                "q2", inputs.decimal("q2"),
                "kp", inputs.decimal("kp").movePointRight(2),
                "pr1", inputs.decimal("pr1"),
                "pr2", inputs.decimal("pr2"));
        boolean onTest = inputs.has("on_test") && inputs.truth("on_test");
        Situation situation =
                new Situation(Optional.empty(), Optional.empty(), given, onTest ? Set.of("on_test") : Set.of());
        return tariff.settle(TariffBook.party(tariff, "generator"), block, situation);
    }

    private static Map<String, Object> answer(Bill bill, String unit, BigDecimal secondsPerUnit) {
        return Map.of(
                "ogen_" + unit,
                outside(bill, "over-generation", secondsPerUnit),
                "ugen_" + unit,
                outside(bill, "under-generation", secondsPerUnit),
                "over_charge",
                bill.sum(charge("over-generation")).negate().toCents(),
                "under_charge",
                bill.sum(charge("under-generation")).negate().toCents(),
                "amount",
                bill.total().toCents());
    }

    /** The deviation beyond the tolerance, without its sign. */
    private static BigDecimal outside(Bill bill, String name, BigDecimal secondsPerUnit) {
        return bill.megawattSeconds(charge(name).and(line -> line.band().equals("band 2")))
                .abs()
                .divide(secondsPerUnit, 4, RoundingMode.HALF_EVEN);
    }

    private static Predicate<Line> charge(String name) {
        return line -> line.charge().equals(name);
    }

    private static List<ActivePower> powers(Inputs inputs, String name) {
        return StreamSupport.stream(inputs.fields().required(name).spliterator(), false)
                .map(node -> ActivePower.parse(node.asText() + " MW"))
                .toList();
    }

    private static ActivePower mean(List<ActivePower> powers) {
        BigDecimal sum =
                BigDecimal.valueOf(powers.stream().mapToLong(ActivePower::watts).sum());
        return new ActivePower(sum.divide(BigDecimal.valueOf(powers.size()), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }
}
