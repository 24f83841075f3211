package org.wolfgate.drivers.modbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A Modbus TCP device that answers each request as a script says. Register n holds n. */
final class RudeServer implements AutoCloseable {

    /** Answers the number-th request, from 1, counted over all connections. */
    interface Script {
        void answer(int number, byte[] request, OutputStream out) throws Exception;
    }

    private final ServerSocket listening;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread acceptor;

    RudeServer(Script script) throws IOException {
        this.script = script;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.acceptor = daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<byte[]> requests() {
        return requests;
    }

    /** The honest answer to a read or a write. */
    static byte[] honest(byte[] request) {
        int function = request[7];
        if (function == 6 || function == 16) {
            byte[] echo = Arrays.copyOf(request, 12);
            echo[5] = 6;
            return echo;
        }
        int address = word(request, 8);
        int count = word(request, 10);
        ByteBuffer answer = ByteBuffer.allocate(9 + 2 * count);
        answer.put(request, 0, 4)
                .putShort((short) (3 + 2 * count))
                .put(request, 6, 2)
                .put((byte) (2 * count));
        for (int i = 0; i < count; i++) {
            answer.putShort((short) (address + i));
        }
        return answer.array();
    }

    static int word(byte[] bytes, int index) {
        return (bytes[index] & 0xFF) << 8 | (bytes[index + 1] & 0xFF);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        try {
            acceptor.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                connections.incrementAndGet();
                daemon(() -> serve(client)).setName("rude-client");
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                byte[] header = in.readNBytes(6);
                if (header.length < 6) {
                    return;
                }
                byte[] request = Arrays.copyOf(header, 6 + word(header, 4));
                in.readFully(request, 6, request.length - 6);
                requests.add(request);
                script.answer(requests.size(), request, client.getOutputStream());
            }
        } catch (Exception e) {
            open.remove(client);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rude-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
