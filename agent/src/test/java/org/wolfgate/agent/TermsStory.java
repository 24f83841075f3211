package org.wolfgate.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.cli.statement.Statement;
import org.wolfgate.agent.cli.statement.StatementEntry;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.ContactRead;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.NodeTerms;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.StatementReader;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * Plays events against the story's substation whose node {@code solar} has terms of its own. Every event goes through the
 * flight recorder's form and back on its way, and what is settled through its record.
 */
final class TermsStory {

    static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private final SubstationSettings settings;
    private final StoryMeters meters = new StoryMeters();
    private final List<AgentRecord> records = new ArrayList<>();
    private Substation substation;

    TermsStory(NodeTerms terms) {
        SubstationSettings plain = StorySubstation.settings();
        this.settings = new SubstationSettings(
                plain.substation(),
                plain.grid(),
                plain.price(),
                plain.nodes().stream()
                        .map(node -> node.id().equals("solar") ? node.with(terms) : node)
                        .toList(),
                plain.gates());
        this.substation = new Substation(settings, SubstationState.NEW);
    }

    static Instant second(int second) {
        return NOON.plusSeconds(second);
    }

    void happens(int second, Event event) {
        Effects effects = new Effects();
        substation.handle(second(second), EventCodec.read(EventCodec.write(event)), effects);
        records.addAll(effects.records());
    }

    /** A message of the ISO, in the words of {@link StoryMessages}. */
    void told(int second, String verb, String rest) {
        happens(second, StoryMessages.read(second(second), verb, rest));
    }

    void contact(int second, String contact, boolean closed) {
        happens(second, new ContactRead(contact, Reading.good(closed)));
    }

    void silent(int second, String contact) {
        happens(second, new ContactRead(contact, Reading.missing("no answer")));
    }

    MeterReading reading(String node, int second, String megawatts) {
        return meters.read(node, second(second), ActivePower.parse(megawatts + " MW"), false);
    }

    /** A visit a second, from a second to another, both included. */
    void meters(String node, int from, int to, String megawatts) {
        for (int second = from; second <= to; second++) {
            happens(second, new MeterRead(node + "-meter", reading(node, second, megawatts)));
        }
    }

    /** The agent ends and comes back; nothing is kept but what was stored. */
    void restart() {
        Map<String, String> stored = new HashMap<>(new StateChanges(Set.of()).of(substation.state()));
        stored.values().removeIf(String::isEmpty);
        substation = new Substation(settings, StateCodec.read(List.of("solar", "wind"), stored));
    }

    /** The latest line of a node's interval, as a reader of the ledger gets it. */
    SettledInterval line(String node, int start) throws MessageException {
        return entry(node, start).settled();
    }

    StatementEntry entry(String node, int start) throws MessageException {
        Optional<ObjectNode> latest = Optional.empty();
        for (AgentRecord each : records) {
            if (each instanceof IntervalSettled settled
                    && settled.settled().node().equals(node)
                    && settled.settled()
                            .deviation()
                            .metered()
                            .interval()
                            .start()
                            .equals(second(start))) {
                latest = Optional.of(body(each));
            }
        }
        ObjectNode body = latest.orElseThrow();
        SettledInterval settled = StatementReader.read(body, Optional.empty());
        return new StatementEntry(start, TimeQuality.SYNCHRONISED, settled, true, body, Optional.empty());
    }

    /** The statement of a node's intervals that start at these seconds. */
    Statement statement(String node, int... starts) throws MessageException {
        List<StatementEntry> lines = new ArrayList<>();
        for (int start : starts) {
            lines.add(entry(node, start));
        }
        return new Statement(StorySubstation.NAME, "USD", NOON, NOON.plusSeconds(3600), lines, List.of());
    }

    /** What the agent noted beside intervals. */
    List<String> notes() {
        return records.stream()
                .filter(AgentRecord.Note.class::isInstance)
                .map(AgentRecord.Note.class::cast)
                .map(note -> note.what() + ": " + note.detail())
                .toList();
    }

    private static ObjectNode body(AgentRecord each) throws MessageException {
        return Json.read(RecordMessages.of(each, NOON).json().getBytes(StandardCharsets.UTF_8));
    }
}
