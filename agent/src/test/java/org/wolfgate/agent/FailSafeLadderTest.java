package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.TimeJudged;
import org.wolfgate.agent.curtailment.Dependency;

/** What the ladder of {@link FailSafeScene} does when each thing is lost, and in a restart. */
class FailSafeLadderTest {

    private final FailSafeScene node = new FailSafeScene();

    @Test
    void aSilentMeterRampsTheNodeDown() {
        node.run(1);
        node.meterAnswers = false;
        node.run(10 + 12);
        node.assertLimit("60 MW");
        node.run(24);
        node.assertLimit("36 MW");
        node.run(10);
        node.assertLimit("36 MW");
    }

    @Test
    void fallingBackNeverLiftsAnOrder() {
        node.take(new OrderArrived(node.order("a", 1, "18 MW", 300)));
        node.meterAnswers = false;
        node.run(60);
        node.assertLimit("18 MW");
    }

    @Test
    void plantsThatDoNotConfirmAreTripped() {
        node.plantsConfirm = false;
        node.take(new OrderArrived(node.order("a", 1, "18 MW", 300)));
        node.run(21);
        node.assertLimit("0 MW");
        assertEquals(Optional.of(Dependency.PLANT), node.cap().failSafe());
    }

    @Test
    void aLostTimeServiceIsShown() {
        node.run(1);
        node.take(new TimeJudged(false));
        node.run(61);
        assertEquals(Optional.of(Dependency.TIME), node.cap().failSafe());
        node.take(new TimeJudged(true));
        node.run(6);
        assertEquals(Optional.empty(), node.cap().failSafe());
    }

    @Test
    void aRestartInSilenceReleasesNobodyUntilTheIsoIsHeard() {
        node.take(new OrderArrived(node.order("a", 1, "18 MW", 20)));
        node.run(1);
        node.isoSpeaks = false;
        node.restart(100);
        node.run(5);
        node.assertLimit("18 MW");
        node.isoSpeaks = true;
        node.run(6);
        assertEquals(Optional.empty(), node.cap().limit());
    }
}
