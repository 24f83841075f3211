package org.wolfgate.drivers.sim;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wolfgate.drivers.modbus.DeviceServer;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.ModbusServer;
import org.wolfgate.drivers.modbus.RtuServer;

/** The whole substation of a configuration as Modbus servers, one for each line, in real time. */
public final class SimulatedSite implements AutoCloseable {

    /** True voltage from phase to neutral of every simulated node, in V: 11 kV between lines. */
    private static final double PHASE_VOLTS = 11_000 / Math.sqrt(3);

    private static final long STEP_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SiteLineImage> images = new LinkedHashMap<>();
    private final Map<String, DeviceServer> servers = new LinkedHashMap<>();
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Map<String, MeterTerminals> meters = new LinkedHashMap<>();
    private final SitePhysics physics;
    private final ScheduledExecutorService runner;

    /** Where a device sits. */
    private record Seat(String line, int unit) {}

    private SimulatedSite(SiteSettings settings) {
        physics = new SitePhysics(settings);
        settings.lines().forEach(line -> images.put(line.name(), new SiteLineImage(lock)));
        settings.plants().forEach(this::add);
        settings.meters().forEach(this::add);
        runner = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "simulated-site");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void add(SiteSettings.PlantPlace plant) {
        String name = plant.name();
        SiteDevice device = plant.profile()
                .<SiteDevice>map(profile -> new SitePlantImage(profile, physics.plant(name)))
                .orElseGet(() -> physics.inverter(name));
        image(plant.line()).add(plant.unit(), device);
        seats.put(name, new Seat(plant.line(), plant.unit()));
    }

    /** An inverter may be its own meter: then its place is taken already. */
    private void add(SiteSettings.MeterPlace meter) {
        seats.put(meter.name(), new Seat(meter.line(), meter.unit()));
        if (meter.profile().isEmpty() && image(meter.line()).holds(meter.unit())) {
            return;
        }
        MeterTerminals terminals = new MeterTerminals(physics.meter(meter.name()), PHASE_VOLTS);
        meters.put(meter.name(), terminals);
        SiteDevice device = meter.profile()
                .<SiteDevice>map(profile -> new SiteMeterImage(profile, terminals, meter.inverted()))
                .orElseGet(() -> new SunSpecMeterImage(terminals, meter.inverted()));
        image(meter.line()).add(meter.unit(), device);
    }

    /**
     * Starts every line.
     *
     * @throws IOException naming the port, if one cannot be listened on
     */
    public static SimulatedSite start(SiteSettings settings) throws IOException {
        SimulatedSite site = new SimulatedSite(settings);
        try {
            for (SiteSettings.LinePlace line : settings.lines()) {
                site.servers.put(line.name(), serve(line.address(), site.image(line.name())));
            }
        } catch (IOException e) {
            site.close();
            throw e;
        }
        var unused = site.runner.scheduleAtFixedRate(site::step, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
        return site;
    }

    private static DeviceServer serve(LineAddress address, SiteLineImage image) throws IOException {
        if (address instanceof LineAddress.Rtu rtu) {
            return RtuServer.start(rtu.port(), image);
        }
        if (address instanceof LineAddress.Tcp tcp) {
            return ModbusServer.start(tcp.host(), tcp.port(), image);
        }
        if (address instanceof LineAddress.RtuOverTcp rtu) {
            return ModbusServer.startRtu(rtu.host(), rtu.port(), image);
        }
        LineAddress.Tls tls = (LineAddress.Tls) address;
        return ModbusServer.startTls(tls.host(), tls.port(), tls.files(), image);
    }

    private void step() {
        lock.lock();
        try {
            physics.step();
        } finally {
            lock.unlock();
        }
    }

    /** The TCP port of a line that has one. */
    public int port(String line) {
        if (server(line) instanceof ModbusServer tcp) {
            return tcp.port();
        }
        throw new IllegalArgumentException("line '" + line + "' is a serial one and has no TCP port");
    }

    /** Makes a line misbehave, given its name or that of a device on it. */
    public void misbehave(String name, Fault fault) {
        server(seat(name).map(Seat::line).orElse(name)).misbehave(fault);
    }

    /** Cuts the connections of a line, given its name or that of a device on it. */
    public void cut(String name) {
        server(seat(name).map(Seat::line).orElse(name)).cutConnections();
    }

    /** Takes one device off its line, or puts it back. */
    public void absent(String device, boolean away) {
        Seat seat = seat(device)
                .orElseThrow(() -> new IllegalArgumentException("no device '" + device + "', only " + seats.keySet()));
        image(seat.line()).absent(seat.unit(), away);
    }

    /** Connects the transformers of a meter in another way. */
    public void wire(String meter, Wiring how) {
        lock.lock();
        try {
            Optional.ofNullable(meters.get(meter))
                    .orElseThrow(
                            () -> new IllegalArgumentException("no meter '" + meter + "', only " + meters.keySet()))
                    .wire(how);
        } finally {
            lock.unlock();
        }
    }

    /** A device is back on its line and a meter wired right; says nothing about a name that is a line. */
    void mend(String name) {
        seat(name).ifPresent(seat -> image(seat.line()).absent(seat.unit(), false));
        if (meters.containsKey(name)) {
            wire(name, Wiring.RIGHT);
        }
    }

    private Optional<Seat> seat(String device) {
        return Optional.ofNullable(seats.get(device));
    }

    private SiteLineImage image(String line) {
        return Optional.ofNullable(images.get(line))
                .orElseThrow(() -> new IllegalArgumentException("no line '" + line + "', only " + images.keySet()));
    }

    private DeviceServer server(String line) {
        return Optional.ofNullable(servers.get(line))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no line or device '" + line + "', only " + servers.keySet() + " and " + seats.keySet()));
    }

    @Override
    public void close() {
        runner.shutdownNow();
        servers.values().forEach(DeviceServer::close);
    }
}
