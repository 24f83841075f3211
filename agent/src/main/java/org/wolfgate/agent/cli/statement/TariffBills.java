package org.wolfgate.agent.cli.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Block;
import org.wolfgate.agent.pricing.tariff.Situation;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/** Bills the lines of a ledger by a tariff, in the tariff's blocks. What is not known stays unknown and is flagged. */
public final class TariffBills {

    private final TariffBasis basis;

    public TariffBills(TariffBasis basis) {
        this.basis = basis;
    }

    /**
     * The blocks of one node, in order of time.
     *
     * @param lines of that node; superseded ones do not count
     * @throws IllegalArgumentException if the intervals fill no block of the tariff
     */
    public List<BilledBlock> of(List<StatementEntry> lines) {
        TreeMap<Instant, List<StatementEntry>> blocks = new TreeMap<>();
        for (StatementEntry line : lines) {
            if (line.inForce()) {
                long length = block(line);
                Instant start =
                        Instant.ofEpochSecond(Math.floorDiv(line.span().start().getEpochSecond(), length) * length);
                blocks.computeIfAbsent(start, at -> new ArrayList<>()).add(line);
            }
        }
        return blocks.entrySet().stream()
                .map(block -> bill(block.getKey(), block.getValue()))
                .toList();
    }

    private int block(StatementEntry line) {
        return basis.block(line.span().length().toSeconds());
    }

    private BilledBlock bill(Instant start, List<StatementEntry> lines) {
        StatementEntry first = lines.get(0);
        int seconds = block(first);
        Interval span = new Interval(start, start.plusSeconds(seconds));
        Duration known = lines.stream().map(line -> line.span().length()).reduce(Duration.ZERO, Duration::plus);
        boolean whole = known.equals(span.length());
        Optional<Energy> metered = whole ? sum(lines, TariffBills::metered) : Optional.empty();
        Optional<Energy> scheduled = whole ? sum(lines, line -> line.offset().effective()) : Optional.empty();
        Optional<Frequency> frequency = frequency(lines);
        Optional<ActivePower> ace =
                lines.size() == 1 ? first.settled().deviation().price().areaControlError() : Optional.empty();
        Map<String, BigDecimal> given = basis.over(span);
        Situation situation = new Situation(frequency, ace, given, Set.of());
        Optional<Bill> bill = metered.flatMap(m ->
                scheduled.map(s -> basis.tariff().settle(basis.party(), Block.of(seconds, s, m), situation)));
        return new BilledBlock(
                first.settled().node(), span, metered, scheduled, frequency, given, bill, flags(lines, whole));
    }

    private static Optional<Energy> metered(DeviationLine line) {
        return line.metered().quality().isComplete() ? line.metered().net() : Optional.empty();
    }

    private static Optional<Energy> sum(List<StatementEntry> lines, Function<DeviationLine, Optional<Energy>> energy) {
        Energy sum = Energy.ZERO;
        for (StatementEntry line : lines) {
            Optional<Energy> part = energy.apply(line.settled().deviation());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(part.get());
        }
        return Optional.of(sum);
    }

    /** Half-even to 1 mHz. */
    private static Optional<Frequency> frequency(List<StatementEntry> lines) {
        List<Frequency> known = lines.stream()
                .flatMap(line -> line.settled().deviation().price().frequency().stream())
                .toList();
        if (known.size() < lines.size()) {
            return Optional.empty();
        }
        long sum = known.stream().mapToLong(Frequency::millihertz).sum();
        return Optional.of(new Frequency(BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(known.size()), 0, RoundingMode.HALF_EVEN)
                .intValueExact()));
    }

    /** Those that say what became of the inputs; what the agent's own price met with is none of the tariff's. */
    private static SortedSet<String> flags(List<StatementEntry> lines, boolean whole) {
        Set<String> telling = Set.of(
                LineFlag.SCHEDULE_CURTAILED.name(),
                LineFlag.SCHEDULE_MISSING.name(),
                LineFlag.ENERGY_INCOMPLETE.name(),
                "ESTIMATED");
        SortedSet<String> flags = new TreeSet<>();
        for (StatementEntry line : lines) {
            for (String flag : line.settled().flags()) {
                raise(flags, flag, telling.contains(flag));
            }
        }
        raise(flags, "BLOCK_INCOMPLETE", !whole);
        return flags;
    }

    private static void raise(Set<String> flags, String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
