package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

/**
 * Reads the points of one unit with the requests that {@link ReadPlan} finds cheapest for what its line and device were
 * measured to take. Used by the thread of its line. Where a device refuses a merged read because of a hole in its map,
 * that read is split, and stays so.
 */
public final class PointReader {

    private static final Logger LOG = LoggerFactory.getLogger(PointReader.class);

    private final ModbusLine line;
    private final int unit;
    private final List<Point> points;
    private final LongSupplier nanos;
    private final ReadPlan plan;
    private final Map<Point, Kept> kept = new HashMap<>();

    /** What a point that is not read at every visit gave last. */
    private record Kept(Reading<Long> reading, long at) {}

    /**
     * A reader that has not asked anything yet.
     *
     * @param gap most registers that nobody asked for between two values in one request, 0 or more
     * @param mostWords most registers that the device gives at once, 1 to 125
     */
    public PointReader(ModbusLine line, int unit, List<Point> points, int gap, int mostWords) {
        this(line, unit, points, gap, mostWords, System::nanoTime);
    }

    PointReader(ModbusLine line, int unit, List<Point> points, int gap, int mostWords, LongSupplier nanos) {
        this.line = line;
        this.unit = unit;
        this.points = List.copyOf(points);
        this.nanos = nanos;
        this.plan = new ReadPlan(gap, mostWords);
    }

    /**
     * Every point in small units, or the reason why not, which names line, unit and point. Stops asking at the first
     * request that has no answer, so that an absent device costs one deadline. Until a point with a period of its own is
     * due again, its last value is given as STALE.
     */
    public Map<Point, Reading<Long>> read() {
        long now = nanos.getAsLong();
        List<Point> due = points.stream().filter(point -> isDue(point, now)).toList();
        Map<ReadBlock, Answer> answers = ask(due.stream().map(Point::block).toList());
        Map<Point, Reading<Long>> readings = new LinkedHashMap<>();
        for (Point point : points) {
            readings.put(point, due.contains(point) ? fresh(point, answers, now) : remembered(point, now));
        }
        return readings;
    }

    private boolean isDue(Point point, long now) {
        Kept last = kept.get(point);
        return last == null || now - last.at() >= point.every().toNanos();
    }

    private Reading<Long> fresh(Point point, Map<ReadBlock, Answer> answers, long now) {
        Reading<Long> reading = reading(point, answers);
        if (!point.every().isZero() && reading.isGood()) {
            kept.put(point, new Kept(reading, now));
        }
        if (!reading.isGood()) {
            kept.remove(point);
        }
        return reading;
    }

    private Reading<Long> remembered(Point point, long now) {
        Optional<Kept> last = Optional.ofNullable(kept.get(point));
        return last.map(value -> new Reading<>(
                        value.reading().value(),
                        Quality.STALE,
                        where(point) + "read "
                                + Duration.ofNanos(now - value.at()).toMillis() + " ms ago"))
                .orElseGet(() -> Reading.missing(where(point) + "not read yet"));
    }

    private Map<ReadBlock, Answer> ask(List<ReadBlock> values) {
        WireTime time = line.wireTime(unit);
        Map<ReadBlock, Answer> answers = new LinkedHashMap<>();
        Deque<ReadBlock> waiting = new ArrayDeque<>(plan.blocks(values, time));
        while (!waiting.isEmpty()) {
            ReadBlock block = waiting.remove();
            Answer answer = line.exchange(new Request.Read(unit, block.table(), block.address(), block.count()));
            Optional<List<ReadBlock>> parts = answer instanceof Answer.Refused refused && refused.blamesTheRange()
                    ? plan.unmerged(block, values, time)
                    : Optional.empty();
            if (parts.isPresent()) {
                LOG.warn(
                        "line {}, unit {}: a read of {} registers from {} was refused; it is split from now on",
                        line.label(),
                        unit,
                        block.count(),
                        block.address());
                parts.get().forEach(waiting::add);
                continue;
            }
            answers.put(block, answer);
            if (answer instanceof Answer.Failed) {
                waiting.forEach(other -> answers.put(other, answer));
                waiting.clear();
            }
        }
        return answers;
    }

    private Reading<Long> reading(Point point, Map<ReadBlock, Answer> answers) {
        ReadBlock wanted = point.block();
        Map.Entry<ReadBlock, Answer> found = answers.entrySet().stream()
                .filter(entry -> entry.getKey().contains(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no request covers " + point.label()));
        Reading<Long> reading = decode(
                point, found.getValue(), wanted.address() - found.getKey().address());
        return reading.isGood() ? reading : Reading.missing(where(point) + reading.reason());
    }

    private static Reading<Long> decode(Point point, Answer answer, int offset) {
        if (answer instanceof Answer.Words words) {
            int count = point.encoding().type().words();
            return point.encoding().decode(words.words().subList(offset, offset + count));
        }
        if (answer instanceof Answer.Refused refused) {
            return Reading.missing(refused.reason());
        }
        return Reading.missing(answer instanceof Answer.Failed failed ? failed.reason() : "no words in the answer");
    }

    /** Line, unit and point, as every message about a reading begins. */
    public String where(Point point) {
        return "line " + line.label() + ", unit " + unit + ", " + point.label() + ": ";
    }
}
