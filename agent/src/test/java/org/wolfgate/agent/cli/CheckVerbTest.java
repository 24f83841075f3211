package org.wolfgate.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckVerbTest {

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu-single",
                "gb-single",
                "in-dsm-2014",
                "in-dsm-2014-a4",
                "in-dsm-2024",
                "in-iegc-var",
                "in-ui-2010",
                "us-ercot-bpd",
                "us-ferc-890",
                "wolf-50hz",
                "wolf-60hz"
            })
    void everyShippedTariffPassesAndShowsItsMark(String tariff) {
        assertEquals(0, check(Path.of("../config/tariffs", tariff + ".yaml")), out.toString());
        assertTrue(
                out.toString()
                        .matches("(?s).*: no problems; .* \\((exact-from-source|recalled-cross-checked|secondary-source"
                                + "|recalled-unverified|own-choice), shadow settlement\\)\\R"),
                out.toString());
    }

    @Test
    void bandsThatCrossAreNamedWithTheirPlaceInTheFile(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("../config/tariffs/us-ferc-890.yaml"));
        Path file = folder.resolve("crossed.yaml");
        Files.writeString(file, text.replaceFirst("up_to_percent: 7\\.5", "up_to_percent: 0.5"));
        assertEquals(Main.BAD_INPUT, check(file));
        assertTrue(out.toString().matches("(?s).*crossed\\.yaml:\\d+:\\d+: .*"), out.toString());
    }

    @Test
    void aSubstationShowsWhatPricesItAndWhatToBewareOf() {
        assertEquals(0, check(Path.of("../config/demo.yaml")), out.toString());
        assertTrue(out.toString().contains("illustrative-60hz (own-choice, shadow settlement)"), out.toString());
        assertTrue(out.toString().contains("frequency counts twice"), out.toString());
    }

    private int check(Path file) {
        return Main.commandLine().setOut(new PrintWriter(out, true)).execute("check", file.toString());
    }
}
