package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Looks up host names within a deadline: the platform's own look-up can block for a minute when a server is away. */
final class Resolver {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.%]*:[0-9A-Za-z:.%]*");
    private static final ExecutorService LOOKUPS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "modbus-resolver");
        thread.setDaemon(true);
        return thread;
    });

    private Resolver() {}

    /** The address of a host, given as a number (which needs no look-up) or as a name. */
    static InetSocketAddress resolve(String host, int port, Duration deadline) throws IOException {
        return NUMERIC.matcher(host).matches() ? new InetSocketAddress(host, port) : lookUp(host, port, deadline);
    }

    private static InetSocketAddress lookUp(String host, int port, Duration deadline) throws IOException {
        try {
            InetSocketAddress address = LOOKUPS.submit(() -> new InetSocketAddress(host, port))
                    .get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            if (address.isUnresolved()) {
                throw new IOException("unknown host " + host);
            }
            return address;
        } catch (TimeoutException e) {
            throw new IOException("no answer to the look-up of " + host + " within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException("look-up of " + host + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking up " + host, e);
        }
    }
}
