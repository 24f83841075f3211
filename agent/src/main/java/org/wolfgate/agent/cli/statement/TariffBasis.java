package org.wolfgate.agent.cli.statement;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.wolfgate.agent.cli.inputs.InputSeries;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.agent.pricing.tariff.Tariff;

/**
 * How a ledger is to be billed.
 *
 * @param party what the nodes are to the tariff
 * @param inputs what the ledger does not know, such as market prices, by the tariff's names and in its unit
 * @param series the same block by block
 */
public record TariffBasis(Tariff tariff, Party party, Map<String, BigDecimal> inputs, InputSeries series) {

    public TariffBasis {
        inputs = Map.copyOf(inputs);
    }

    /** What is given for one block. */
    Map<String, BigDecimal> over(Interval block) {
        Map<String, BigDecimal> all = new TreeMap<>(inputs);
        all.putAll(series.over(block));
        return all;
    }

    /** The shortest block that the tariff settles and that is made of whole intervals of so many seconds. */
    int block(long interval) {
        return tariff.blocks().stream()
                .filter(block -> interval > 0 && block % interval == 0)
                .min(Integer::compare)
                .orElseThrow(() -> new IllegalArgumentException("tariff " + tariff.id() + " settles blocks of "
                        + tariff.blocks() + " s, which intervals of " + interval
                        + " s do not fill; choose another tariff or settlement.interval"));
    }
}
