package org.wolfgate.agent.uplink;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.uplink.sparkplug.AgentFigures;
import org.wolfgate.agent.uplink.sparkplug.EdgeNode;
import org.wolfgate.agent.uplink.sparkplug.SessionFile;
import org.wolfgate.agent.uplink.sparkplug.SparkplugTopics;
import org.wolfgate.drivers.MeterReading;

/** The telemetry in its second encoding, over a connection and on a thread of its own; see {@link SparkplugDuty}. */
public final class SparkplugLink implements AutoCloseable {

    private static final long CLOSE_SECONDS = 5;

    private final EdgeNode edge;
    private final Link link;
    private final Thread thread;

    /**
     * A link that does nothing until {@link #start}.
     *
     * @param settings broker and client id of this connection
     * @param source the ledger's records, for what a host missed
     * @param uplink whose claim to the substation this connection depends on
     */
    public SparkplugLink(
            UplinkSettings settings,
            SparkplugTopics topics,
            EdgeNode edge,
            SessionFile file,
            OutboxSource source,
            Uplink uplink,
            Monotonic clock) {
        this.edge = edge;
        SparkplugDuty duty = new SparkplugDuty(settings, topics, edge, file, source, uplink::ours, clock);
        this.link = new Link(duty, settings.pace(), clock);
        this.thread = new Thread(link, "uplink-sparkplug");
        thread.setDaemon(true);
    }

    /** Begins to dial. */
    public void start() {
        thread.start();
    }

    /** Tells what is known of the nodes now. */
    public void nodes(List<NodeView> views) {
        edge.nodes(views);
        link.wake();
    }

    /** Tells what a meter that measures no node says now. */
    public void meter(String meter, MeterReading reading) {
        edge.meter(meter, reading);
        link.wake();
    }

    /** Tells how the agent does. */
    public void agent(AgentFigures figures) {
        edge.agent(figures);
        link.wake();
    }

    /** How the connection does. */
    public LinkState state() {
        return link.state();
    }

    /** Tells the host that the substation leaves, and ends the thread; takes at most some seconds. */
    @Override
    public void close() {
        link.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
