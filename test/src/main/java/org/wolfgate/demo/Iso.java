package org.wolfgate.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.desk.NodeCap;
import org.wolfgate.agent.dispatch.DispatchFailure;
import org.wolfgate.agent.dispatch.OrderTerms;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.demo.RiversideMarket.Played;

/** The ISO's side of the demo: publishes the market, and orders what the curtailment desk decides. */
final class Iso implements AutoCloseable {

    private static final Duration HORIZON = Duration.ofHours(12);
    private static final long PUBLISH_SECONDS = 20;
    private static final String ISSUER = "iso";

    /** How long before a scene its price and orders go out, so that one order takes over from another without a gap. */
    private static final Duration AHEAD = Duration.ofSeconds(3);

    private static final Duration SETTLES_AFTER = Duration.ofSeconds(2);

    private final Topics topics;
    private final GridFrequency frequency;
    private final Consumer<String> story;
    private final DeskLink link;
    private final DeskSigner signer;
    private final List<String> ordered = new ArrayList<>();
    private final List<Played> notFinal = new ArrayList<>();
    private Optional<Played> announced = Optional.empty();
    private long sequence;
    private long lastSequence;

    Iso(DemoPlace place, Topics topics, GridFrequency frequency, Heard heard, Consumer<String> story) {
        this.topics = topics;
        this.frequency = frequency;
        this.story = story;
        List<String> filters = List.of(
                topics.root() + "/record/+",
                topics.root() + "/telemetry/+",
                topics.root() + "/health",
                topics.root() + "/status");
        UplinkSettings settings = new UplinkSettings(
                place.broker().toString(), "iso-desk", topics.root(), filters, Optional.empty(), Pace.normal());
        this.signer = new DeskSigner(place.isoKey(), ISSUER, topics.substation());
        this.link = new DeskLink(settings, heard, Monotonic.system());
    }

    /** Publishes schedules and insured tranches, which hold all day. */
    void open(Instant now) {
        Interval day = new Interval(now.minus(Duration.ofMinutes(5)), now.plus(HORIZON));
        List<CompletableFuture<Void>> published = new ArrayList<>();
        RiversideMarket.scheduled().forEach((node, power) -> {
            List<ScheduleBlock> blocks = List.of(new ScheduleBlock(day, power));
            published.add(link.publish(
                    topics.schedule(node),
                    signer.sign(MarketMessages.schedule(node, "day-ahead-" + node, blocks), now, HORIZON),
                    true));
            published.add(link.publish(
                    topics.tranches(node),
                    signer.sign(
                            MarketMessages.tranches(
                                    node, RiversideMarket.tranches().getOrDefault(node, List.of())),
                            now,
                            HORIZON),
                    true));
        });
        await(published);
    }

    /**
     * Lets the market go on; to be called about once a second.
     *
     * @param lastEnd no order lasts longer
     */
    void turn(RiversideMarket market, Instant now, Instant lastEnd) {
        frequency.read().ifPresent(measured -> {
            var unused =
                    link.publish(topics.frequency(), momentary(MarketMessages.frequency(now, measured), now), false);
        });
        var unused =
                link.publish(topics.standing(), momentary(MarketMessages.standing(ISSUER, lastSequence), now), false);
        settle(now);
        Played next = market.at(now.plus(AHEAD));
        if (!announced.equals(Optional.of(next))) {
            announced = Optional.of(next);
            notFinal.add(next);
            announce(next, now, lastEnd);
        }
    }

    /** Prices become final once their time is over, so that the verdicts' compensation does. */
    private void settle(Instant now) {
        for (Played over : List.copyOf(notFinal)) {
            if (over.end().plus(SETTLES_AFTER).isBefore(now)) {
                notFinal.remove(over);
                Interval span = new Interval(over.start(), over.end());
                byte[] message = MarketMessages.finalSpot(
                        RiversideMarket.ZONE,
                        1,
                        List.of(new SpotBlock(span, over.scene().price())));
                var unused =
                        link.publish(topics.finalSpot(RiversideMarket.ZONE), signer.sign(message, now, HORIZON), false);
            }
        }
    }

    /** The ids of all orders sent. */
    List<String> ordered() {
        return List.copyOf(ordered);
    }

    @Override
    public void close() {
        link.close();
    }

    private void announce(Played played, Instant now, Instant lastEnd) {
        Interval span = new Interval(played.start(), played.end());
        story.accept("iso: from " + played.start().toString().substring(11, 19) + " spot price "
                + played.scene().price() + "; " + played.scene().story());
        await(List.of(link.publish(
                topics.spot(RiversideMarket.ZONE),
                signer.sign(
                        MarketMessages.spot(
                                RiversideMarket.ZONE,
                                List.of(new SpotBlock(span, played.scene().price()))),
                        now,
                        HORIZON),
                true)));
        Instant end = played.end().isBefore(lastEnd) ? played.end() : lastEnd;
        Instant first = played.start().isAfter(now) ? played.start() : now;
        if (Duration.between(first, end).compareTo(RiversideMarket.COMPLY_WITHIN) < 0) {
            return;
        }
        try {
            played.scene()
                    .desk()
                    .relieve(RiversideMarket.ladders(), played.scene().price())
                    .forEach(cap -> order(cap, first, end, now));
        } catch (DispatchFailure e) {
            story.accept("no certified dispatch, so nothing is ordered: " + e.getMessage());
        }
    }

    private void order(NodeCap cap, Instant from, Instant end, Instant now) {
        sequence++;
        OrderTerms terms = cap.terms();
        Optional<OrderTerms.Marginal> marginal =
                terms.marginal().filter(m -> m.strike().isPresent());
        lastSequence = now.getEpochSecond() * 1000 + sequence;
        CurtailmentOrder order = new CurtailmentOrder(
                cap.node() + "-" + sequence,
                lastSequence,
                ISSUER,
                cap.node(),
                terms.cap(),
                marginal.flatMap(OrderTerms.Marginal::strike),
                marginal.map(OrderTerms.Marginal::share),
                from,
                end,
                RiversideMarket.COMPLY_WITHIN,
                cap.reason(),
                now);
        ordered.add(order.id());
        byte[] message = OrderMessages.write(topics.substation(), order);
        var unused = link.publish(topics.orders(), signer.sign(message, order.sequence(), now), false);
    }

    private byte[] momentary(byte[] message, Instant now) {
        return signer.sign(message, now, DeskSigner.MOMENTARY);
    }

    private static void await(List<CompletableFuture<Void>> published) {
        try {
            CompletableFuture.allOf(published.toArray(new CompletableFuture<?>[0]))
                    .get(PUBLISH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the ISO could not publish within " + PUBLISH_SECONDS + " s; is the broker there?", e);
        }
    }
}
