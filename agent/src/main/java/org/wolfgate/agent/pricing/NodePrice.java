package org.wolfgate.agent.pricing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * The price at a node: the system price less, for each gate, the node's distribution factor times the gate's price.
 * Injecting where it adds to a loading is worth less, where it relieves worth more. When the deviations of all nodes
 * add up to zero, their amounts add up to minus the gates' rent and nothing else. Limits and rounding come last.
 *
 * @param system the system price; without gates it is the node's price
 * @param gates the gates that the node loads
 */
public record NodePrice(SystemPrice system, List<GateShare> gates) {

    public NodePrice {
        gates = List.copyOf(gates);
    }

    /**
     * Prices a frequency at the node.
     *
     * @param ace area control error, if a fresh value is known
     * @param loadings fresh loadings by the gate's name; a gate without one drops its term, never reuses an old value
     */
    public NodeQuote quote(Frequency measured, Optional<ActivePower> ace, Map<String, PerUnit> loadings) {
        RaisedFlags raised = new RaisedFlags();
        double hundredths = system.unlimited(
                measured.millihertz(), ace.map(ActivePower::watts).orElse(SystemPrice.NO_ACE), raised);
        List<GateTerm> terms = terms(loadings);
        for (GateTerm term : terms) {
            hundredths -= term.loading().map(l -> term.hundredths(l, raised)).orElse(0.0);
        }
        Price price = new Price(system.limits().settle(hundredths, raised));
        Frequency used = new Frequency(system.quantum().apply(measured.millihertz()));
        return new NodeQuote(new Quote(price, Optional.of(used), raised.toSet()), terms);
    }

    /** The price of a period whose frequency nobody knows: the system's reference price, no gate applied. */
    public NodeQuote reference() {
        return new NodeQuote(system.reference(), List.of());
    }

    /** The gates that the node loads, each with its loading as far as that is known. */
    public List<GateTerm> terms(Map<String, PerUnit> loadings) {
        return gates.stream()
                .map(share -> new GateTerm(
                        share, Optional.ofNullable(loadings.get(share.gate().id()))))
                .toList();
    }
}
