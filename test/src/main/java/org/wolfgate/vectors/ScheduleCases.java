package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.settlement.Schedule;
import org.wolfgate.agent.settlement.ScheduleBlock;

/** Group {@code schedule}: blocks of MW, with or without ramps, to the energy of a span. */
final class ScheduleCases {

    private ScheduleCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        List<ScheduleBlock> blocks = new ArrayList<>();
        for (JsonNode block : inputs.fields().required("blocks")) {
            blocks.add(new ScheduleBlock(
                    span(block.get(0).asLong(), block.get(1).asLong()),
                    SaleCases.watts(new BigDecimal(block.get(2).asText()))));
        }
        Schedule schedule = new Schedule("case", blocks, Duration.ofSeconds(inputs.whole("ramp_s")));
        return Map.of("schedule_wh", schedule.energyOver(span(inputs.whole("t0"), inputs.whole("t1"))));
    }

    private static Interval span(long fromSecond, long toSecond) {
        return new Interval(Instant.ofEpochSecond(fromSecond), Instant.ofEpochSecond(toSecond));
    }
}
