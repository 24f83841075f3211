package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.Monotonic;

/**
 * Of two agents with one identity, also on two machines, one refuses.
 *
 * <p>The broker retains who speaks for the substation. Whoever comes and finds nobody, itself, or an earlier run of
 * its own on this machine takes the claim. Whoever finds somebody else asks and waits: if the other answers, or throws us off the broker because
 * it came back under the same client id, it lives, and we refuse for a while. If nothing is heard it is gone, and the
 * claim passes on in the next generation. No clock is compared; only who answers counts.
 */
final class IdentityClaims {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityClaims.class);

    /** The tag of our claim's acknowledgement. */
    static final long TAG = -2;

    /** Losses in a row without a reason given, while another's claim stands, that are taken for its return. */
    private static final int UNEXPLAINED = 2;

    private static final Duration TOLD_AGAIN = Duration.ofHours(1);

    private final UplinkSettings settings;
    private final Station station;
    private final InboundHandler handler;
    private final Monotonic clock;
    private volatile Standing standing = Standing.ASKING;
    private volatile boolean ours;
    private volatile long since;
    private Optional<IdentityClaim> other = Optional.empty();
    private long generation = 1;
    private int unexplained;
    private long toldAt;
    private boolean told;

    IdentityClaims(UplinkSettings settings, Station station, InboundHandler handler, Monotonic clock) {
        this.settings = settings;
        this.station = station;
        this.handler = handler;
        this.clock = clock;
    }

    /** How it stands on this connection. */
    Standing standing() {
        return standing;
    }

    /** Whether this run spoke for the substation when it was last asked: other connections depend on it. */
    boolean ours() {
        return ours;
    }

    /** Whether to be on the broker at all. */
    boolean wanted() {
        return standing != Standing.REFUSED
                || clock.nanos() - since > settings.pace().refusal().toNanos();
    }

    String topic() {
        return settings.topicRoot() + "/claim";
    }

    /** Asks who speaks. The broker delivers what it retains before our own question comes back to us. */
    void opened(Wire wire) throws WireException {
        enter(Standing.ASKING);
        other = Optional.empty();
        wire.subscribe(List.of(topic()), settings.pace().connectTimeout().toMillis());
        wire.publish(topic(), Envelope.claim(station, 0), 1, false, 0);
    }

    void heard(Wire wire, InboundMessage message) throws WireException {
        Optional<IdentityClaim> read = IdentityClaim.read(message.payload());
        if (read.isEmpty()) {
            return;
        }
        IdentityClaim claim = read.get();
        if (claim.boot().equals(station.boot())) {
            if (claim.isQuestion() && standing == Standing.ASKING) {
                decide(wire);
            }
        } else if (claim.isQuestion()) {
            answer(wire, claim);
        } else {
            foreign(wire, claim);
        }
    }

    private void decide(Wire wire) throws WireException {
        if (other.isEmpty()) {
            take(wire);
        } else if (station.succeeds(other.get().boot())) {
            generation = other.get().generation() + 1;
            take(wire);
        } else {
            enter(Standing.CONTESTED);
            LOG.warn("uplink {}: {} speaks for the substation; asking whether it lives", client(), words());
        }
    }

    private void answer(Wire wire, IdentityClaim question) throws WireException {
        if (standing == Standing.HELD) {
            take(wire);
            tell("identity contested", "another agent asked for this substation's uplink: " + question.words());
        }
    }

    private void foreign(Wire wire, IdentityClaim claim) throws WireException {
        if (standing == Standing.ASKING) {
            other = Optional.of(claim);
        } else if (standing == Standing.CONTESTED) {
            other = Optional.of(claim);
            refuse("it answered");
        } else if (claim.outranks(new IdentityClaim(station.boot(), "", generation))) {
            other = Optional.of(claim);
            refuse("its claim is of generation " + claim.generation() + ", ours of " + generation);
        } else {
            take(wire);
        }
    }

    private void take(Wire wire) throws WireException {
        wire.publish(topic(), Envelope.claim(station, generation), 1, true, TAG);
    }

    /** The broker has our claim. */
    void taken() {
        if (standing != Standing.REFUSED) {
            enter(Standing.HELD);
            ours = true;
            unexplained = 0;
        }
    }

    /** How long until something has to be looked at again. */
    Duration turn(Wire wire) throws WireException {
        Duration waited = Duration.ofNanos(clock.nanos() - since);
        Pace pace = settings.pace();
        if (standing == Standing.ASKING && waited.compareTo(pace.connectTimeout()) > 0) {
            throw new WireException("the broker does not hand back what is published to " + topic()
                    + "; its access list must let the agent write and read that topic");
        }
        if (standing == Standing.CONTESTED && waited.compareTo(pace.claimGrace()) > 0) {
            tell("identity taken over", words() + " did not answer for " + waited.toSeconds() + " s");
            generation = other.map(IdentityClaim::generation).orElse(0L) + 1;
            enter(Standing.ASKING);
            take(wire);
        }
        Duration rest = standing == Standing.CONTESTED ? pace.claimGrace() : pace.connectTimeout();
        return rest.minus(waited).isNegative() ? rest : rest.minus(waited).plusMillis(1);
    }

    /**
     * The connection broke.
     *
     * @param takenOver whether the broker says that the same client id came again
     */
    void lost(boolean takenOver) {
        if (standing == Standing.CONTESTED) {
            unexplained++;
            if (takenOver || unexplained >= UNEXPLAINED) {
                refuse("it came back under the client id " + client());
            }
        } else if (takenOver) {
            tell("identity contested", "another client came with the client id " + client());
        }
    }

    private void refuse(String why) {
        enter(Standing.REFUSED);
        ours = false;
        unexplained = 0;
        tell(
                "identity refused",
                words() + " speaks for this substation and lives: " + why + "; this agent stays off the uplink, asks"
                        + " again in " + settings.pace().refusal().toSeconds() + " s, and goes on by itself");
    }

    private String words() {
        return other.map(IdentityClaim::words).orElse("another agent");
    }

    private String client() {
        return settings.clientId();
    }

    private void enter(Standing next) {
        standing = next;
        since = clock.nanos();
    }

    /** On the record once an hour at most; two agents that meet every ten minutes would fill it. */
    private void tell(String what, String detail) {
        LOG.warn("uplink {}: {}: {}", client(), what, detail);
        if (!told || clock.nanos() - toldAt > TOLD_AGAIN.toNanos()) {
            told = true;
            toldAt = clock.nanos();
            handler.noted(what, detail);
        }
    }
}
