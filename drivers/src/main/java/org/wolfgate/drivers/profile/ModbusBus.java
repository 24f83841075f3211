package org.wolfgate.drivers.profile;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.BusTap;
import org.wolfgate.drivers.Contact;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.RoundTrips;
import org.wolfgate.drivers.modbus.InterruptibleLine;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.TappedLine;

/** An open Modbus line and the devices on it. */
final class ModbusBus implements Bus {

    private final TappedLine tapped;
    private final InterruptibleLine line;
    private final Map<String, Meter> meters;
    private final Map<String, PowerLimit> limits;
    private final Map<String, Contact> contacts;

    ModbusBus(
            ModbusLine line,
            Map<String, Function<ModbusLine, Meter>> meters,
            Map<String, Function<ModbusLine, PowerLimit>> limits,
            Map<String, Function<ModbusLine, Contact>> contacts) {
        this.tapped = new TappedLine(line);
        this.line = new InterruptibleLine(tapped);
        this.meters = made(meters, this.line);
        this.limits = made(limits, this.line);
        this.contacts = made(contacts, this.line);
    }

    private static <T> Map<String, T> made(Map<String, Function<ModbusLine, T>> makers, ModbusLine line) {
        return makers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, maker -> maker.getValue().apply(line)));
    }

    @Override
    public Meter meter(String id) {
        return find(meters, "meter", id);
    }

    @Override
    public PowerLimit limit(String id) {
        return find(limits, "set-point", id);
    }

    @Override
    public Contact contact(String id) {
        return find(contacts, "contact", id);
    }

    private <T> T find(Map<String, T> devices, String kind, String id) {
        return Optional.ofNullable(devices.get(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "line " + line.label() + " has no " + kind + " '" + id + "', only " + devices.keySet()));
    }

    @Override
    public void betweenRequests(Runnable urgent) {
        line.betweenRequests(urgent);
    }

    @Override
    public void tap(BusTap listener) {
        tapped.tap(listener);
    }

    @Override
    public Map<String, RoundTrips> roundTrips() {
        return line.roundTrips().entrySet().stream()
                .collect(Collectors.toMap(entry -> "unit " + entry.getKey(), Map.Entry::getValue));
    }

    @Override
    public void close() {
        line.close();
    }
}
