package org.wolfgate.agent.bringup;

import java.util.List;
import java.util.stream.Stream;

/**
 * Settings of a serial line.
 *
 * @param baud bits per second
 * @param parity N, E or O
 * @param stopBits 1 or 2
 */
public record SerialGuess(int baud, char parity, int stopBits) {

    private static final List<String> FORMATS = List.of("8N1", "8E1", "8N2", "8O1");
    private static final List<Integer> RATES = List.of(9_600, 19_200, 38_400, 57_600, 115_200, 4_800, 2_400);

    /**
     * What to try, most common in the field first: 9600 8N1, then 19200 8E1 as the standard says, then the rest.
     */
    public static List<SerialGuess> inOrder() {
        Stream<SerialGuess> common =
                Stream.of(parse("9600:8N1"), parse("19200:8E1"), parse("9600:8E1"), parse("19200:8N1"));
        Stream<SerialGuess> all =
                RATES.stream().flatMap(rate -> FORMATS.stream().map(format -> parse(rate + ":" + format)));
        return Stream.concat(common, all).distinct().toList();
    }

    /**
     * From {@code 9600:8N1}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static SerialGuess parse(String text) {
        if (!text.matches("[1-9][0-9]{2,6}:8[NEO][12]")) {
            throw new IllegalArgumentException("'" + text + "' are no serial settings: write them like 9600:8N1");
        }
        int colon = text.indexOf(':');
        return new SerialGuess(
                Integer.parseInt(text.substring(0, colon)), text.charAt(colon + 2), text.charAt(colon + 3) - '0');
    }

    /** Such as {@code 9600:8N1}. */
    @Override
    public String toString() {
        return baud + ":8" + parity + stopBits;
    }
}
