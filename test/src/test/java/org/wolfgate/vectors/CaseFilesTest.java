package org.wolfgate.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every worked case of the files, against the product's own code. */
class CaseFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"edge.json", "small.json", "paper.json", "orders.json"})
    void everyCaseOfTheFilePasses(String file) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Score score = new Score(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Vectors.run(Path.of("cases", file), score);
        assertTrue(score.allPassed(), printed.toString(StandardCharsets.UTF_8));
        assertTrue(!score.summary().startsWith("0 "), "no case was run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge.json", "orders.json"})
    void aWrongExpectationFailsAndSaysBothFigures(String file) throws IOException {
        String wrong = Files.readString(Path.of("cases", file)).replace("6.666667", "6.777777");
        Path copy = Files.createTempFile("wrong", ".json");
        Files.writeString(copy, wrong);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Score score = new Score(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Vectors.run(copy, score);
        Files.delete(copy);
        assertTrue(score.summary().endsWith(", 1 failed"), score.summary());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("expected 6.777777, actual 6.666"));
    }
}
