package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.dispatch.OrderSplit;
import org.wolfgate.agent.dispatch.OrderTerms;
import org.wolfgate.agent.dispatch.Rationing;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** Order cases: an order and the units behind a node to the grant of each unit, pro rata and by lot, within 10 W. */
final class OrderCases implements CaseFormat {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.00001");

    /** Strikes only compare, so those finer than a tick are read on a finer grid, all of a case alike. */
    private static final int GRID = 6;

    private static final ActivePower NO_CAP = new ActivePower(Long.MAX_VALUE);

    @Override
    public boolean accepts(JsonNode root) {
        JsonNode first = root.path(0);
        return first.has("order") && first.has("units") && first.has("grants");
    }

    @Override
    public void run(JsonNode root, Score score) {
        for (JsonNode one : root) {
            score.record(one.path("id").asText(), difference(one));
        }
    }

    private static String difference(JsonNode one) {
        try {
            OrderTerms order = terms(one.path("order"));
            List<String> found =
                    new ArrayList<>(compare("grants", one.path("grants"), split(one, order, new Rationing.ProRata())));
            if (order.marginal().isPresent() && reaches(one.path("grants"), order.cap())) {
                OrderTerms capAlone = new OrderTerms(order.cap(), Optional.empty());
                found.addAll(compare(
                        "grants by the cap alone", one.path("grants"), split(one, capAlone, new Rationing.ProRata())));
            }
            if (one.has("lottery")) {
                JsonNode lottery = one.path("lottery");
                Rationing draw = new Rationing.Lottery(
                        lottery.path("seed").asText(), lottery.path("interval").asText());
                found.addAll(compare("lottery.grants", lottery.path("grants"), split(one, order, draw)));
            }
            return String.join("; ", found);
        } catch (IllegalArgumentException e) {
            return "expected grants, actual refusal: " + e.getMessage();
        }
    }

    private static List<ActivePower> split(JsonNode one, OrderTerms order, Rationing rationing) {
        List<OrderSplit.Unit> units = new ArrayList<>();
        JsonNode ids = one.path("ids");
        for (JsonNode unit : one.path("units")) {
            String id = ids.path(units.size()).asText("unit " + units.size());
            units.add(new OrderSplit.Unit(id, power(unit.path(0)), price(unit.path(1))));
        }
        return OrderSplit.split(price(one.path("spot")).orElseThrow(), units, order, rationing);
    }

    private static OrderTerms terms(JsonNode order) {
        Optional<OrderTerms.Marginal> marginal = order.has("share")
                ? Optional.of(new OrderTerms.Marginal(
                        price(order.path("strike")), order.path("share").decimalValue()))
                : Optional.empty();
        return new OrderTerms(order.has("cap_mw") ? power(order.path("cap_mw")) : NO_CAP, marginal);
    }

    /** Whether the grants add up to the cap, so that the cap alone must lead to the same ones. */
    private static boolean reaches(JsonNode grants, ActivePower cap) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode grant : grants) {
            sum = sum.add(grant.decimalValue());
        }
        return sum.subtract(cap.megawatts()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static ActivePower power(JsonNode megawatts) {
        BigDecimal watts = megawatts.decimalValue().movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
        return new ActivePower(watts.longValueExact());
    }

    private static Optional<Price> price(JsonNode value) {
        return value.isNumber()
                ? Optional.of(new Price(value.decimalValue()
                        .movePointRight(GRID)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact()))
                : Optional.empty();
    }

    private static List<String> compare(String name, JsonNode expected, List<ActivePower> actual) {
        List<String> found = new ArrayList<>();
        if (expected.size() != actual.size()) {
            found.add(name + " expected " + expected.size() + " entries, actual " + actual.size());
            return found;
        }
        for (int u = 0; u < actual.size(); u++) {
            BigDecimal grant = actual.get(u).megawatts();
            if (grant.subtract(expected.get(u).decimalValue()).abs().compareTo(TOLERANCE) > 0) {
                found.add(name + "[" + u + "] expected " + expected.get(u) + ", actual " + grant);
            }
        }
        return found;
    }
}
