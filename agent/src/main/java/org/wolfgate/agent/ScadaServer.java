package org.wolfgate.agent;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.ScadaRegisters.Surroundings;
import org.wolfgate.agent.config.SubstationConfig.ScadaConfig;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.ModbusServer;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/**
 * The agent as a Modbus TCP device that a control system polls; nothing can be written. Each node is a unit, in the order of
 * the configuration from 1 on. Every answer is of one moment: the whole block of a unit is exchanged at once.
 */
final class ScadaServer implements RegisterImage, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScadaServer.class);
    private static final Reading<ActivePower> NOT_READ = Reading.missing("not read yet");

    private final List<String> nodes;
    private final Supplier<Surroundings> surroundings;
    private final Map<String, GeneratorView> views = new HashMap<>();
    private final Map<String, NodeView> readings = new HashMap<>();
    private final Map<Integer, RegisterBlock> blocks = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread refresher = new Thread(task, "scada");
        refresher.setDaemon(true);
        return refresher;
    });
    private Optional<ModbusServer> server = Optional.empty();

    /** @param surroundings asked once a second and at every change */
    ScadaServer(List<String> nodes, Supplier<Surroundings> surroundings) {
        this.nodes = List.copyOf(nodes);
        this.surroundings = surroundings;
    }

    /** Begins to serve. An address that cannot be had is no reason not to hold plants to their caps: it is logged. */
    void start(ScadaConfig at) {
        try {
            server = Optional.of(ModbusServer.start(at.host(), at.port(), this));
        } catch (IOException e) {
            LOG.error("scada: {}; the agent runs without", e.getMessage());
            return;
        }
        var unused = thread.scheduleWithFixedDelay(this::refresh, 0, 1, TimeUnit.SECONDS);
    }

    synchronized void generators(List<GeneratorView> news) {
        news.forEach(view -> views.put(view.node(), view));
        refresh();
    }

    synchronized void readings(List<NodeView> news) {
        news.forEach(view -> readings.put(view.node(), view));
    }

    private synchronized void refresh() {
        try {
            Surroundings now = surroundings.get();
            for (int i = 0; i < nodes.size(); i++) {
                GeneratorView view = views.get(nodes.get(i));
                if (view != null) {
                    Optional<NodeView> read = Optional.ofNullable(readings.get(nodes.get(i)));
                    Reading<ActivePower> power =
                            read.map(r -> r.reading().power()).orElse(NOT_READ);
                    Instant at = read.map(NodeView::at).orElse(Instant.EPOCH);
                    blocks.put(i + 1, ScadaRegisters.of(view, power, at, now));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("scada: the registers were not brought up to date", e);
        }
    }

    @Override
    public boolean serves(int unit) {
        return blocks.containsKey(unit);
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        return Optional.ofNullable(blocks.get(unit)).flatMap(block -> block.read(address, count));
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        return false;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        server.ifPresent(ModbusServer::close);
    }
}
