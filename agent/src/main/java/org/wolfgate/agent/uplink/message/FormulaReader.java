package org.wolfgate.agent.uplink.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Curve;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.HyperbolicSine;
import org.wolfgate.agent.pricing.Linear;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.PriceLimits;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.Table;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** Reads back what {@link FormulaBody} wrote. */
final class FormulaReader {

    private FormulaReader() {}

    static SystemPrice read(String parameterSet, Fields fields) throws MessageException {
        try {
            return new SystemPrice(
                    parameterSet,
                    curve(fields),
                    new FrequencyQuantum(
                            frequency(fields, "step_mhz"), FrequencyQuantum.Rounding.valueOf(fields.text("rounding"))),
                    new PriceLimits(
                            fields.optionalPrice("cap"), fields.optionalPrice("floor"), fields.price("price_step")),
                    fields.optionalText("basis").map(PriceBasis::valueOf).orElse(PriceBasis.PRICE_OF_MEAN));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MessageException("field 'formula' is no price formula: " + e.getMessage());
        }
    }

    private static Curve curve(Fields fields) throws MessageException {
        Frequency scheduled = frequency(fields, "scheduled_mhz");
        String form = fields.text("form");
        return switch (form) {
            case "SHIFTED_EXP" ->
                new ShiftedExponential(doublings(scheduled, fields), fields.price("reference"), fields.price("least"));
            case "SINH" ->
                new HyperbolicSine(doublings(scheduled, fields), fields.price("reference"), fields.price("scale"));
            case "LINEAR" ->
                Linear.of(
                        scheduled,
                        fields.price("reference"),
                        fields.optionalDecimal("per_hertz").orElse(BigDecimal.ZERO),
                        fields.optionalDecimal("per_megawatt"));
            case "TABLE" -> new Table(scheduled, vertices(fields));
            default -> throw new MessageException("unknown form '" + form + "'");
        };
    }

    private static Doublings doublings(Frequency scheduled, Fields fields) throws MessageException {
        Optional<ActivePower> ace = fields.optionalWhole("doubling_ace_w").map(ActivePower::new);
        return new Doublings(scheduled, frequency(fields, "doubling_mhz"), ace);
    }

    private static List<Table.Vertex> vertices(Fields fields) throws MessageException {
        List<Table.Vertex> vertices = new ArrayList<>();
        for (Fields vertex : fields.objects("vertices")) {
            vertices.add(new Table.Vertex(frequency(vertex, "mhz"), price(vertex)));
        }
        return vertices;
    }

    private static Price price(Fields vertex) throws MessageException {
        return vertex.price("price");
    }

    private static Frequency frequency(Fields fields, String name) throws MessageException {
        return new Frequency(Math.toIntExact(fields.whole(name)));
    }
}
