package org.wolfgate.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of observed spot prices: one in a line, in currency/MWh; blank lines and lines from {@code #} are skipped. */
final class ObservedPrices {

    private ObservedPrices() {}

    static List<Double> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--empirical: cannot read " + file + " as text ("
                            + e.getClass().getSimpleName() + "); give a readable file with one price in a line",
                    e);
        }
        List<Double> prices = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                prices.add(NumberText.number(file + ":" + (i + 1), line));
            }
        }
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("--empirical: " + file + " holds no prices; write one in each line");
        }
        return prices;
    }
}
