package org.wolfgate.agent.metering;

import java.util.List;

/**
 * All that a {@link ReactiveMeter} remembers. A list of at most one element stands for a value that may be absent.
 *
 * @param last the last good sample of reactive power
 * @param open the latest intervals, oldest first
 */
public record ReactiveState(List<VarSample> last, List<OpenReactive> open) {

    public static final ReactiveState NEW = new ReactiveState(List.of(), List.of());

    /** One sample of reactive power, at epoch milliseconds. */
    public record VarSample(long atMillis, long vars) {}

    public ReactiveState {
        last = List.copyOf(last);
        open = List.copyOf(open);
    }
}
