package org.wolfgate.agent.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wolfgate.agent.insurance.PremiumSchedule;
import org.wolfgate.agent.insurance.SpotPrice;

/** How {@code wolfgate premium} prints a schedule. The names are what is written after {@code --format}. */
enum PremiumFormat {
    text {
        @Override
        String print(SpotPrice spot, PremiumSchedule schedule) {
            return lines(
                    "%12s %14s %14s%n".formatted("strike", "premium", "Pr[S>strike]"),
                    "%12.4f %14.6f %14.6f%n",
                    spot,
                    schedule);
        }
    },
    csv {
        @Override
        String print(SpotPrice spot, PremiumSchedule schedule) {
            return lines("strike,premium,probability_above\n", "%.4f,%.6f,%.6f\n", spot, schedule);
        }
    },
    json {
        @Override
        String print(SpotPrice spot, PremiumSchedule schedule) {
            List<Row> rows =
                    schedule.levels().stream().map(level -> row(spot, level)).toList();
            try {
                return JsonMapper.builder().build().writeValueAsString(new Document(spot.mean(), rows)) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a schedule of plain numbers was not writable as JSON", e);
            }
        }
    };

    abstract String print(SpotPrice spot, PremiumSchedule schedule);

    private record Row(
            double strike,
            double premium,
            @JsonProperty("probability_above") double probabilityAbove) {}

    private record Document(double mean, List<Row> levels) {}

    private static Row row(SpotPrice spot, PremiumSchedule.Level level) {
        return new Row(level.strike(), level.premium(), 1 - spot.probabilityUpTo(level.strike()));
    }

    private static String lines(String head, String pattern, SpotPrice spot, PremiumSchedule schedule) {
        return schedule.levels().stream()
                .map(level -> row(spot, level))
                .map(row -> String.format(Locale.ROOT, pattern, row.strike(), row.premium(), row.probabilityAbove()))
                .collect(Collectors.joining("", head, ""));
    }
}
