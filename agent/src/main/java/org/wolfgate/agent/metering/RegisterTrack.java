package org.wolfgate.agent.metering;

import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.Energy;

/**
 * Follows the registers of one meter from reading to reading. A difference that cannot be energy puts the new reading
 * under suspicion: if the next one continues the old count, a single reading was bad and nothing is lost; if it
 * continues the suspect's count, the meter was exchanged or reset, and no energy is billed from the difference.
 */
final class RegisterTrack {

    private final MeterRule rule;
    private final GapBridge bridge;
    private Optional<RegisterReading> last;
    private Optional<RegisterReading> suspect;

    RegisterTrack(MeterRule rule, GapBridge bridge, MeterState resumed) {
        this.rule = rule;
        this.bridge = bridge;
        this.last = resumed.lastRegisters().stream().findFirst();
        this.suspect = resumed.suspectRegisters().stream().findFirst();
    }

    void accept(RegisterReading reading) {
        if (last.isEmpty() || joined(last, reading)) {
            trust(reading);
        } else if (joined(suspect, reading)) {
            bridge.refuse(last.orElseThrow().atMillis(), suspect.orElseThrow().atMillis());
            trust(reading);
        } else {
            suspect = Optional.of(reading);
        }
    }

    /** The moment up to which the count is settled. */
    Optional<Long> settledMillis() {
        return last.map(RegisterReading::atMillis);
    }

    List<RegisterReading> lastRegisters() {
        return last.stream().toList();
    }

    List<RegisterReading> suspectRegisters() {
        return suspect.stream().toList();
    }

    private void trust(RegisterReading reading) {
        last = Optional.of(reading);
        suspect = Optional.empty();
    }

    /** Books what was counted since an earlier reading, if the difference can be energy. */
    private boolean joined(Optional<RegisterReading> before, RegisterReading reading) {
        Optional<CountedSpan> span = before.flatMap(from -> span(from, reading));
        span.ifPresent(bridge::join);
        return span.isPresent();
    }

    private Optional<CountedSpan> span(RegisterReading from, RegisterReading to) {
        Energy most = rule.believable(to.atMillis() - from.atMillis());
        Advance exported = rule.register()
                .advance(from.registers().exported(), to.registers().exported(), most);
        Advance imported = rule.register()
                .advance(from.registers().imported(), to.registers().imported(), most);
        if (exported instanceof Advance.Counted out && imported instanceof Advance.Counted in) {
            return Optional.of(new CountedSpan(from, to.atMillis(), out, in));
        }
        return Optional.empty();
    }
}
