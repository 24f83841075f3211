package org.wolfgate.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two serial ports of this machine joined by a line: pseudo-terminals, held by socat for as long as this process lives. */
final class SerialPair implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("PTY is (\\S+)");

    /** Ends socat with its own input, which ends with this process however that ends. */
    private static final String HELD = "socat -d -d \"$0\" \"$1\" & cat > /dev/null; kill $!";

    private static final String PLAIN = "pty,raw,echo=0";

    private final Process process;
    private final String near;
    private final String far;

    private SerialPair(Process process, String near, String far) {
        this.process = process;
        this.near = near;
        this.far = far;
    }

    /**
     * A pair.
     *
     * @param wished the near end's path; kept where no device can have it, so that the configuration file runs as it is
     * @throws IllegalStateException saying what is missing, if there are no pseudo-terminals to be had
     */
    static SerialPair open(String wished) {
        Optional<String> link = Optional.of(wished).filter(SerialPair::isFree);
        String first = link.map(path -> PLAIN + ",link=" + path).orElse(PLAIN);
        try {
            Process process = new ProcessBuilder("sh", "-c", HELD, first, PLAIN)
                    .redirectErrorStream(true)
                    .start();
            List<String> ports = ports(process.inputReader(StandardCharsets.UTF_8));
            return new SerialPair(process, link.orElse(ports.get(0)), ports.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException("a serial line cannot be simulated", e);
        }
    }

    private static boolean isFree(String path) {
        Path folder = Optional.ofNullable(Path.of(path).getParent()).orElse(Path.of("."));
        return !path.isEmpty() && !path.startsWith("/dev/") && !Files.exists(Path.of(path)) && Files.isWritable(folder);
    }

    private static List<String> ports(BufferedReader output) throws IOException {
        List<String> ports = new ArrayList<>();
        List<String> said = new ArrayList<>();
        while (ports.size() < 2) {
            String line = output.readLine();
            if (line == null || line.contains("not found")) {
                throw new IllegalStateException(
                        "a serial line is simulated with the program socat, which does not run ("
                                + String.join("; ", said) + line + "); install the package socat");
            }
            said.add(line);
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                ports.add(matcher.group(1));
            }
        }
        return ports;
    }

    /** The end that a configuration or a technician names. */
    String near() {
        return near;
    }

    /** The devices' end. */
    String far() {
        return far;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
