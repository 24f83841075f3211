package org.wolfgate.agent.bringup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.WordOrder;
import org.wolfgate.drivers.profile.Expected;

/**
 * Finds the makes of meter whose registers make sense. Frequency decides, since it is the one quantity known before it is
 * measured; voltages, power and counters confirm. Word order and an address off by one are found by trying them
 * (OpenEMS/openems#86, arendst/Tasmota#17467).
 */
public final class Identifier {

    /** Shift by one register either way: manuals count from 0 or from 1. */
    public static final int MOST_SHIFT = 1;

    private static final long LEAST_VOLTAGE = 30_000;
    private static final long MOST_VOLTAGE = 500_000_000;
    private static final long MOST_POWER = 10_000_000_000L;
    private static final int FREQUENCY_WEIGHT = 45;
    private static final int VOLTAGE_WEIGHT = 25;
    private static final int POWER_WEIGHT = 10;
    private static final int ENERGY_WEIGHT = 10;
    private static final int PROFILED_WEIGHT = 10;

    /** Numbers that make sense do not prove a make; a register that names it does. */
    private static final int MOST_WITHOUT_IDENTITY = 95;

    private static final int CERTAIN = 100;
    private static final int OTHER_MAKE = 60;

    /** An address off by one is the commoner mistake: word order is a property of the make. */
    private static final int OWN_ORDER_WEIGHT = 3;

    private static final int OWN_ADDRESS_WEIGHT = 1;
    private static final int FINE_WEIGHT = 4;
    private static final int CLOSE = 3;

    private Identifier() {}

