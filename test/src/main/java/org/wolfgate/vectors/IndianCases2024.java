package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Block;
import org.wolfgate.agent.pricing.tariff.Charge.Spread;
import org.wolfgate.agent.pricing.tariff.Line;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.agent.pricing.tariff.Situation;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.ActivePower;

/** India 2024: the normal rate, the percentages of it, and wind and solar in both readings. */
final class IndianCases2024 {

    private static final int QUARTER_HOUR = 900;

    private IndianCases2024() {}

    static Map<String, Object> answer(Inputs inputs) {
        Tariff tariff = TariffBook.tariff("in-dsm-2024");
        if (inputs.has("rtm")) {
            return normalRate(tariff, inputs);
        }
        return inputs.has("direction") ? percent(tariff, inputs) : windAndSolar(tariff, inputs);
    }

    private static Map<String, Object> normalRate(Tariff tariff, Inputs inputs) {
        Situation situation = Situation.of(Map.of(
                "day_ahead", inputs.decimal("dam"),
                "real_time", inputs.decimal("rtm"),
                "ancillary", inputs.decimal("ancillary")));
        return Map.of("normal_rate", tariff.rate("normal_rate", situation).orElseThrow());
    }

    /** With every rate at 1,000 currency/MWh, what a MWh costs or earns is the percentage. */
    private static Map<String, Object> percent(Tariff tariff, Inputs inputs) {
        boolean buyer = inputs.text("role").equals("BUYER");
        boolean over = inputs.text("direction").equals("over");
        BigDecimal hundred = new BigDecimal("100");
        Situation situation = Situation.at(
                inputs.frequency("f_mhz"),
                Map.of("day_ahead", hundred, "real_time", hundred, "ancillary", hundred, "reference_rate", hundred));
        ActivePower schedule = ActivePower.parse(buyer ? "-500 MW" : "500 MW");
        ActivePower part = ActivePower.parse(inputs.truth("within_first_limit") ? "10 MW" : "60 MW");
        ActivePower actual = over == buyer ? schedule.minus(part) : schedule.plus(part);
        Bill bill = tariff.settle(
                TariffBook.party(tariff, buyer ? "buyer" : "seller"),
                Block.of(QUARTER_HOUR, schedule, actual),
                situation);
        Optional<BigDecimal> credit = bill.lines().stream()
                .filter(line -> line.megawattSeconds().signum() != 0)
                .reduce((first, last) -> last)
                .flatMap(Line::credit);
        return Map.of("percent", credit.orElseThrow().abs().divide(tariff.unit().perMega()));
    }

    private static Map<String, Object> windAndSolar(Tariff tariff, Inputs inputs) {
        Party party = TariffBook.party(tariff, "wind-solar");
        return Map.of(
                "slabwise", windAndSolar(tariff, party.spread(Spread.LAYERED), inputs),
                "whole", windAndSolar(tariff, party.spread(Spread.WHOLE), inputs));
    }

    private static Map<String, Object> windAndSolar(Tariff tariff, Party party, Inputs inputs) {
        Block block = new Block(
                QUARTER_HOUR,
                inputs.megawatts("schedule_mw").orElseThrow(),
                inputs.megawatts("actual_mw").orElseThrow(),
                inputs.megawatts("available_mw"));
        Situation situation = Situation.of(Map.of(
                "contract_rate", inputs.decimal("contract_rate_paise"),
                "first_limit", inputs.decimal("v1_pct"),
                "second_limit", inputs.decimal("v2_pct")));
        return Map.of(
                "deviation_pct", block.deviationPercent(),
                "amount_rs", tariff.settle(party, block, situation).total().toCents());
    }
}
