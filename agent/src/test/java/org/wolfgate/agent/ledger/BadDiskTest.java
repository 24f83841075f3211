package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small file systems in a mount namespace of their own, so that the test needs neither root nor a spare disk. */
class BadDiskTest {

    @TempDir
    Path directory;

    @Test
    void fullDiskRefusesWholeTransactionsStaysReadableAndGoesOnWhenThereIsSpace() throws Exception {
        List<String> lines = on("mount -t tmpfs -o size=4m tmpfs '" + directory + "'", FullDiskChild.class);
        assertTrue(
                lines.get(0).contains("the disk is full: free space on it; nothing of this was written"),
                lines.toString());
        assertEquals(
                List.of("still readable: true", "goes on: true", "sound: true"), lines.subList(1, 4), lines.toString());
        System.out.println(
                "proof: disk filled up: refused in whole transactions, readable, goes on with space, lost 0");
    }

    @Test
    void readOnlyDiskIsOneLineForTheAgentAndNoObstacleForAReader() throws Exception {
        try (Ledger ledger = Ledger.open(directory.resolve("ledger"), Samples.BOOT)) {
            ledger.append(Samples.intervals(0, 3), Map.of());
        }
        String mount =
                "mount --bind '" + directory + "' '" + directory + "' && mount -o remount,bind,ro '" + directory + "'";
        List<String> lines = on(mount, ReadOnlyDiskChild.class);
        assertTrue(lines.get(0).contains("check that the directory can be made and written"), lines.toString());
        assertEquals(List.of("read: 3 records"), lines.subList(1, 2), lines.toString());
    }

    private List<String> on(String mount, Class<?> child) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        // The class path goes through the environment: it is too long and too wild for a shell's command line.
        ProcessBuilder builder = new ProcessBuilder(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                mount + " && exec '" + java + "' " + child.getName() + " '" + directory + "'");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Path output = Files.createTempFile("wolfgate-bad-disk", ".txt");
        try {
            int code = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            List<String> lines = Files.readAllLines(output, UTF_8);
            assertEquals(0, code, lines.toString());
            return lines;
        } finally {
            Files.delete(output);
        }
    }
}
