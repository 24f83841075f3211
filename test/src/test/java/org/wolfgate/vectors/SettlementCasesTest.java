package org.wolfgate.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettlementCasesTest {

    private static final Path FILE = Path.of("cases/settlement.json");

    @Test
    void everySettlementCaseComesOutToTheCent() throws IOException {
        assertEquals("33 passed, 0 failed\n", run(Files.readString(FILE)));
    }

    @Test
    void aWrongExpectedAmountIsFoundAndShownWithTheActualOne() throws IOException {
        String tampered = Files.readString(FILE).replaceFirst("\"premium\": \"2592\"", "\"premium\": \"2593\"");
        String output = run(tampered);
        assertTrue(output.contains("N1.premium expected 2593 actual 2592"), output);
        assertTrue(output.endsWith("32 passed, 1 failed\n"), output);
    }

    @Test
    void aGrantAboveTheScheduleIsReportedAsAFailureOfThatCaseAlone() throws IOException {
        String tampered = Files.readString(FILE).replaceFirst("\"granted\": \"432\"", "\"granted\": \"433\"");
        String output = run(tampered);
        assertTrue(output.contains("granted 433 MW is not between 0 and the scheduled 432 MW"), output);
        assertTrue(output.endsWith("32 passed, 1 failed\n"), output);
    }

    private static String run(String json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Score score = new Score(new PrintStream(out, true, StandardCharsets.UTF_8));
        JsonNode root = JsonMapper.builder().build().readTree(json);
        assertTrue(new SettlementCases().accepts(root));
        new SettlementCases().run(root, score);
        return out.toString(StandardCharsets.UTF_8) + score.summary() + "\n";
    }
}
