package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.StatusSocket;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/** What {@code wolfgate status} says in the cabinet: of the living agent, and of one that is gone. */
class StatusTest {

    @TempDir
    Path folder;

    @Test
    void statusIsLiveWhileTheAgentRunsAndTheLedgersWhenItWasKilled() throws IOException {
        try (Riverside riverside = new Riverside(folder)) {
            Path config = Files.writeString(folder.resolve("riverside.yaml"), riverside.configuration());
            try (Program agent = AgentCrashTest.agent(config)) {
                Await.until(
                        "the agent knows its nodes",
                        () -> says(riverside, "node wind: "),
                        () -> agent.lines().toString());
                assertTrue(says(riverside, "uplink for records: NOT connected"), "the broker was never started");
                assertTrue(says(riverside, "records, the oldest of "), "what waits is counted");
                riverside.broker().start();
                Await.until("the uplink is up", () -> says(riverside, "uplink for records: connected for"));
                Program status = status(riverside);
                assertEquals(0, status.awaitEnd());
                assertTrue(
                        status.lines().get(0).startsWith("agent: runs, process "),
                        status.lines().toString());
                assertTrue(
                        status.lines().stream().anyMatch(line -> line.startsWith("loops: the slowest came round 0 s")),
                        status.lines().toString());
                agent.kill();
            }
            assertEquals(Optional.empty(), StatusSocket.ask(riverside.ledger()), "its socket is left, and dead");
            Program down = status(riverside);
            assertEquals(3, down.awaitEnd());
            assertTrue(down.lines().contains("agent: DOWN"), down.lines().toString());
            assertTrue(
                    down.lines().contains("not live (the agent is down); as the ledger last had it:"),
                    down.lines().toString());
            assertFalse(
                    down.lines().toString().contains("uplink for"), down.lines().toString());
        }
    }

    /** An agent that hangs takes the connection, for the kernel does, and never speaks. */
    @Test
    void agentThatHangsDoesNotHangWhoeverAsks() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(folder.resolve(StatusSocket.NAME)));
            assertEquals(Optional.empty(), StatusSocket.ask(folder));
        }
    }

    private static boolean says(Riverside riverside, String what) {
        return StatusSocket.ask(riverside.ledger()).orElse(List.of()).stream().anyMatch(line -> line.contains(what));
    }

    private static Program status(Riverside riverside) {
        return Program.start(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.wolfgate.agent.cli.Main",
                "status",
                "--data",
                riverside.ledger().toString()));
    }
}
