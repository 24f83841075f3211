package org.wolfgate.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingCasesTest {

    @Test
    void everyWorkedPriceOfTheFormulaComesOut() {
        allPass("wolf.json");
    }

    @Test
    void everyWorkedBillOfTheTariffsComesOut() {
        allPass("tariffs.json");
    }

    private static void allPass(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Score score = new Score(new PrintStream(out, true, StandardCharsets.UTF_8));
        Vectors.run(Path.of("cases", file), score);
        assertEquals(List.of(), out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
