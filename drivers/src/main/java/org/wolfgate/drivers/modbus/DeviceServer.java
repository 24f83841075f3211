package org.wolfgate.drivers.modbus;

/** A line with devices on it as others see it, for simulated equipment. It can be told to misbehave. */
public sealed interface DeviceServer extends AutoCloseable permits ModbusServer, RtuServer {

    /** Misbehaves from the next request on, until told otherwise with {@link Fault#NONE}. */
    void misbehave(Fault how);

    /** Cuts all connections, as a device that restarts; a serial line has none, and nothing happens. */
    void cutConnections();

    /** Stops serving; the port is free again when this returns. */
    @Override
    void close();
}
