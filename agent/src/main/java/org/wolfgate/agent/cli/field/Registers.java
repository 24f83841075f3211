package org.wolfgate.agent.cli.field;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.agent.bringup.RegisterOrder;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.WordOrder;

/** Numbers in registers, in any of the four orders, with three decimals. */
final class Registers {

    private static final BigDecimal THOUSAND = new BigDecimal(1_000);

    private Registers() {}

    /** Such as {@code 0x4270 0x0000}. */
    static String hex(List<Integer> words) {
        return words.stream().map(word -> "0x%04X".formatted(word)).collect(Collectors.joining(" "));
    }

    /** The number, or why it is none. */
    static String show(NumberType type, RegisterOrder order, List<Integer> words) {
        List<Integer> turned = order.toBigEndian(words);
        Reading<Long> fine = encoding(type, THOUSAND).decode(turned);
        Optional<String> shown = fine.value()
                .map(value -> BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString())
                .or(() -> encoding(type, BigDecimal.ONE).decode(turned).value().map(String::valueOf));
        return shown.orElse(fine.reason());
    }

    /**
     * The registers that hold a number, in the order of the wire.
     *
     * @throws IllegalArgumentException if it does not fit the type
     */
    static List<Integer> words(NumberType type, RegisterOrder order, String number) {
        try {
            long small = new BigDecimal(number.strip())
                    .multiply(THOUSAND)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
            return encoding(type, THOUSAND)
                    .encodeDown(small)
                    .map(order::toBigEndian)
                    .orElseThrow(() -> new ArithmeticException("does not fit"));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + number + "' does not fit " + type.name().toLowerCase(java.util.Locale.ROOT)
                            + " with at most three decimals; check value and type",
                    e);
        }
    }

    private static Encoding encoding(NumberType type, BigDecimal factor) {
        return new Encoding(type, WordOrder.BE, factor, List.of());
    }
}
