package org.wolfgate.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A program that runs beside the test: its lines are kept, it can be frozen and killed, and it dies with the test. */
public final class Program implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "program " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a program from the path; fails, and never skips, when it is not installed. */
    public static Program start(List<String> command) {
        return start(command.get(0), command);
    }

    /**
     * As above.
     *
     * @param debianPackage what provides it, for the message if it is missing
     */
    public static Program start(String debianPackage, List<String> command) {
        try {
            return new Program(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "starting " + command.get(0) + ": is " + debianPackage
                            + " installed? test/run installs what the tests need",
                    e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The stream closes when the process is killed.
        }
    }

    /** What it has printed so far, standard error included. */
    public List<String> lines() {
        return lines;
    }

    /** The same as one text. */
    public String printed() {
        return String.join("\n", lines);
    }

    /** Waits until it has printed such a line. */
    public void awaitLine(String what, Predicate<String> wanted) {
        Await.until(what, () -> lines.stream().anyMatch(wanted), () -> "printed: " + lines);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it ends by itself, all that it printed is here, and returns its exit code. */
    public int awaitEnd() {
        Await.until(
                "process " + process.pid() + " ends",
                () -> !process.isAlive() && !reader.isAlive(),
                () -> "printed: " + lines);
        return process.exitValue();
    }

    /** SIGTERM, and waits for the end. */
    public void terminate() {
        process.toHandle().destroy();
        awaitEnd();
    }

    /** SIGKILL to it and all its children, and waits for the end. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP: it neither reads nor answers, and its connections stay open. */
    public void freeze() {
        signal("-STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try (Program kill = start(List.of("kill", signal, Long.toString(process.pid())))) {
            if (kill.awaitEnd() != 0) {
                throw new IllegalStateException("kill " + signal + ": " + kill.lines());
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
