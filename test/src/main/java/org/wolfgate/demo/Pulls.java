package org.wolfgate.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.drivers.sim.RiversideSubstation;
import org.wolfgate.simulate.Cable;

/** Pulls out what the demo was asked to pull, and puts it back. */
final class Pulls {

    private final List<Pull> pulls;
    private final Cable broker;
    private final RiversideSubstation substation;
    private final AgentProcess agent;
    private final Consumer<String> story;
    private final Set<Pull> out = new HashSet<>();

    Pulls(List<Pull> pulls, Cable broker, RiversideSubstation substation, AgentProcess agent, Consumer<String> story) {
        this.pulls = List.copyOf(pulls);
        this.broker = broker;
        this.substation = substation;
        this.agent = agent;
        this.story = story;
    }

    /** To be called about once a second. */
    void turn(Duration elapsed) {
        for (Pull pull : pulls) {
            if (pull.out(elapsed) && out.add(pull)) {
                story.accept(
                        "pulled: " + pull.words() + ", for " + pull.length().toSeconds() + " s");
                pull(pull);
            } else if (!pull.out(elapsed) && out.remove(pull)) {
                story.accept("put back: " + pull.words());
                putBack(pull);
            }
        }
    }

    private void pull(Pull pull) {
        switch (pull.what()) {
            case BROKER -> broker.cut();
            case METER -> silence(pull.node() + "-meter");
            case PLANT -> silence(pull.node() + "-plant");
            case AGENT -> agent.killAndHold();
        }
    }

    private void putBack(Pull pull) {
        switch (pull.what()) {
            case BROKER -> broker.mend();
            case METER -> substation.misbehave(pull.node() + "-meter", Fault.NONE);
            case PLANT -> substation.misbehave(pull.node() + "-plant", Fault.NONE);
            case AGENT -> agent.letGo();
        }
    }

    private void silence(String device) {
        substation.misbehave(device, Fault.of(Fault.Kind.SILENT));
        substation.cutConnections(device);
    }
}
