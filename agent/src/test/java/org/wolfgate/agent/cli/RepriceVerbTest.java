package org.wolfgate.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.SilentMinute;
import picocli.CommandLine;

class RepriceVerbTest {

    @TempDir
    private Path folder;

    @Test
    void theOperatorsFrequencyComesInATable() throws Exception {
        SilentMinute.run(folder);
        String tried = reprice(0, "59.980", "--dry-run");
        assertTrue(
                tried.contains("solar/2030-06-01T12:00:05Z/2 FINAL: frequency 59.980 Hz, price 100.00, amount"), tried);
        assertTrue(tried.contains("12 new versions would be made; 0 intervals"), tried);
        String made = reprice(0, "59.980");
        assertTrue(made.contains("12 new versions made; 0 intervals of this time still wait"), made);
        assertTrue(reprice(0, "59.980").startsWith("0 new versions made"));
    }

    @Test
    void loadingsOfFlowgatesComeInColumnsOfTheirOwn() throws Exception {
        String text = SilentMinute.text()
                .replaceFirst(
                        "(?m)^    parameters: illustrative-60hz.*$",
                        "$0\n    gates: {north: {scale: 1.00, doubling: 0.10, nodes: {solar: 0.40}}}");
        SilentMinute.run(folder, text);
        String frequencyOnly = repriced(0, text, "frequency_hz;loading_north", "59.980;");
        assertTrue(
                frequencyOnly.contains("solar/2030-06-01T12:00:05Z/2 PROVISIONAL: frequency 59.980 Hz, price 100.00"));
        assertTrue(frequencyOnly.contains("12 new versions made; 12 intervals"), frequencyOnly);
        String wrong = repriced(1, text, "loading_north", "50");
        assertTrue(wrong.contains("50 is no loading of a flowgate; write flow over limit"), wrong);
        String both = repriced(0, text, "loading_north", "0.50");
        assertTrue(both.contains("solar/2030-06-01T12:00:05Z/3 FINAL: frequency 59.980 Hz, price 87.60"), both);
    }

    @Test
    void whatIsNoFrequencyIsOneLineAndNothingIsMade() throws Exception {
        SilentMinute.run(folder);
        String wrong = reprice(1, "59980");
        assertTrue(wrong.contains("59980 is no frequency of a grid; write Hz"), wrong);
        assertEquals(1, wrong.lines().count(), wrong);
        assertTrue(reprice(0, "").startsWith("0 new versions made; 12 intervals of this time still wait"));
    }

    private String reprice(int code, String hertz, String... more) throws Exception {
        return repriced(code, SilentMinute.text(), "frequency_hz;ace_mw", hertz + ";", more);
    }

    private String repriced(int code, String text, String columns, String values, String... more) throws Exception {
        Path config = Files.createDirectories(folder.resolve("site")).resolve("substation.yaml");
        Files.writeString(config, text);
        Path inputs = Files.writeString(
                folder.resolve("late.csv"),
                "time;end;" + columns + "\n2030-06-01T12:00:00Z;2030-06-01T12:01:00Z;" + values + "\n");
        List<String> arguments = new ArrayList<>(List.of(
                "reprice",
                "-c",
                config.toString(),
                "--data",
                folder.toString(),
                "--from",
                "2030-06-01T12:00:00Z",
                "--to",
                "2030-06-01T12:01:00Z",
                "--inputs",
                inputs.toString()));
        arguments.addAll(List.of(more));
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        assertEquals(code, line.execute(arguments.toArray(String[]::new)), said.toString());
        return said.toString();
    }
}
