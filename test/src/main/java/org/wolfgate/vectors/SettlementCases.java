package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.settlement.InsuranceExpectation;
import org.wolfgate.agent.settlement.InsuranceLine;
import org.wolfgate.agent.settlement.InsuranceSettlement;
import org.wolfgate.agent.settlement.InsuranceStatement;
import org.wolfgate.agent.settlement.InsuranceTotals;
import org.wolfgate.agent.settlement.InsuredSchedule;
import org.wolfgate.agent.settlement.ScenarioForecast;
import org.wolfgate.agent.settlement.SettledZone;

/** {@code wolfgate-settlement-cases}: settled intervals, actuarial expectations and premiums, all exact. */
final class SettlementCases implements CaseFormat {

    @Override
    public boolean accepts(JsonNode root) {
        return root.path("format").asText().equals("wolfgate-settlement-cases/1");
    }

    @Override
    public void run(JsonNode root, Score score) {
        for (JsonNode settlement : root.path("cases")) {
            scored(settlement.path("id").asText(), score, () -> settle(settlement));
        }
        for (JsonNode expectation : root.path("actuarial")) {
            scored(expectation.path("id").asText(), score, () -> expect(expectation));
        }
        int index = 0;
        for (JsonNode premium : root.path("premiums")) {
            scored("premiums[" + index++ + "]", score, () -> premium(premium));
        }
    }

    private interface Check {
        String difference();
    }

    private static void scored(String id, Score score, Check check) {
        String difference;
        try {
            difference = check.difference();
        } catch (IllegalArgumentException | ArithmeticException e) {
            difference = "refused: " + e.getMessage();
        }
        score.record(id, difference);
    }

    private static String settle(JsonNode test) {
        List<SettledZone> zones = list(
                test.path("zones"),
                zone -> new SettledZone(Exact.of(zone.path("spot")), Forecasts.read(zone.path("price_model"))));
        List<InsuredSchedule> units = list(test.path("units"), SettlementCases::schedule);
        InsuranceSettlement interval = new InsuranceSettlement(Exact.of(test.path("hours")), zones);
        InsuranceStatement statement = test.hasNonNull("hub_withdrawals")
                ? interval.settle(units, list(test.path("hub_withdrawals"), Exact::of))
                : interval.settle(units);
        StringJoiner difference = new StringJoiner("; ");
        JsonNode expected = test.path("expected");
        if (expected.path("units").size() != units.size()) {
            difference.add("expected.units has " + expected.path("units").size() + " entries, units " + units.size());
        }
        for (int u = 0; u < units.size(); u++) {
            compareLine(expected.path("units").path(u), statement.lines().get(u), difference);
        }
        compareTotals(expected, statement, difference);
        return difference.toString();
    }

    private static InsuredSchedule schedule(JsonNode unit) {
        BigFraction insured = Exact.of(unit.path("mw"));
        return new InsuredSchedule(
                unit.path("id").asText(),
                unit.path("zone").asInt(),
                unit.path("dest").asInt(unit.path("zone").asInt()),
                strike(unit),
                insured,
                unit.hasNonNull("scheduled") ? Exact.of(unit.path("scheduled")) : insured,
                Exact.of(unit.path("granted")));
    }

    private static Optional<BigFraction> strike(JsonNode node) {
        return node.hasNonNull("strike") ? Optional.of(Exact.of(node.path("strike"))) : Optional.empty();
    }

    private static void compareLine(JsonNode expected, InsuranceLine line, StringJoiner difference) {
        String unit = line.id() + ".";
        compare(unit + "premium", expected.path("premium"), line.premium(), difference);
        compare(unit + "compensation", expected.path("compensation"), line.compensation(), difference);
        compare(unit + "fee", expected.path("fee"), line.fee(), difference);
        compare(unit + "net_to_user", expected.path("net_to_user"), line.netToUser(), difference);
        JsonNode cents = expected.path("cents");
        compare(unit + "cents.premium", cents.path("premium"), line.rounded().premium(), difference);
        compare(
                unit + "cents.compensation",
                cents.path("compensation"),
                line.rounded().compensation(),
                difference);
        compare(unit + "cents.fee", cents.path("fee"), line.rounded().fee(), difference);
        compare(
                unit + "cents.net_to_user",
                cents.path("net_to_user"),
                line.rounded().netToUser(),
                difference);
    }

    private static void compareTotals(JsonNode expected, InsuranceStatement statement, StringJoiner difference) {
        InsuranceTotals totals = statement.totals();
        JsonNode exact = expected.path("totals");
        compare("totals.premiums", exact.path("premiums"), totals.premiums(), difference);
        compare("totals.compensation", exact.path("compensation"), totals.compensation(), difference);
        compare("totals.fees", exact.path("fees"), totals.fees(), difference);
        compare("totals.hub_trade", exact.path("hub_trade"), totals.hubTrade(), difference);
        compare("totals.rent", exact.path("rent"), totals.rent(), difference);
        compare("totals.objective", exact.path("objective"), totals.objective(), difference);
        compare("totals.iso_net", exact.path("iso_net"), totals.isoNet(), difference);
        InsuranceLine.Rounded paid = statement.roundedTotals();
        JsonNode cents = expected.path("totals_cents");
        compare("totals_cents.premiums", cents.path("premiums"), paid.premium(), difference);
        compare("totals_cents.compensation", cents.path("compensation"), paid.compensation(), difference);
        compare("totals_cents.fees", cents.path("fees"), paid.fee(), difference);
    }

    private static String expect(JsonNode test) {
        if (!(Forecasts.read(test.path("price_model")) instanceof ScenarioForecast forecast)) {
            return "the price model has no scenarios to take an expectation over";
        }
        InsuranceExpectation actual = InsuranceExpectation.over(
                forecast,
                Exact.of(test.path("strike")),
                Exact.of(test.path("mw")),
                list(test.path("granted"), Exact::of));
        StringJoiner difference = new StringJoiner("; ");
        JsonNode expected = test.path("expected");
        compare("premium", expected.path("premium"), actual.premium(), difference);
        compare("expected_compensation", expected.path("expected_compensation"), actual.compensation(), difference);
        compare("expected_surplus", expected.path("expected_surplus"), actual.surplus(), difference);
        return difference.toString();
    }

    private static String premium(JsonNode test) {
        BigFraction actual = strike(test)
                .map(Forecasts.read(test.path("price_model"))::premium)
                .orElse(BigFraction.ZERO);
        StringJoiner difference = new StringJoiner("; ");
        compare("premium", test.path("premium"), actual, difference);
        return difference.toString();
    }

    private static void compare(String what, JsonNode expected, BigFraction actual, StringJoiner difference) {
        if (expected.isMissingNode() || !Exact.of(expected).equals(actual)) {
            difference.add(what + " expected " + expected.asText() + " actual " + actual);
        }
    }

    private static void compare(String what, JsonNode expected, BigDecimal actual, StringJoiner difference) {
        if (expected.isMissingNode() || new BigDecimal(expected.asText()).compareTo(actual) != 0) {
            difference.add(what + " expected " + expected.asText() + " actual " + actual);
        }
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return List.copyOf(
                StreamSupport.stream(array.spliterator(), false).map(read).toList());
    }
}
