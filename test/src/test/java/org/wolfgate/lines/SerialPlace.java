package org.wolfgate.lines;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RtuLine;
import org.wolfgate.drivers.wire.SerialSettings;
import org.wolfgate.peers.SerialCable;

/** A device at the far end of a serial cable. */
final class SerialPlace implements Place {

    private final SerialCable cable = SerialCable.quick();
    private final RudeDevice device;

    SerialPlace(RudeDevice device) {
        this.device = device;
        TcpPlace.daemon(this::serve).setName("rude-serial-device");
    }

    /** A script that hangs up has no connection to close here: it only stops answering that request. */
    private void serve() {
        while (true) {
            try (FileInputStream in = new FileInputStream(cable.far().toFile());
                    FileOutputStream out = new FileOutputStream(cable.far().toFile())) {
                device.serve(in, out);
                return;
            } catch (IOException e) {
                if (!cable.far().toFile().exists()) {
                    return;
                }
            } catch (Exception e) {
                throw new IllegalStateException("a fault in the script", e);
            }
        }
    }

    @Override
    public ModbusLine line(Duration deadline) {
        return RtuLine.serial("bus1", SerialSettings.of(cable.near(), 115_200, "8N1"), deadline);
    }

    @Override
    public RudeDevice device() {
        return device;
    }

    @Override
    public void close() {
        cable.close();
    }
}
