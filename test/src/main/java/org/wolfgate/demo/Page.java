package org.wolfgate.demo;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.CapsInForce;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerException;
import org.wolfgate.agent.ledger.LedgerReader;

/** What the demo shows: what the ISO hears; and while it hears nothing, what is known in the cabinet. */
final class Page {

    private final DemoPlace place;
    private final Heard heard;
    private final Screen screen;

    Page(DemoPlace place, Heard heard, Screen screen) {
        this.place = place;
        this.heard = heard;
        this.screen = screen;
    }

    /** To be called about once a second. */
    void show(String title, List<String> nodes) {
        List<String> below = new ArrayList<>(List.of(Figures.uplink(heard)));
        if (!"online".equals(heard.live("status").path("state").asText())) {
            below.add(
                    "the ISO hears nothing, the figures above are the last ones; in the cabinet wolfgate status says:");
            below.addAll(cabinet());
        }
        screen.show(title, Figures.table(heard, nodes), heard.orders(), below);
    }

    private List<String> cabinet() {
        try (LedgerReader ledger = Ledger.openReadOnly(AgentProcess.data(place))) {
            String agent = Ledger.owner(AgentProcess.data(place)).isPresent() ? "agent: runs" : "agent: DOWN";
            List<String> lines = new ArrayList<>(List.of("  " + agent));
            CapsInForce.lines(ledger).forEach(line -> lines.add("  " + line));
            return lines;
        } catch (LedgerException e) {
            return List.of("  the ledger cannot be read now: " + e.getMessage());
        }
    }
}
