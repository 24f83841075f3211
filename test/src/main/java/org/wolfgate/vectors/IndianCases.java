package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Block;
import org.wolfgate.agent.pricing.tariff.Line;
import org.wolfgate.agent.pricing.tariff.Situation;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.ActivePower;

/** The Indian rate vectors of frequency, and the settlement of 2014 built on one. */
final class IndianCases {

    private static final int QUARTER_HOUR = 900;

    private IndianCases() {}

    static Map<String, Object> rate(String file, Inputs inputs) {
        return Map.of("rate_paise_kwh", rate(TariffBook.tariff(file), situation(inputs)));
    }

    static Map<String, Object> of2014(Inputs inputs) {
        Tariff tariff = TariffBook.tariff("in-dsm-2014");
        Situation situation = situation(inputs);
        Map<String, Object> answer = new HashMap<>(Map.of("rate_paise_kwh", rate(tariff, situation)));
        if (inputs.has("role")) {
            Bill bill = tariff.settle(TariffBook.party(tariff, party(inputs)), block(inputs), situation);
            answer.put("base_rs", bill.base().toCents());
            answer.put("additional_rs", bill.additional().toCents());
            answer.put("amount_rs", bill.total().toCents());
        }
        return answer;
    }

    /** The rate, and what a MWh of surplus pays on top of it. */
    static Map<String, Object> fourthAmendment(Inputs inputs) {
        Tariff tariff = TariffBook.tariff("in-dsm-2014-a4");
        Situation situation =
                Situation.at(inputs.frequency("f_mhz"), Map.of("day_ahead", inputs.decimal("dam_paise_kwh")));
        Block surplus = Block.of(QUARTER_HOUR, ActivePower.parse("100 MW"), ActivePower.parse("101 MW"));
        BigDecimal paid = tariff.settle(TariffBook.party(tariff, "seller"), surplus, situation).lines().stream()
                .filter(Line::additional)
                .flatMap(line -> line.credit().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::subtract);
        return Map.of(
                "rate_paise_kwh",
                rate(tariff, situation),
                "additional_charge_paise_kwh",
                paid.divide(tariff.unit().perMega()));
    }

    /** A buyer's schedule and drawal are written without sign; injection positive, they are negative. */
    static Block block(Inputs inputs) {
        ActivePower scheduled = inputs.megawatts("schedule_mw").orElseThrow();
        ActivePower actual = inputs.megawatts("actual_mw").orElseThrow();
        return inputs.text("role").equals("BUYER")
                ? Block.of(QUARTER_HOUR, ActivePower.ZERO.minus(scheduled), ActivePower.ZERO.minus(actual))
                : Block.of(QUARTER_HOUR, scheduled, actual);
    }

    private static String party(Inputs inputs) {
        if (inputs.text("role").equals("BUYER")) {
            return "buyer";
        }
        return inputs.has("coal_gas") && inputs.truth("coal_gas") ? "coal-gas-seller" : "seller";
    }

    private static BigDecimal rate(Tariff tariff, Situation situation) {
        return tariff.rate("rate", situation).orElseThrow();
    }

    private static Situation situation(Inputs inputs) {
        return Situation.at(inputs.frequency("f_mhz"), Map.of());
    }
}
