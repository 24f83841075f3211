package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

class PointReaderTest {

    private static final Encoding ONE_WORD = new Encoding(NumberType.U16, WordOrder.BE, BigDecimal.ONE, List.of());
    private static final Encoding TWO_WORDS = new Encoding(NumberType.U32, WordOrder.BE, BigDecimal.ONE, List.of());

    private final List<String> asked = new ArrayList<>();

    @Test
    void neighboursComeInOneRequestAndDistantPointsInAnother() {
        Map<Point, Reading<Long>> readings = read(10, 0, point("a", 0), point("b", 5), point("c", 200));
        assertEquals(List.of("0+6", "200+1"), asked);
        assertEquals(List.of(0L, 5L, 200L), values(readings));
    }

    @Test
    void aRequestNeverExceedsWhatTheDeviceGivesNorSplitsAValue() {
        Point wide = new Point("w", RegisterTable.HOLDING, 9, 0, TWO_WORDS);
        new PointReader(line(0), 1, List.of(point("a", 0), wide), 100, 10).read();
        assertEquals(List.of("0+1", "9+2"), asked);
    }

    /** Carlo Gavazzi EM3xx answers exception 02 inside holes; influxdata/telegraf#12071. */
    @Test
    void whereAMergedReadIsRefusedThePointsAreReadOneByOneFromThenOn() {
        PointReader reader = new PointReader(line(1), 1, List.of(point("a", 0), point("b", 5)), 10, 125);
        assertEquals(List.of(0L, 5L), values(reader.read()));
        assertEquals(List.of(0L, 5L), values(reader.read()));
        assertEquals(List.of("0+6", "0+1", "5+1", "0+1", "5+1"), asked);
    }

    @Test
    void anAbsentDeviceCostsOneRequest() {
        Map<Point, Reading<Long>> readings = read(0, 2, point("a", 0), point("b", 500));
        assertEquals(List.of("0+1"), asked);
        assertEquals(
                List.of("line fake, unit 1, a 0 (doc. 1): no answer", "line fake, unit 1, b 500 (doc. 501): no answer"),
                readings.values().stream().map(Reading::reason).toList());
    }

    @Test
    void aRefusedPointDoesNotSpoilTheOthers() {
        Map<Point, Reading<Long>> readings =
                read(0, 1, point("a", 0), new Point("b", RegisterTable.INPUT, 7, 1, TWO_WORDS));
        assertEquals(
                List.of(Quality.GOOD, Quality.MISSING),
                readings.values().stream().map(Reading::quality).toList());
        assertTrue(readings.toString().contains("exception 02"), readings.toString());
    }

    /** OpenEMS/openems#2569: what changes slowly is asked for less often, and its age is said. */
    @Test
    void aPointWithAPeriodIsReadWhenDueAndIsStaleInBetween() {
        long[] now = {0};
        Point slow = point("energy", 500).every(Duration.ofSeconds(10));
        PointReader reader = new PointReader(line(0), 1, List.of(point("power", 0), slow), 0, 125, () -> now[0]);
        assertEquals(Quality.GOOD, quality(reader, slow));
        now[0] = Duration.ofSeconds(9).toNanos();
        assertEquals(Quality.STALE, quality(reader, slow));
        now[0] = Duration.ofSeconds(10).toNanos();
        assertEquals(Quality.GOOD, quality(reader, slow));
        assertEquals(List.of("0+1", "500+1", "0+1", "0+1", "500+1"), asked);
    }

    private static Quality quality(PointReader reader, Point point) {
        return Objects.requireNonNull(reader.read().get(point)).quality();
    }

    private Map<Point, Reading<Long>> read(int gap, int behaviour, Point... points) {
        return new PointReader(line(behaviour), 1, List.of(points), gap, 125).read();
    }

    private static List<Long> values(Map<Point, Reading<Long>> readings) {
        return readings.values().stream()
                .map(reading -> reading.value().orElseThrow())
                .toList();
    }

    private static Point point(String name, int address) {
        return new Point(name, RegisterTable.HOLDING, address, 1, ONE_WORD);
    }

    /** Register n holds n. Behaviour 0: honest; 1: refuses more than one register; 2: silent. */
    private ModbusLine line(int behaviour) {
        return new ModbusLine() {
            @Override
            public Answer exchange(Request request) {
                asked.add(request.address() + "+" + request.count());
                if (behaviour == 2) {
                    return new Answer.Failed("no answer");
                }
                return behaviour == 1 && request.count() > 1
                        ? new Answer.Refused(2)
                        : new Answer.Words(IntStream.range(request.address(), request.address() + request.count())
                                .boxed()
                                .toList());
            }

            @Override
            public String label() {
                return "fake";
            }

            @Override
            public void close() {}
        };
    }
}
