package org.wolfgate.agent.config;

import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Curve;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.PriceLimits;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Section;

/** The {@code pricing} section: an illustrative parameter set by name, or declared parameters. */
final class PricingKeys {

    private PricingKeys() {}

    static SystemPrice read(Section pricing, Frequency nominal) {
        String parameters = pricing.require("parameters", Values::name, "");
        PriceBasis basis = pricing.optional("basis", Words.of(PriceBasis.class)).orElse(PriceBasis.PRICE_OF_MEAN);
        SystemPrice price = named(parameters)
                .orElseGet(() -> pricing.has("form")
                        ? formed(parameters, pricing, nominal)
                        : declared(parameters, pricing, nominal));
        if (!price.curve().scheduled().equals(nominal)) {
            pricing.problemAt(
                    "parameters",
                    "'" + parameters + "' is for " + price.curve().scheduled() + ", the substation runs at " + nominal,
                    "choose parameters for this frequency");
        }
        return price.withBasis(basis);
    }

    private static Optional<SystemPrice> named(String parameters) {
        return switch (parameters) {
            case "illustrative-60hz" -> Optional.of(Illustrative.AT_60_HZ);
            case "illustrative-50hz" -> Optional.of(Illustrative.AT_50_HZ);
            default -> Optional.empty();
        };
    }

    /** Any form of curve, written as in a tariff file. */
    private static SystemPrice formed(String name, Section pricing, Frequency nominal) {
        return CurveSection.quantum(pricing)
                .flatMap(quantum -> CurveSection.read(pricing, name, nominal, quantum))
                .orElseGet(() -> standIn(nominal));
    }

    /** Never used: stands in for what was reported as a problem. */
    private static SystemPrice standIn(Frequency nominal) {
        return Illustrative.AT_60_HZ.curve().scheduled().equals(nominal)
                ? Illustrative.AT_60_HZ
                : Illustrative.AT_50_HZ;
    }

    private static SystemPrice declared(String name, Section pricing, Frequency nominal) {
        Price reference = pricing.require("reference-price", Price::parse, Price.ZERO);
        Price least = pricing.require("least-price", Price::parse, reference.minus(new Price(1)));
        Frequency perFrequency = pricing.require("doubling-frequency", Frequency::parse, new Frequency(1));
        Optional<ActivePower> perAce = pricing.optional("doubling-ace", ActivePower::parse);
        Frequency resolution =
                pricing.optional("frequency-resolution", Frequency::parse).orElse(new Frequency(1));
        try {
            Curve curve = new ShiftedExponential(new Doublings(nominal, perFrequency, perAce), reference, least);
            FrequencyQuantum quantum = new FrequencyQuantum(resolution, FrequencyQuantum.Rounding.NEAREST);
            return new SystemPrice(name, curve, quantum, PriceLimits.NONE);
        } catch (IllegalArgumentException e) {
            pricing.problem("these parameters make no price: " + e.getMessage(), "correct them");
            return standIn(nominal);
        }
    }
}
