package org.wolfgate.agent.cli.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.agent.bringup.RegisterPicture;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.PointReader;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/** One unit on an open line, asked by hand. */
record Device(ModbusLine line, int unit) {

    /** Most registers in one request that every device on record can give. */
    private static final int FEW = 20;

    Answer read(RegisterTable table, int address, int count) {
        return line.exchange(new Request.Read(unit, table, address, count));
    }

    /** The words, or nothing if there are none. */
    Optional<List<Integer>> words(RegisterTable table, int address, int count) {
        return read(table, address, count) instanceof Answer.Words words
                ? Optional.of(words.words())
                : Optional.empty();
    }

    /** Why an answer carries no words; empty if it does. */
    static Optional<String> trouble(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return Optional.of(refused.reason());
        }
        return answer instanceof Answer.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    Map<Point, Reading<Long>> points(List<Point> points, int gap, int mostWords) {
        return new PointReader(line, unit, points, gap, mostWords).read();
    }

    /**
     * The registers of some points, each read by itself with some neighbours on either side, so that an address off by one
     * shows. A device that refuses the neighbours is asked for the point alone.
     */
    RegisterPicture around(RegisterPicture known, List<Point> points, int neighbours) {
        RegisterPicture picture = known;
        for (Point point : points) {
            int words = point.encoding().type().words();
            if (picture.words(point.table(), point.address(), words).isPresent()) {
                continue;
            }
            int from = Math.max(0, point.address() - neighbours);
            int to = Math.min(65_536, point.address() + words + neighbours);
            Optional<List<Integer>> wide = words(point.table(), from, Math.min(FEW, to - from));
            picture = wide.isPresent() ? picture.with(point.table(), from, wide.get()) : narrow(picture, point, words);
        }
        return picture;
    }

    /** A point read by itself, with nothing around it. */
    RegisterPicture alone(RegisterPicture picture, Point point) {
        return words(point.table(), point.address(), point.encoding().type().words())
                .map(read -> picture.withAlone(point, read))
                .orElse(picture);
    }

    private RegisterPicture narrow(RegisterPicture picture, Point point, int words) {
        return words(point.table(), point.address(), words)
                .map(read -> picture.with(point.table(), point.address(), read))
                .orElse(picture);
    }

    /** Whether the unit answers at all, with registers or a refusal of its own; otherwise why not. */
    Presence presence() {
        List<String> reasons = new ArrayList<>();
        for (RegisterTable table : RegisterTable.values()) {
            Answer answer = read(table, 0, 1);
            if (answer instanceof Answer.Words words) {
                return new Presence(
                        true,
                        first(table) + " = 0x" + "%04X".formatted(words.words().get(0)));
            }
            if (answer instanceof Answer.Refused refused && refused.code() != 10 && refused.code() != 11) {
                return new Presence(true, "exception %02X at %s".formatted(refused.code(), first(table)));
            }
            trouble(answer).ifPresent(reasons::add);
            if (answer instanceof Answer.Failed) {
                break;
            }
        }
        return new Presence(false, String.join("; ", reasons));
    }

    private static String first(RegisterTable table) {
        return table.name().toLowerCase(Locale.ROOT) + " " + RegisterAddress.counted(0);
    }

    /**
     * Whether somebody is there.
     *
     * @param seen what showed it, or why there was nothing
     */
    record Presence(boolean there, String seen) {}
}
