package org.wolfgate.drivers.modbus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.drivers.Reading;

/**
 * Reads all points of one unit with few requests. Used by the thread of its line. Where a device refuses a merged read
 * because of a hole in its map, the points are read one by one from then on.
 */
public final class PointReader {

    private static final Logger LOG = LoggerFactory.getLogger(PointReader.class);

    private final ModbusLine line;
    private final int unit;
    private final List<Point> points;
    private List<ReadBlock> blocks;

    /**
     * A reader that has not asked anything yet.
     *
     * @param gap most registers that nobody asked for between two values in one request, 0 or more
     * @param mostWords most registers that the device gives at once, 1 to 125
     */
    public PointReader(ModbusLine line, int unit, List<Point> points, int gap, int mostWords) {
        this.line = line;
        this.unit = unit;
        this.points = List.copyOf(points);
        this.blocks = ReadBlock.merge(points.stream().map(Point::block).toList(), gap, mostWords);
    }

    /**
     * Every point in small units, or the reason why not, which names line, unit and point. Stops asking at the first
     * request that has no answer, so that an absent device costs one deadline.
     */
    public Map<Point, Reading<Long>> read() {
        Map<ReadBlock, Answer> answers = ask();
        Map<Point, Reading<Long>> readings = new LinkedHashMap<>();
        for (Point point : points) {
            readings.put(point, reading(point, answers));
        }
        return readings;
    }

    private Map<ReadBlock, Answer> ask() {
        Map<ReadBlock, Answer> answers = new HashMap<>();
        for (ReadBlock block : blocks) {
            Answer answer = line.exchange(new Request.Read(unit, block.table(), block.address(), block.count()));
            answers.put(block, answer);
            if (answer instanceof Answer.Failed) {
                blocks.forEach(other -> answers.putIfAbsent(other, answer));
                return answers;
            }
            if (answer instanceof Answer.Refused refused && refused.blamesTheRange() && isMerged(block)) {
                separate(refused);
                return ask();
            }
        }
        return answers;
    }

    private boolean isMerged(ReadBlock block) {
        return points.stream().noneMatch(point -> point.block().equals(block));
    }

    private void separate(Answer.Refused refused) {
        LOG.warn(
                "line {}, unit {}: a merged read was refused with exception {}; reading point by point from now on",
                line.label(),
                unit,
                refused.code());
        blocks = ReadBlock.merge(points.stream().map(Point::block).toList(), -1, 1);
    }

    private Reading<Long> reading(Point point, Map<ReadBlock, Answer> answers) {
        ReadBlock wanted = point.block();
        Optional<ReadBlock> block =
                blocks.stream().filter(one -> one.contains(wanted)).findFirst();
        Answer answer = block.map(answers::get)
                .orElseThrow(() -> new IllegalStateException("no request covers " + point.label()));
        Reading<Long> reading =
                decode(point, answer, wanted.address() - block.orElseThrow().address());
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
