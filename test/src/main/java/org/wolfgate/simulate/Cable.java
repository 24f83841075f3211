package org.wolfgate.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A TCP cable that can be cut, and one that looks whole but carries nothing: the half-open line. */
public final class Cable implements AutoCloseable {

    /** What the cable does. */
    private enum Mode {
        WHOLE,
        SLOW,
        MUTE,
        CUT
    }

    private static final int SLOW_CHUNK = 512;
    private static final int SLOW_MILLIS = 10;

    private final ServerSocket plug;
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.WHOLE;

    private Cable(ServerSocket plug, InetSocketAddress target) {
        this.plug = plug;
        this.target = target;
    }

    /** A whole cable to a port on the loopback. */
    public static Cable to(int port) {
        return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A whole cable from a free port on the loopback. */
    public static Cable to(InetSocketAddress target) {
        try {
            Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            daemon("cable to " + target, cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException("opening a port for the cable", e);
        }
    }

    public String url() {
        return "tcp://127.0.0.1:" + plug.getLocalPort();
    }

    /** Connections stay open and new ones are taken, but no byte passes and no end is seen. */
    public void mute() {
        mode = Mode.MUTE;
    }

    /** Carries {@value #SLOW_CHUNK} bytes every {@value #SLOW_MILLIS} ms in each direction, like a bad mobile line. */
    public void slow() {
        mode = Mode.SLOW;
    }

    /** Every connection is closed at once and no new one lasts. */
    public void cut() {
        mode = Mode.CUT;
        sockets.forEach(Cable::close);
    }

    /** Carries again; what was connected through a mute cable is gone, as after a router's restart. */
    public void mend() {
        sockets.forEach(Cable::close);
        mode = Mode.WHOLE;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = plug.accept();
                if (mode == Mode.CUT) {
                    close(near);
                } else {
                    connect(near);
                }
            }
        } catch (IOException e) {
            // The plug was pulled for good.
        }
    }

    private void connect(Socket near) {
        sockets.add(near);
        if (mode == Mode.MUTE) {
            return;
        }
        try {
            Socket far = new Socket(target.getAddress(), target.getPort());
            far.setTcpNoDelay(true);
            near.setTcpNoDelay(true);
            sockets.add(far);
            daemon("cable out", () -> carry(near, far));
            daemon("cable in", () -> carry(far, near));
        } catch (IOException e) {
            close(near);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (mode == Mode.WHOLE) {
                    to.getOutputStream().write(buffer, 0, read);
                } else if (mode == Mode.SLOW) {
                    trickle(to, buffer, read);
                }
            }
        } catch (IOException e) {
            // One side is gone; so is the other, below, unless the cable must not show it.
        }
        if (mode != Mode.MUTE) {
            close(from);
            close(to);
        }
    }

    private static void trickle(Socket to, byte[] buffer, int length) throws IOException {
        for (int sent = 0; sent < length; sent += SLOW_CHUNK) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS));
            to.getOutputStream().write(buffer, sent, Math.min(SLOW_CHUNK, length - sent));
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed enough.
        }
    }

    @Override
    public void close() {
        cut();
        try {
            plug.close();
        } catch (IOException e) {
            throw new UncheckedIOException("pulling the cable's plug", e);
        }
    }
}
