package org.wolfgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wolfgate.drivers.modbus.ModbusServer;

/** Modbus TCP meters in a process of their own, so that serving is not counted as reading. */
final class MeterServers implements AutoCloseable {

    private final Process process;
    private final List<Integer> ports;

    MeterServers(int count) throws IOException {
        this.process = ChildJvm.start(MeterServers.class, List.of(Integer.toString(count)));
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the meters did not start");
        }
        this.ports = List.of(line.split(" ", -1)).stream().map(Integer::valueOf).toList();
    }

    List<Integer> ports() {
        return ports;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Serves as many meters as the argument says, prints their ports, and ends with its input. */
    public static void main(String[] args) throws IOException {
        List<ModbusServer> servers = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            servers.add(ModbusServer.start("127.0.0.1", 0, new Numbered(unit -> unit == 1)));
        }
        System.out.println(
                servers.stream().map(server -> Integer.toString(server.port())).collect(Collectors.joining(" ")));
        int end = System.in.read();
        servers.forEach(ModbusServer::close);
        System.exit(Math.min(end, 0) + 1);
    }
}
