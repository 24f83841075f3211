package org.wolfgate.story;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A verb of the command line, run to its end as a process of its own.
 *
 * @param printed both outputs together
 */
public record Verb(int code, String printed) {

    private static final long LIMIT_SECONDS = 120;

    /** How this machine's Java starts the command line of this build. */
    public static List<String> command(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Runs a verb.
     *
     * @param answers what a person types, one line each
     */
    public static Verb run(Path folder, List<String> answers, String... arguments)
            throws IOException, InterruptedException {
        Path typed = Files.write(Files.createTempFile(folder, "typed", ".txt"), answers);
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Process process = new ProcessBuilder(command("org.wolfgate.agent.cli.Main", arguments))
                .redirectInput(typed.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(printed.toString()))
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    String.join(" ", arguments) + " did not end; it printed: " + Files.readString(printed));
        }
        return new Verb(process.exitValue(), Files.readString(printed));
    }

    /** What a person reads: the logging library's own notes about its set-up in this build are not ours. */
    public long lines() {
        return printed.lines().filter(line -> !line.startsWith("SLF4J")).count();
    }
}
