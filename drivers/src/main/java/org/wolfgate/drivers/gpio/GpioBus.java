package org.wolfgate.drivers.gpio;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.relay.RelayBank;
import org.wolfgate.drivers.relay.RelayLimit;
import org.wolfgate.drivers.relay.RelayTiming;

/** An open relay bank and the plants that obey it. */
final class GpioBus implements Bus {

    private final String name;
    private final RelayBank bank;
    private final Map<String, PowerLimit> limits = new HashMap<>();

    private GpioBus(String name, RelayBank bank) {
        this.name = name;
        this.bank = bank;
    }

    /** First says what shall become of the lines if this process dies, then takes them. */
    static GpioBus open(String name, GpioKeys keys, Map<String, GpioSettings.Plant> plants) {
        SafeStateFile.write(name, keys.outputs().values());
        GpioBus bus = new GpioBus(name, Pi4jRelayBank.open(name, keys));
        RelayTiming timing = RelayTiming.real(keys.gap(), keys.feedbackWithin(), keys.dwell());
        plants.forEach((id, plant) ->
                bus.limits.put(id, new RelayLimit(plant.label(), bus.bank, plant.steps(), plant.rating(), timing)));
        return bus;
    }

    @Override
    public Meter meter(String id) {
        throw new IllegalArgumentException("line " + name + " is a relay bank and has no meter '" + id + "'");
    }

    @Override
    public PowerLimit limit(String id) {
        return Optional.ofNullable(limits.get(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "line " + name + " has no plant '" + id + "', only " + limits.keySet()));
    }

    @Override
    public void close() {
        bank.close();
    }
}
