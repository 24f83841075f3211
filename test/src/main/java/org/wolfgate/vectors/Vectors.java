package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code test/vectors FILE...}: every case of every file, then the counts; exit 1 if any failed. */
public final class Vectors {

    /** Each format in one class of its own. */
    private static final List<CaseFormat> FORMATS =
            List.of(new DispatchCases(), new OrderCases(), new SettlementCases(), new TariffCases(), new WolfCases());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Vectors() {}

    public static void main(String[] args) {
        Score score = new Score(System.out);
        for (String arg : args) {
            run(Path.of(arg), score);
        }
        System.out.println(score.summary());
        System.exit(score.allPassed() && args.length > 0 ? 0 : 1);
    }

    static void run(Path file, Score score) {
        try {
            JsonNode root = JSON.readTree(file.toFile());
            Optional<CaseFormat> format =
                    FORMATS.stream().filter(f -> f.accepts(root)).findFirst();
            format.ifPresentOrElse(
                    f -> f.run(root, score), () -> score.record(file.toString(), "no format of ours reads this file"));
        } catch (IOException e) {
            score.record(file.toString(), "not readable as JSON: " + e.getMessage());
        }
    }
}
