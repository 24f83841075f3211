package org.wolfgate.demo;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is pulled out in the demo for a while.
 *
 * @param node whose meter or plant; of no use for broker and agent
 * @param from after the start of the day
 */
record Pull(What what, String node, Duration from, Duration length) {

    private static final Pattern FORM =
            Pattern.compile("(broker|meter|plant|agent)(?::([a-z]+))?(?:@(\\d{1,6}s))?(?:\\+(\\d{1,6}s))?");
    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** What can be pulled. */
    enum What {
        /** The agent's cable to the broker: the ISO goes on, and the agent does not hear it. */
        BROKER,
        /** A node's meter falls silent. */
        METER,
        /** A node's plant falls silent, and keeps its set-point. */
        PLANT,
        /** The agent's process is killed and kept from starting. */
        AGENT
    }

    /**
     * One pull as written on the command line, such as {@code meter:solar@5s+20s}.
     *
     * @param nodes the nodes there are; the first one is meant if none is named
     * @param place the how manieth it is; without a time each waits for those before it
     * @throws IllegalArgumentException if it is none
     */
    static Pull parse(String text, List<String> nodes, int place) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' cannot be pulled: write broker, meter, plant or agent, or meter:solar@5s+20s");
        }
        String node = form.group(2) == null ? nodes.get(0) : form.group(2);
        if (!nodes.contains(node)) {
            throw new IllegalArgumentException("no node '" + node + "' to pull at; there are " + nodes);
        }
        Duration turn = PAUSE.plus(LENGTH.plus(PAUSE).multipliedBy(place));
        return new Pull(
                What.valueOf(form.group(1).toUpperCase(java.util.Locale.ROOT)),
                node,
                seconds(form.group(3), turn),
                seconds(form.group(4), LENGTH));
    }

    /** Whether it is out. */
    boolean out(Duration elapsed) {
        return elapsed.compareTo(from) >= 0 && elapsed.compareTo(from.plus(length)) < 0;
    }

    /** For people. */
    String words() {
        return switch (what) {
            case BROKER -> "the agent's cable to the broker";
            case METER -> "the meter of " + node;
            case PLANT -> "the plant of " + node;
            case AGENT -> "the agent's process";
        };
    }

    private static Duration seconds(String text, Duration otherwise) {
        return text == null ? otherwise : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
