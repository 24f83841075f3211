package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Block;
import org.wolfgate.agent.pricing.tariff.Charge.Spread;
import org.wolfgate.agent.pricing.tariff.Line;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.agent.pricing.tariff.Situation;
import org.wolfgate.agent.pricing.tariff.Tariff;

/** FERC Order 890 imbalance: one hour band by band, or the first band netted over several. */
final class FercCases {

    private static final int HOUR = 3600;

    private FercCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        Tariff tariff = TariffBook.tariff("us-ferc-890");
        return inputs.has("hours") ? netted(tariff, inputs.each("hours")) : oneHour(tariff, inputs);
    }

    private static Map<String, Object> oneHour(Tariff tariff, Inputs inputs) {
        Party party = TariffBook.party(tariff, inputs.truth("intermittent") ? "intermittent" : "generator");
        Bill bill = settle(tariff, party, inputs);
        Bill whole = settle(tariff, party.spread(Spread.WHOLE), inputs);
        Map<String, Object> answer = new HashMap<>();
        for (int band = 1; band <= 3; band++) {
            Predicate<Line> inBand = named("band " + band);
            answer.put("band" + band + "_mwh", megawattHours(bill, inBand));
            answer.put("band" + band + "_amount", bill.sum(inBand).toCents());
        }
        answer.put("amount", bill.total().toCents());
        answer.put("whole_deviation_alternative", whole.total().toCents());
        return answer;
    }

    private static Map<String, Object> netted(Tariff tariff, List<Inputs> hours) {
        Party party = TariffBook.party(tariff, "generator");
        Bill month = hours.stream()
                .map(hour -> settle(tariff, party, hour))
                .reduce(new Bill(tariff.label(), List.of(), Set.of()), Bill::plus);
        Predicate<Line> netted = line -> line.netted().isPresent();
        return Map.of(
                "band1_net_mwh", megawattHours(month, netted),
                "band1_amount_hourly_prices", month.sum(netted).toCents());
    }

    private static Bill settle(Tariff tariff, Party party, Inputs hour) {
        Block block = Block.of(
                HOUR,
                hour.megawatts("schedule_mw").orElseThrow(),
                hour.megawatts("actual_mw").orElseThrow());
        return tariff.settle(
                party,
                block,
                Situation.of(Map.of(
                        "incremental", hour.decimal("incremental"), "decremental", hour.decimal("decremental"))));
    }

    private static Predicate<Line> named(String band) {
        return line -> line.band().equals(band);
    }

    private static BigDecimal megawattHours(Bill bill, Predicate<Line> which) {
        return bill.megawattSeconds(which).divide(BigDecimal.valueOf(HOUR), 2, RoundingMode.HALF_EVEN);
    }
}
