package org.wolfgate.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PremiumVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = Main.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void discreteLevelsComeAsCsv() {
        assertEquals(0, run("premium", "--uniform", "32,52", "--levels", "40,28.5", "--format", "csv"));
        assertEquals(
                "strike,premium,probability_above\n28.5000,13.500000,1.000000\n40.0000,3.600000,0.600000\n",
                out.toString());
    }

    @Test
    void aContinuousScheduleComesAsOneJsonObject() throws IOException {
        assertEquals(
                0,
                run("premium", "--normal", "40,5", "--from", "-5", "--to", "45", "--step", "25", "--format", "json"));
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertEquals(40, json.path("mean").asDouble());
        assertEquals(3, json.path("levels").size());
        assertEquals(45, json.path("levels").path(0).path("premium").asDouble(), 1e-9);
    }

    @Test
    void observedPricesAreReadFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices"), "# north zone\n30\n40\n\n40\n60\n");
        assertEquals(0, run("premium", "--empirical", file.toString(), "--levels", "35", "--format", "csv"));
        assertTrue(out.toString().endsWith("35.0000,8.750000,0.750000\n"), out.toString());
    }

    @Test
    void aWordAmongObservedPricesIsNamedWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices"), "30\nforty\n");
        assertEquals(1, run("premium", "--empirical", file.toString()));
        assertTrue(err.toString().contains("prices:2: 'forty' is no finite number"), err.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    --uniform 52,32                      ; lower bound 52.0 is not below upper bound 32.0
                    --uniform 32                         ; has 1 numbers, needs two
                    --normal 40,0                        ; standard deviation 0.0 is not above 0
                    --normal 40,x                        ; 'x' is no finite number
                    --lognormal 1000,1                   ; not a finite number
                    --discrete 0.3@40                    ; sum to 0.3
                    --discrete 40                        ; is not probability@price
                    --empirical /no/such/file            ; cannot read /no/such/file
                    --uniform 1,2 --normal 1,2           ; mutually exclusive
                    --uniform 1,2 --step 0               ; the step must be above 0
                    --uniform 1,2 --step 1e-9            ; take a larger step
                    --uniform 1,2 --levels 1 --step 2    ; use one of them
                    --uniform 1,2 --format xml           ; expected one of [text, csv, json]
                    --levels 2                           ; Missing required argument
                    """)
    void badInputIsOneLineAndExitCodeOne(String options, String message) {
        assertEquals(1, run(("premium " + options).split(" ")));
        assertTrue(err.toString().contains(message), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void thePaperVerbMarksWhatItCorrects() {
        assertEquals(0, run("paper"));
        assertTrue(out.toString().contains("| CORRECTED: not an equilibrium\n    4.406 %"), out.toString());
        assertTrue(
                out.toString().lines().findFirst().orElseThrow().matches("item +\\| published +\\| ours +\\| verdict"));
    }
}
