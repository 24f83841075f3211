package org.wolfgate.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The agent in a process of its own, as {@code wolfgate run} starts it; started anew when it dies, as systemd would. */
final class AgentProcess implements AutoCloseable {

    private static final long GRACE_SECONDS = 20;

    private final Path home;
    private final DemoPlace place;
    private final Consumer<String> notices;
    private final Thread watcher;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private boolean held;
    private volatile boolean stopping;
    private volatile Process process;

    private AgentProcess(Path home, DemoPlace place, Consumer<String> notices) {
        this.home = home;
        this.place = place;
        this.notices = notices;
        this.process = spawn();
        this.watcher = new Thread(this::watch, "agent-watcher");
        watcher.setDaemon(true);
    }

    static AgentProcess start(Path home, DemoPlace place, Consumer<String> notices) {
        AgentProcess agent = new AgentProcess(home, place, notices);
        agent.watcher.start();
        return agent;
    }

    /** Folder of the agent's ledger. */
    static Path data(DemoPlace place) {
        return place.folder().resolve("ledger");
    }

    long pid() {
        return process.pid();
    }

    /** Kills it as {@code kill -9} does, and keeps it from starting until {@link #letGo}. */
    void killAndHold() {
        hold(true);
        process.destroyForcibly();
    }

    /** Lets it start again. */
    void letGo() {
        hold(false);
    }

    private void hold(boolean hold) {
        lock.lock();
        try {
            held = hold;
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRelease() throws InterruptedException {
        lock.lock();
        try {
            while (held) {
                released.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stops it as an operator would, and waits until it is gone. */
    @Override
    public void close() {
        stopping = true;
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                notices.accept("the agent did not stop within " + GRACE_SECONDS + " s and was killed");
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process spawn() {
        File log = place.folder().resolve("agent.log").toFile();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-jar",
                home.resolve("agent/target/wolfgate.jar").toString(),
                "run",
                "-c",
                place.config().toString(),
                "--data",
                data(place).toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting the agent", e);
        }
    }

    private void watch() {
        while (true) {
            try {
                int code = process.waitFor();
                if (stopping) {
                    return;
                }
                notices.accept("the agent's process ended with code " + code + "; it is started again");
                awaitRelease();
                if (stopping) {
                    return;
                }
                process = spawn();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
