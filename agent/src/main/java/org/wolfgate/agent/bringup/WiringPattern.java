package org.wolfgate.agent.bringup;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Faults of current transformers as they show in the power factors of the phases, each with the sign of its power. Holds
 * for three-element meters, a balanced load and a true power factor near 1: a CT on another phase sees its current 120
 * degrees off, and cos 120 is -0.5.
 */
public enum WiringPattern {
    CORRECT("all phases agree", ""),
    ONE_REVERSED(
            "CT of %s reversed: total is a third of the true power",
            "exchange its two secondary leads (short them first), or turn the CT"),
    TWO_REVERSED(
            "CTs of %s reversed: total is minus a third of the true power",
            "exchange the two secondary leads of each (short them first)"),
    ALL_REVERSED(
            "all three CTs reversed, or the meter faces the other way: total has the wrong sign",
            "write 'inverted: true' at this meter, or exchange the leads of all three"),
    TWO_EXCHANGED(
            "CTs of %s exchanged: total is near zero",
            "exchange the current leads of these two phases, or their voltage leads"),
    ALL_ROTATED(
            "all CTs on the next phase: total is minus half of the true power",
            "move every current lead on by one phase, until each has its own voltage"),
    ROTATED_AND_REVERSED(
            "all CTs on the next phase and reversed: total is half of the true power",
            "move every current lead on by one phase, then look again"),
    TWO_EXCHANGED_AND_REVERSED(
            "CTs of %s exchanged and both reversed: total is two thirds of the true power",
            "exchange the current leads of these two phases, and turn both"),
    UNCLEAR(
            "power factors fit no single fault",
            "check each phase by itself with a clamp meter; a low or odd load gives odd power factors");

    private static final double FULL = 0.80;
    private static final double LEAST_HALF = 0.30;
    private static final double MOST_HALF = 0.70;

    private final String seen;
    private final String advice;

    WiringPattern(String seen, String advice) {
        this.seen = seen;
        this.advice = advice;
    }

    /** Which fault, and whose. */
    record Match(WiringPattern pattern, List<Integer> phases) {

        /** Whether turning the direction of flow would explain it with fewer faults. */
        boolean isUnlikely() {
            return switch (pattern) {
                case TWO_REVERSED, ALL_REVERSED, UNCLEAR -> true;
                default -> false;
            };
        }

        Finding finding(String factors) {
            String names =
                    String.join(" and ", phases.stream().map(k -> "L" + (k + 1)).toList());
            String text = pattern.seen.formatted(names) + " (" + factors + ")";
            return switch (pattern) {
                case CORRECT -> Finding.ok(text);
                case UNCLEAR -> Finding.note(text, pattern.advice);
                default -> Finding.fault(text, pattern.advice);
            };
        }
    }

    /** The fault behind three power factors, signed so that the known direction of flow is positive. */
    static Match of(double[] factors) {
        List<Integer> reversed = where(factors, factor -> factor <= -FULL);
        List<Integer> halfAgainst = where(factors, factor -> half(-factor));
        List<Integer> halfWith = where(factors, WiringPattern::half);
        int full = where(factors, factor -> factor >= FULL).size();
        return full(full, reversed)
                .or(() -> exchanged(full, halfAgainst, halfWith))
                .or(() -> rotated(halfAgainst, halfWith))
                .orElse(new Match(UNCLEAR, List.of()));
    }

    private static Optional<Match> full(int full, List<Integer> reversed) {
        if (full + reversed.size() != 3) {
            return Optional.empty();
        }
        List<WiringPattern> byCount = List.of(CORRECT, ONE_REVERSED, TWO_REVERSED, ALL_REVERSED);
        return Optional.of(new Match(byCount.get(reversed.size()), reversed));
    }

    private static Optional<Match> exchanged(int full, List<Integer> halfAgainst, List<Integer> halfWith) {
        if (full != 1) {
            return Optional.empty();
        }
        if (halfAgainst.size() == 2) {
            return Optional.of(new Match(TWO_EXCHANGED, halfAgainst));
        }
        return halfWith.size() == 2 ? Optional.of(new Match(TWO_EXCHANGED_AND_REVERSED, halfWith)) : Optional.empty();
    }

    private static Optional<Match> rotated(List<Integer> halfAgainst, List<Integer> halfWith) {
        if (halfAgainst.size() == 3) {
            return Optional.of(new Match(ALL_ROTATED, halfAgainst));
        }
        return halfWith.size() == 3 ? Optional.of(new Match(ROTATED_AND_REVERSED, halfWith)) : Optional.empty();
    }

    private static boolean half(double factor) {
        return factor >= LEAST_HALF && factor <= MOST_HALF;
    }

    private static List<Integer> where(double[] factors, java.util.function.DoublePredicate holds) {
        return IntStream.range(0, factors.length)
                .filter(k -> holds.test(factors[k]))
                .boxed()
                .toList();
    }
}
