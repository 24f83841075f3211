package org.wolfgate.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.trust.Issuer;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.trust.Rights;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.TrustStore;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;

/**
 * Goes through orders before the first one comes, so that the platform has by then loaded and compiled what an order
 * takes: without it, the first order of a fresh agent takes a hundred times as long as the next. It has a key, an issuer
 * and a substation of its own, which nothing else knows; it touches no ledger, line or connection.
 */
final class Rehearsal implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** What a first order waits for is above all the loading of classes; more of them would only keep the start busy. */
    private static final int ORDERS = 20;

    private static final String ISSUER = "rehearsal";
    private static final Instant START = Instant.EPOCH;

    private final SubstationSettings settings;

    Rehearsal(SubstationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        try {
            int played = play();
            LOG.info("rehearsed {} orders", played);
        } catch (TrustException | RuntimeException e) {
            LOG.warn("rehearsing orders: {}; the first order will take longer, nothing else follows", e.toString());
        }
    }

    /** How many of the orders moved a plant on the stage: all, if there is a node with a plant. */
    int play() throws TrustException {
        Optional<NodeSettings> node = settings.nodes().stream().findFirst();
        return node.isPresent() ? play(node.get()) : 0;
    }

    private int play(NodeSettings node) throws TrustException {
        SigningKey key = SigningKey.fresh();
        DeskSigner desk = new DeskSigner(key, ISSUER, settings.substation());
        Issuer issuer = new Issuer(ISSUER, Path.of(ISSUER), new Rights(Set.of(node.id()), false));
        TrustStore store = TrustStore.of(Map.of(ISSUER, KeySet.of(key)));
        OrderTrust gate =
                new OrderTrust(settings.substation(), new MessageGate(settings.substation(), store, List.of(issuer)));
        Substation stage = new Substation(settings, SubstationState.NEW);
        StateChanges changes = new StateChanges(Set.of());
        int played = 0;
        for (int i = 1; i <= ORDERS && !Thread.currentThread().isInterrupted(); i++) {
            Instant now = START.plusSeconds(i);
            byte[] message = desk.sign(OrderMessages.write(settings.substation(), order(node, i, now)), i, now);
            Effects effects = new Effects();
            stage.handle(now, gate.read(message, now), effects);
            changes.decided(stage.state(), Set.of(node.id()));
            played += effects.setPoints().isEmpty() ? 0 : 1;
        }
        return played;
    }

    private static CurtailmentOrder order(NodeSettings node, int number, Instant now) {
        return new CurtailmentOrder(
                ISSUER + "-" + number,
                number,
                ISSUER,
                node.id(),
                ActivePower.ofKilowatts(ORDERS - number),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plusSeconds(60),
                Duration.ofSeconds(30),
                "rehearsal",
                now);
    }
}
