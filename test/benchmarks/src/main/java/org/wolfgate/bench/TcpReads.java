package org.wolfgate.bench;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/** Part b: reads of 60 registers over TCP, through the wall, through bare j2mod and through libmodbus in C. */
final class TcpReads {

    private static final int READS = 20_000;
    private static final int ROUNDS = 3;
    private static final int COUNT = 60;

    private TcpReads() {}

    /** Reads once. */
    private interface Reader {
        void read(int address) throws ModbusException;
    }

    static void run(Path home) throws IOException, InterruptedException, ModbusException {
        Optional<Path> libmodbus = compiled(home);
        try (MeterServers servers = new MeterServers(1)) {
            int port = servers.ports().get(0);
            double wall = 0;
            double bare = 0;
            for (int round = 0; round < ROUNDS; round++) {
                bare = Math.max(bare, bare(port));
                wall = Math.max(wall, wall(port));
            }
            Figures.print("tcp, wall / bare j2mod, best of " + ROUNDS, 100 * wall / bare, "%");
            if (libmodbus.isPresent()) {
                Process process = new ProcessBuilder(
                                libmodbus.get().toString(), Integer.toString(port), Integer.toString(READS))
                        .inheritIO()
                        .start();
                process.waitFor();
            }
        }
    }

    private static double wall(int port) throws ModbusException {
        try (ModbusLine line = new LineAddress.Tcp("127.0.0.1", port).open("bench", Duration.ofSeconds(5))) {
            return rate("wall", address -> {
                Answer answer = line.exchange(new Request.Read(1, RegisterTable.HOLDING, address, COUNT));
                if (!(answer instanceof Answer.Words words) || words.words().get(0) != address) {
                    throw new IllegalStateException("register " + address + ": " + answer);
                }
            });
        }
    }

    private static double bare(int port) throws ModbusException {
        ModbusTCPMaster master = new ModbusTCPMaster("127.0.0.1", port, 5_000, false);
        try {
            master.connect();
        } catch (Exception e) {
            throw new IllegalStateException("bare j2mod does not connect", e);
        }
        try {
            return rate("bare j2mod", address -> {
                if (master.readMultipleRegisters(1, address, COUNT)[0].getValue() != address) {
                    throw new IllegalStateException("register " + address);
                }
            });
        } finally {
            master.disconnect();
        }
    }

    private static double rate(String name, Reader reader) throws ModbusException {
        for (int i = 0; i < READS / 2; i++) {
            reader.read(i);
        }
        long[] nanos = new long[READS];
        long started = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            long before = System.nanoTime();
            reader.read(i);
            nanos[i] = System.nanoTime() - before;
        }
        double perSecond = READS * 1e9 / (System.nanoTime() - started);
        Arrays.sort(nanos);
        Figures.print("tcp, " + name, perSecond, "reads/s");
        Figures.print("tcp, " + name + ", p50", nanos[READS / 2] / 1e3, "us");
        Figures.print("tcp, " + name + ", p99", nanos[READS * 99 / 100] / 1e3, "us");
        return perSecond;
    }

    /** The C program, if this machine has a compiler and libmodbus. */
    private static Optional<Path> compiled(Path home) throws IOException, InterruptedException {
        Path binary = Files.createTempDirectory("libmodbus").resolve("reads");
        try {
            Process compiler = new ProcessBuilder(List.of(
                            "gcc", "-O2", "-I/usr/include/modbus", "-o", binary.toString(),
                            home.resolve("test/benchmarks/libmodbus_reads.c").toString(), "-lmodbus"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() == 0) {
                return Optional.of(binary);
            }
            System.out.println("libmodbus left out: it does not compile (install libmodbus-dev): "
                    + said.lines().findFirst().orElse(""));
        } catch (IOException e) {
            System.out.println("libmodbus left out: no C compiler (install gcc and libmodbus-dev)");
        }
        return Optional.empty();
    }
}
