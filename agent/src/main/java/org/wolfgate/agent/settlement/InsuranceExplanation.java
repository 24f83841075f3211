package org.wolfgate.agent.settlement;

import java.util.ArrayList;
import java.util.List;

/** Tells in sentences how a unit's compensation, premium and fee came about, with every input. */
public final class InsuranceExplanation {

    private InsuranceExplanation() {}

    /** One sentence a line; none if the unit neither stood back nor pays. */
    public static List<String> of(UnitLine unit) {
        List<String> sentences = new ArrayList<>();
        if (unit.curtailed().wattHours() != 0) {
            sentences.add(compensation(unit));
        }
        unit.cover()
                .ifPresent(cover -> sentences.add("Unit " + unit.unit() + ": premium " + cover.premium()
                        + ", which it pays" + " for " + cover.insured() + " insured over the whole interval at "
                        + cover.rate() + " per MWh."));
        if (unit.fee().micros() != 0) {
            sentences.add("Unit " + unit.unit() + ": fee " + unit.fee()
                    + ", spot price at its buyer less spot price here, for each MWh that ran.");
        }
        for (UnitSpan span : unit.spans()) {
            sentences.add("Unit " + unit.unit() + " from " + span.span().start() + " to "
                    + span.span().end() + ": " + span.scheduled() + " scheduled, " + span.granted()
                    + " granted, spot price " + span.spot()
                    + span.destination().map(there -> ", at its buyer " + there).orElse("") + ".");
        }
        return sentences;
    }

    private static String compensation(UnitLine unit) {
        String stood =
                "Unit " + unit.unit() + ": stood back " + unit.curtailed() + ", compensation " + unit.compensation();
        return unit.strike()
                .map(strike -> stood + ": max(spot price - strike " + strike + ", 0) for each MWh of it.")
                .orElse(stood + ": it is not insured.");
    }
}
