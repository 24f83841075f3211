package org.wolfgate.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.wolfgate.drivers.modbus.ModbusLine;

/** A device behind a listening socket. */
final class TcpPlace implements Place {

    private final ServerSocket listening;
    private final RudeDevice device;
    private final BiFunction<Integer, Duration, ModbusLine> lines;
    private final Thread acceptor;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /**
     * Starts serving.
     *
     * @param lines makes a line to a port, given a deadline
     */
    TcpPlace(ServerSocket listening, RudeDevice device, BiFunction<Integer, Duration, ModbusLine> lines) {
        this.listening = listening;
        this.device = device;
        this.lines = lines;
        this.acceptor = daemon(this::accept);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                daemon(() -> serve(client)).setName("rude-client");
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            device.serve(client.getInputStream(), client.getOutputStream());
        } catch (Exception e) {
            // The script hangs up by throwing.
            open.remove(client);
        }
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rude-device");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public ModbusLine line(Duration deadline) {
        return lines.apply(listening.getLocalPort(), deadline);
    }

    @Override
    public RudeDevice device() {
        return device;
    }

    @Override
    public void close() {
        try {
            listening.close();
            acceptor.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
