package org.wolfgate.drivers.sim;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.drivers.modbus.ModbusServer;
import org.wolfgate.drivers.modbus.RegisterImage;

/**
 * The simulated substation <em>riverside</em>, each device a Modbus TCP server of its own. Devices are called {@code
 * transformer-meter}, and {@code solar-meter} and {@code solar-plant} for a node named solar.
 */
public final class RiversideSubstation implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ModbusServer> servers = new LinkedHashMap<>();
    private final RiversidePhysics physics;
    private final ScheduledExecutorService runner;
    private long lastMicros = System.nanoTime() / 1_000;

    private RiversideSubstation(RiversideSettings settings) {
        this.physics = new RiversidePhysics(settings);
        this.runner = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "riverside");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts all devices, in real time.
     *
     * @throws IOException naming the port, if a device cannot listen
     */
    public static RiversideSubstation start(RiversideSettings settings) throws IOException {
        RiversideSubstation substation = startStill(settings);
        long period = RiversidePhysics.STEP.toMillis();
        var unused = substation.runner.scheduleAtFixedRate(substation::tick, period, period, TimeUnit.MILLISECONDS);
        return substation;
    }

    /** Starts all devices, with time standing still until {@link #advance} is called. */
    public static RiversideSubstation startStill(RiversideSettings settings) throws IOException {
        RiversideSubstation substation = new RiversideSubstation(settings);
        try {
            substation.serve(settings);
            return substation;
        } catch (IOException e) {
            substation.close();
            throw e;
        }
    }

    private void serve(RiversideSettings settings) throws IOException {
        serve("transformer-meter", settings.host(), settings.transformerPort(), image(physics.transformer()));
        for (PlantSettings plant : settings.plants()) {
            String name = plant.name();
            serve(name + "-meter", settings.host(), plant.meterPort(), image(physics.meter(name)));
            PlantImage controller = new PlantImage(physics.plant(name), lock);
            serve(name + "-plant", settings.host(), plant.plantPort(), controller);
        }
    }

    private MeterImage image(MeterModel meter) {
        return new MeterImage(meter, lock);
    }

    private void serve(String device, String host, int port, RegisterImage image) throws IOException {
        servers.put(device, ModbusServer.start(host, port, image));
    }

    /** Lets simulated time pass at once. */
    public void advance(Duration duration) {
        lock.lock();
        try {
            physics.advance(duration);
        } finally {
            lock.unlock();
        }
    }

    /** Others send this much through the transformer from now on, besides what the nodes inject; below zero against it. */
    public void transit(ActivePower flow) {
        lock.lock();
        try {
            physics.transit(flow);
        } finally {
            lock.unlock();
        }
    }

    private void tick() {
        long now = System.nanoTime() / 1_000;
        advance(Duration.ofNanos((now - lastMicros) * 1_000));
        lastMicros = now;
    }

    /** The names of all devices. */
    public Set<String> devices() {
        return Set.copyOf(servers.keySet());
    }

    /**
     * The TCP port that a device listens on.
     *
     * @throws IllegalArgumentException if there is no such device
     */
    public int port(String device) {
        return server(device).port();
    }

    /** Makes a device misbehave from its next request on; {@link Fault#NONE} ends it. */
    public void misbehave(String device, Fault fault) {
        server(device).misbehave(fault);
    }

    /** Cuts all connections to a device; it accepts new ones. */
    public void cutConnections(String device) {
        server(device).cutConnections();
    }

    private ModbusServer server(String device) {
        return Optional.ofNullable(servers.get(device))
                .orElseThrow(() -> new IllegalArgumentException(
                        "riverside has no device '" + device + "', only " + servers.keySet()));
    }

    @Override
    public void close() {
        runner.shutdownNow();
        servers.values().forEach(ModbusServer::close);
    }
}
