package org.wolfgate.bench;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/**
 * Part b: reads of 60 registers over TCP, through the wall, through bare j2mod and through libmodbus in C. Wall and j2mod take
 * turns in short slices, so that what else the machine does falls on both.
 */
final class TcpReads {

    private static final int READS = 20_000;
    private static final int SLICES = 41;
    private static final int SLICE = 1_000;
    private static final int COUNT = 60;

    private TcpReads() {}

    /** Reads once. */
    private interface Reader {
        void read(int address) throws ModbusException;
    }

    static void run(Path home) throws IOException, InterruptedException, ModbusException {
        Optional<Path> libmodbus = Compiled.of(home, "libmodbus_reads.c");
        try (MeterServers servers = new MeterServers(1)) {
            int port = servers.ports().get(0);
            Timed bare = new Timed();
            Timed wall = new Timed();
            bare(port, new Timed());
            wall(port, new Timed());
            for (int slice = 0; slice < SLICES; slice++) {
                bare(port, bare);
                wall(port, wall);
            }
            bare.print("tcp, bare j2mod");
            wall.print("tcp, wall");
            Figures.print("tcp, wall / bare j2mod", 100 * wall.perSecond() / bare.perSecond(), "%");
            Figures.print("tcp, wall / bare j2mod, by p50", 100 * bare.median() / wall.median(), "%");
            if (libmodbus.isPresent()) {
                Process process = new ProcessBuilder(
                                libmodbus.get().toString(), Integer.toString(port), Integer.toString(READS))
                        .inheritIO()
                        .start();
                process.waitFor();
            }
        }
    }

    private static void wall(int port, Timed timed) throws ModbusException {
        try (ModbusLine line = new LineAddress.Tcp("127.0.0.1", port).open("bench", Duration.ofSeconds(5))) {
            timed.slice(address -> {
                Answer answer = line.exchange(new Request.Read(1, RegisterTable.HOLDING, address, COUNT));
                if (!(answer instanceof Answer.Words words) || words.words().get(0) != address) {
                    throw new IllegalStateException("register " + address + ": " + answer);
                }
            });
        }
    }

    private static void bare(int port, Timed timed) throws ModbusException {
        ModbusTCPMaster master = new ModbusTCPMaster("127.0.0.1", port, 5_000, false);
        try {
            master.connect();
        } catch (Exception e) {
            throw new IllegalStateException("bare j2mod does not connect", e);
        }
        try {
            timed.slice(address -> {
                if (master.readMultipleRegisters(1, address, COUNT)[0].getValue() != address) {
                    throw new IllegalStateException("register " + address);
                }
            });
        } finally {
            master.disconnect();
        }
    }

    /** The reads of all slices together; the first reads of a connection are not counted. */
    private static final class Timed {

        private final List<Double> rates = new ArrayList<>();
        private final List<Long> nanos = new ArrayList<>();

        void slice(Reader reader) throws ModbusException {
            for (int i = 0; i < SLICE / 2; i++) {
                reader.read(i);
            }
            long started = System.nanoTime();
            for (int i = 0; i < SLICE; i++) {
                long before = System.nanoTime();
                reader.read(i);
                nanos.add(System.nanoTime() - before);
            }
            rates.add(SLICE * 1e9 / (System.nanoTime() - started));
        }

        /** Of the median slice. */
        double perSecond() {
            return rates.stream().sorted().toList().get(rates.size() / 2);
        }

        /** Of one read, in ns. */
        double median() {
            return nanos.stream().sorted().toList().get(nanos.size() / 2);
        }

        void print(String name) {
            List<Long> sorted = nanos.stream().sorted().toList();
            Figures.print(name, perSecond(), "reads/s");
            Figures.print(name + ", p50", sorted.get(sorted.size() / 2) / 1e3, "us");
            Figures.print(name + ", p99", sorted.get(sorted.size() * 99 / 100) / 1e3, "us");
        }
    }
}
