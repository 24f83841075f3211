package org.wolfgate.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.simulate.Cable;

/**
 * Where a demo runs: its folder, its keys, its ports and the configuration that the agent is started from. That is a copy
 * of config/demo.yaml, with other ports if those are taken or another broker is asked for.
 *
 * @param broker where everybody meets
 * @param cable what the agent's messages go through
 * @param firstPort of the simulated devices, which listen on consecutive ports
 * @param config what the agent is started from
 * @param isoKey what the ISO's desk signs with
 */
record DemoPlace(Path folder, URI broker, Cable cable, int firstPort, Path config, SigningKey isoKey) {

    private static final int BROKER_PORT = 18830;
    private static final int FIRST_PORT = 15020;
    private static final int DEVICES = 7;
    private static final int SEARCH = 2000;

    static DemoPlace find(Path home, Path folder, Optional<URI> broker) throws IOException {
        Path original = home.resolve("config/demo.yaml");
        int first = freeRun(FIRST_PORT, DEVICES);
        URI meeting = broker.orElseGet(() -> URI.create("tcp://127.0.0.1:" + freeRun(BROKER_PORT, 1)));
        Cable cable = Cable.to(new InetSocketAddress(meeting.getHost(), meeting.getPort()));
        String text = Files.readString(original);
        String placed = onPorts(text, first).replace("tcp://127.0.0.1:" + BROKER_PORT, cable.url());
        Files.createDirectories(folder);
        Path copy = folder.resolve("demo.yaml");
        Files.writeString(copy, placed);
        return new DemoPlace(folder, meeting, cable, first, copy, keys(folder.resolve("keys")));
    }

    /** Makes the keys that the configuration names: the substation's own and the ISO's. */
    private static SigningKey keys(Path folder) throws IOException {
        SigningKey iso = SigningKey.fresh();
        try {
            SigningKey own = SigningKey.fresh();
            own.save(folder.resolve("riverside.jwk"));
            KeySet.of(own).save(folder.resolve("riverside.jwks"));
            iso.save(folder.resolve("iso.jwk"));
            KeySet.of(iso).save(folder.resolve("iso.jwks"));
            return iso;
        } catch (TrustException e) {
            throw new IOException(e.text(), e);
        }
    }

    private static String onPorts(String text, int first) {
        Matcher port = Pattern.compile("port: (150\\d\\d)").matcher(text);
        return port.replaceAll(found -> "port: " + (Integer.parseInt(found.group(1)) - FIRST_PORT + first));
    }

    /** The first of so many consecutive ports that nobody listens on. */
    private static int freeRun(int from, int count) {
        for (int first = from; first < from + SEARCH; first += count) {
            boolean all = true;
            for (int port = first; port < first + count; port++) {
                all &= isFree(port);
            }
            if (all) {
                return first;
            }
        }
        throw new IllegalStateException("no free port from " + from + " on 127.0.0.1; end other demos first");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
