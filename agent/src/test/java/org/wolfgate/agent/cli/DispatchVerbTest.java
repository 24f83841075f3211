package org.wolfgate.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The dispatch verb, from file to output and exit code. */
class DispatchVerbTest {

    private static final String CASE = """
            {"id": "one", "mode": "single", "zones": {"spot": [40.0], "hub": [2]}, "nodes": {"zone": [0, 0, 0]},
             "lines": {"from": [0, 1, 0], "to": [1, 2, 2], "reactance": [1, 1, 1]},
             "flowgates": {"limit_fwd": [20.0], "limit_rev": [20.0], "line": [2]},
             "units": {"node": [0, 0], "mw": [30.0, 10.0], "strike": [30.0, null]}}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String content, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), content);
        return new CommandLine(new DispatchVerb())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of(file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private String complaint() {
        return err.toString().replace(folder + "/", "").strip();
    }

    @Test
    void aNetworkOfLinesIsDispatchedWithoutPtdfs() throws IOException {
        assertEquals(0, run(CASE), complaint());
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertEquals(30, json.path("grants").path(0).doubleValue(), 1e-9);
        assertEquals(0, json.path("overload_mw").doubleValue());
        assertEquals(30, json.path("orders").path(0).path("cap_mw").doubleValue(), 1e-9);
    }

    @Test
    void everyCaseOfAListGetsItsLine() throws IOException {
        assertEquals(0, run("[" + CASE + "," + CASE + "]"), complaint());
        assertEquals(2, out.toString().lines().count());
    }

    @Test
    void aBadFigureIsOneLineWithItsCaseFieldAndIndex() throws IOException {
        assertEquals(1, run("[" + CASE + "," + CASE.replace("10.0]", "NaN]") + "]"));
        assertEquals(
                "wolfgate dispatch: case.json: case 1 (one): units.mw[1] is NaN: give a finite number", complaint());
    }

    /** North and south schedule 30 MW each onto a gate of 40 MW; by their strikes south would be curtailed. */
    private static final String RIGHTS = """
            {"mode": "single", "zones": {"spot": [60.0], "hub": [2]}, "nodes": {"zone": [0, 0, 0]},
             "flowgates": {"limit_fwd": [40.0], "limit_rev": [40.0]}, "ptdf": [[1.0, 1.0, 0.0]],
             "units": {"node": [0, 0, 1], "mw": [20.0, 10.0, 30.0], "strike": [20.0, 30.0, 40.0]},
             "rights": {"first": true, "gate": [0, 0], "node": [0, 1], "mw": [22.0, 30.0]}}
            """;

    @Test
    void whatHasNoRightsGoesFirstWhenTheCaseSaysSo() throws IOException {
        assertEquals(0, run(RIGHTS), complaint());
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertEquals("[20.0,2.0,18.0]", json.path("grants").toString());
        assertEquals(8 * 30 + 12 * 20, json.path("compensation").doubleValue(), 1e-6, "owed by their own strikes");
        JsonNode north = json.path("orders").path(0);
        assertEquals(22, north.path("cap_mw").doubleValue(), 1e-9);
        assertEquals(
                "what has no flowgate rights is curtailed first: this node has rights for 22.000 of the 30.000 MW that it"
                        + " schedules",
                north.path("reason").asText());
    }

    @Test
    void rightsChangeNothingUnlessTheOperatorSaysSo() throws IOException {
        assertEquals(0, run(RIGHTS.replace("\"first\": true, ", "")), complaint());
        assertEquals(
                "[20.0,10.0,10.0]",
                new JsonMapper().readTree(out.toString()).path("grants").toString());
    }

    @Test
    void theOptionSaysTheSameAsTheCaseAndNeedsToKnowWhoHoldsWhat() throws IOException {
        assertEquals(0, run(RIGHTS.replace("\"first\": true, ", ""), "--rights-first"), complaint());
        assertEquals(
                "[20.0,2.0,18.0]",
                new JsonMapper().readTree(out.toString()).path("grants").toString());
        assertEquals(1, run(CASE, "--rights-first"));
        assertEquals("wolfgate dispatch: case.json: rights is missing", complaint());
    }

    @Test
    void aRightOnAGateThatIsNotThereIsRefused() throws IOException {
        assertEquals(1, run(RIGHTS.replace("\"gate\": [0, 0]", "\"gate\": [0, 3]")));
        assertEquals(
                "wolfgate dispatch: case.json: rights.gate[1] is 3, unknown: there are 1, counted from 0", complaint());
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        assertEquals(1, run(CASE.replace("\"strike\"", "\"price\"")));
        assertEquals("wolfgate dispatch: case.json: units.strike is missing", complaint());
    }

    @Test
    void aBrokenFileIsOneLineWithItsPosition() throws IOException {
        assertEquals(1, run("{\"mode\": }"));
        assertEquals(
                true, complaint().startsWith("wolfgate dispatch: case.json: no JSON: line 1, column "), complaint());
    }
}
