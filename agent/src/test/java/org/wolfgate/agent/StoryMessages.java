package org.wolfgate.agent;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** The ISO's messages in the short form of a story. Each is written and read as on the wire. */
final class StoryMessages {

    private static final String DAY = "2030-06-01T";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private StoryMessages() {}

    static Instant at(String time) {
        return Instant.parse(DAY + time + "Z");
    }

    static Event read(Instant now, String verb, String rest) {
        String[] words = SPACES.split(rest);
        return switch (verb) {
            case "order" -> OrderMessages.read(StorySubstation.NAME, order(now, rest));
            case "cancel" -> OrderMessages.read(StorySubstation.NAME, cancellation(now, named(words)));
            case "schedule" ->
                market(MarketMessages.schedule(
                        words[0],
                        "day-ahead",
                        List.of(new ScheduleBlock(until(from(now, words, 4), words[3]), power(words[1])))));
            case "tranches" -> market(MarketMessages.tranches(words[0], tranches(words)));
            case "standing" -> market(MarketMessages.standing("iso", Long.parseLong(words[0])));
            case "spot" ->
                market(MarketMessages.spot(
                        "west", List.of(new SpotBlock(until(from(now, words, 3), words[2]), Price.parse(words[0])))));
            case "final" ->
                market(MarketMessages.finalSpot(
                        "west",
                        words.length > 5 ? Long.parseLong(words[5].substring("revision=".length())) : 1,
                        List.of(new SpotBlock(until(from(now, words, 3), words[2]), Price.parse(words[0])))));
            case "ace" -> market(MarketMessages.controlError(from(now, words, 1), power(words[0])));
            case "loading" -> market(MarketMessages.loading(words[0], from(now, words, 2), PerUnit.parse(words[1])));
            case "frequency" ->
                market(MarketMessages.frequency(from(now, words, 1), Frequency.parse(words[0] + " Hz")));
            default -> throw new IllegalArgumentException("no command of a story: " + verb);
        };
    }

    private static Event market(byte[] payload) {
        try {
            return MarketMessages.read(payload);
        } catch (MessageException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] order(Instant now, String rest) {
        if (rest.startsWith("oversized")) {
            return new byte[10_000];
        }
        if (rest.startsWith("{")) {
            return rest.getBytes(StandardCharsets.UTF_8);
        }
        Map<String, String> words = named(SPACES.split(rest));
        CurtailmentOrder order = new CurtailmentOrder(
                word(words, "id"),
                Long.parseLong(word(words, "sequence")),
                "iso",
                words.getOrDefault("node", "solar"),
                power(word(words, "cap")),
                Optional.ofNullable(words.get("strike")).map(Price::parse),
                Optional.ofNullable(words.get("share")).map(BigDecimal::new),
                at(word(words, "start")),
                at(word(words, "end")),
                Duration.ofSeconds(Long.parseLong(words.getOrDefault("comply", "10"))),
                "flowgate T1",
                Optional.ofNullable(words.get("issued")).map(StoryMessages::at).orElse(now));
        return OrderMessages.write(words.getOrDefault("substation", StorySubstation.NAME), order);
    }

    private static byte[] cancellation(Instant now, Map<String, String> words) {
        Cancellation cancellation = new Cancellation(
                word(words, "id"),
                Long.parseLong(word(words, "sequence")),
                "iso",
                word(words, "order"),
                "congestion over",
                now);
        return OrderMessages.write(StorySubstation.NAME, cancellation);
    }

    private static List<InsuredTranche> tranches(String[] words) {
        List<InsuredTranche> tranches = new ArrayList<>();
        named(words).forEach((unit, terms) -> {
            String[] parts = terms.split("@", 2);
            Optional<Price> strike = parts.length == 2 ? Optional.of(Price.parse(parts[1])) : Optional.empty();
            tranches.add(new InsuredTranche(unit, power(parts[0]), strike));
        });
        return tranches;
    }

    /** What arrives late says since when it holds: {@code from 12:00:00}. */
    private static Instant from(Instant now, String[] words, int place) {
        return words.length > place + 1 && words[place].equals("from") ? at(words[place + 1]) : now;
    }

    private static Interval until(Instant now, String end) {
        return new Interval(now, at(end));
    }

    private static ActivePower power(String megawatts) {
        return ActivePower.parse(megawatts + " MW");
    }

    private static String word(Map<String, String> words, String name) {
        return Optional.ofNullable(words.get(name))
                .orElseThrow(() -> new IllegalArgumentException("an order of a story needs " + name + "="));
    }

    private static Map<String, String> named(String[] words) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                named.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return named;
    }
}