    /** The candidates, most likely first; empty if nothing makes sense. */
    public static List<Candidate> candidates(List<Clue> clues, RegisterPicture picture) {
        return clues.stream()
                .flatMap(clue -> best(clue, picture).stream())
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::profile))
                .toList();
    }

    /** Each make once, in its most likely form; a form nearly as likely is named with it. */
    private static Optional<Candidate> best(Clue clue, RegisterPicture picture) {
        List<Candidate> forms = Stream.of(0, -1, 1)
                .flatMap(
                        shift -> Stream.of(RegisterOrder.values()).map(order -> new Trial(clue, picture, shift, order)))
                .flatMap(trial -> trial.candidate().stream())
                .sorted(Comparator.comparingInt(Candidate::score).reversed())
                .toList();
        return forms.stream()
                .findFirst()
                .map(best -> forms.stream()
                        .skip(1)
                        .filter(other -> !best.asProfiled() && best.score() - other.score() <= CLOSE)
                        .findFirst()
                        .map(best::orElse)
                        .orElse(best));
    }

    /** One make tried with one shift and one order. */
    private record Trial(Clue clue, RegisterPicture picture, int shift, RegisterOrder order) {

        Optional<Candidate> candidate() {
            List<String> why = new ArrayList<>();
            boolean anchored = clue.frequency()
                    .map(point -> frequency(point, why))
                    .orElseGet(() -> !clue.voltages().isEmpty() && voltages(why) > 0);
            if (!anchored) {
                return Optional.empty();
            }
            int score = (clue.frequency().isPresent() ? FREQUENCY_WEIGHT + voltages(why) : VOLTAGE_WEIGHT)
                    + power(why)
                    + energies(why)
                    + (asProfiled() ? PROFILED_WEIGHT : corrected());
            int judged = identity(Math.min(MOST_WITHOUT_IDENTITY, score), why);
            return judged <= 0
                    ? Optional.empty()
                    : Optional.of(new Candidate(clue.profile(), clue.make(), shift, order, asProfiled(), judged, why));
        }

        /** Where the profile has it: only a device that keeps to its manual is certain. */
        private int identity(int score, List<String> why) {
            Optional<Expected> register = clue.identity();
            Optional<Long> seen = register.map(Expected::point)
                    .flatMap(point -> picture.alone(point)
                            .flatMap(words -> point.encoding().decode(words).value()));
            if (register.isEmpty() || seen.isEmpty()) {
                return score;
            }
            Point point = register.get().point();
            boolean own = register.get().values().contains(seen.get());
            String shown =
                    "identity " + new RegisterAddress(point.address(), point.documentOffset()) + " = " + seen.get();
            why.add(
                    own
                            ? shown
                            : "against: " + shown + ", not one of "
                                    + register.get().values());
            return !own ? score - OTHER_MAKE : asProfiled() ? CERTAIN : score;
        }

        /**
         * How likely a correction is. A measured number has digits in its low word; a low word of zero is a filler beside
         * the number.
         */
        private int corrected() {
            boolean fine = clue.frequency()
                    .flatMap(this::words)
                    .filter(words -> words.get(words.size() - 1) != 0)
                    .isPresent();
            return (order == profiled() ? OWN_ORDER_WEIGHT : 0)
                    + (shift == 0 ? OWN_ADDRESS_WEIGHT : 0)
                    + (fine ? FINE_WEIGHT : 0);
        }

        private boolean asProfiled() {
            return shift == 0 && order == profiled();
        }

        /** Numbers of one register show no word order; the first longer one does. */
        private RegisterOrder profiled() {
            WordOrder profiled = clue.points().stream()
                    .filter(point -> point.encoding().type().words() > 1)
                    .findFirst()
                    .map(point -> point.encoding().order())
                    .orElse(WordOrder.BE);
            return RegisterOrder.of(profiled);
        }

        private boolean frequency(Point point, List<String> why) {
            Optional<Long> millihertz = value(point);
            boolean credible = millihertz
                    .filter(value -> near(value, 50_000) || near(value, 60_000))
                    .isPresent();
            if (credible) {
                why.add("frequency " + at(point) + " = " + show(millihertz.orElseThrow(), 3) + " Hz");
            }
            return credible;
        }

        private static boolean near(long value, long nominal) {
            return Math.abs(value - nominal) <= 3_000;
        }

        private int voltages(List<String> why) {
            if (clue.voltages().isEmpty()) {
                return 0;
            }
            List<Long> values = clue.voltages().stream()
                    .flatMap(point -> value(point).stream())
                    .toList();
            String shown = String.join(
                    " ", values.stream().map(value -> show(value, 1)).toList());
            boolean live = values.stream().anyMatch(value -> value >= LEAST_VOLTAGE && value <= MOST_VOLTAGE);
            boolean sane = values.size() == clue.voltages().size()
                    && values.stream().allMatch(value -> value >= 0 && value <= MOST_VOLTAGE);
            why.add((live && sane ? "" : "against: ") + "voltages "
                    + at(clue.voltages().get(0)) + " = " + (values.isEmpty() ? "not readable" : shown + " V"));
            return live && sane ? VOLTAGE_WEIGHT : -VOLTAGE_WEIGHT;
        }

        private int power(List<String> why) {
            Optional<Long> watts = value(clue.power());
            boolean sane = watts.filter(value -> Math.abs(value) <= MOST_POWER).isPresent();
            why.add((sane ? "" : "against: ") + "power " + at(clue.power()) + " = "
                    + watts.map(Text::watts).orElse("not readable"));
            return sane ? POWER_WEIGHT : -POWER_WEIGHT;
        }

        private int energies(List<String> why) {
            long sane = clue.energies().stream()
                    .filter(point -> value(point).filter(value -> value >= 0).isPresent())
                    .count();
            if (sane < clue.energies().size()) {
                why.add("against: " + (clue.energies().size() - sane) + " energy counters are not readable");
            }
            return clue.energies().isEmpty()
                    ? 0
                    : (int) (ENERGY_WEIGHT * sane / clue.energies().size());
        }

        private Optional<Long> value(Point point) {
            Encoding own = point.encoding();
            Encoding plain = new Encoding(own.type(), WordOrder.BE, own.factor(), own.unavailable());
            return words(point).map(plain::decode).flatMap(Reading::value);
        }

        /** The words of a point, most significant first. */
        private Optional<List<Integer>> words(Point point) {
            int count = point.encoding().type().words();
            return picture.words(point.table(), point.address() + shift, count).map(order::toBigEndian);
        }

        private String at(Point point) {
            return new RegisterAddress(point.address() + shift, point.documentOffset()).toString();
        }

        private static String show(long thousandths, int digits) {
            return BigDecimal.valueOf(thousandths, 3)
                    .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
