package org.wolfgate.agent.cli.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Hosts, ports and unit ids as a technician writes them. */
final class ScanTargets {

    private static final int MOST_HOSTS = 4_096;
    private static final int LEAST_PREFIX = 20;
    private static final Pattern PLACE = Pattern.compile("(?:tcp:)?([^:]+)(?::([\\d,-]+))?");
    private static final Pattern NETWORK = Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+)/(\\d{1,2})");
    private static final Pattern RANGE = Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.)(\\d{1,3})-(\\d{1,3})");

    private ScanTargets() {}

    /** One place to knock at. */
    record Place(String host, int port) {

        String address() {
            return "tcp:" + host + ":" + port;
        }
    }

    /**
     * Places from {@code 192.0.2.7}, {@code 192.0.2.0/24}, {@code 192.0.2.10-20}, each with ports behind a colon.
     *
     * @throws IllegalArgumentException if the text has no such form, or names too many
     */
    static List<Place> places(String text) {
        Matcher matcher = PLACE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no place to scan: write 192.0.2.0/24, 192.0.2.10-20:502 or rtu:/dev/ttyUSB0");
        }
        List<Integer> ports = numbers(matcher.group(2) == null ? "502" : matcher.group(2), 1, 65_535);
        List<Place> places = new ArrayList<>();
        for (String host : hosts(matcher.group(1))) {
            ports.forEach(port -> places.add(new Place(host, port)));
        }
        if (places.size() > MOST_HOSTS) {
            throw new IllegalArgumentException(
                    text + " are " + places.size() + " places; scan at most " + MOST_HOSTS + " at once");
        }
        return places;
    }

    /**
     * Numbers from {@code 1-10,126,255}.
     *
     * @throws IllegalArgumentException if one is none, or outside the range
     */
    static List<Integer> numbers(String text, int least, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            int from = number(ends[0], least, most);
            int to = ends.length == 1 ? from : number(ends[ends.length - 1], least, most);
            if (ends.length > 2 || to < from) {
                throw new IllegalArgumentException("'" + part + "' is no range: write it like 1-10");
            }
            IntStream.rangeClosed(from, to).forEach(numbers::add);
        }
        return numbers;
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("'" + text + "' is no number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static List<String> hosts(String text) {
        Matcher network = NETWORK.matcher(text);
        if (network.matches()) {
            return network(number32(network.group(1)), number(network.group(2), LEAST_PREFIX, 32));
        }
        Matcher range = RANGE.matcher(text);
        return range.matches()
                ? numbers(range.group(2) + "-" + range.group(3), 0, 255).stream()
                        .map(last -> range.group(1) + last)
                        .toList()
                : List.of(text);
    }

    /** Every address of a network but its own and the broadcast address. */
    private static List<String> network(long inside, int prefix) {
        long size = 1L << (32 - prefix);
        long base = inside / size * size;
        long first = size > 2 ? base + 1 : base;
        long last = size > 2 ? base + size - 2 : base + size - 1;
        List<String> hosts = new ArrayList<>();
        for (long at = first; at <= last; at++) {
            hosts.add((at >> 24) + "." + (at >> 16 & 255) + "." + (at >> 8 & 255) + "." + (at & 255));
        }
        return hosts;
    }

    private static long number32(String dotted) {
        long all = 0;
        for (String part : dotted.split("\\.", -1)) {
            all = all << 8 | number(part, 0, 255);
        }
        return all;
    }
}
