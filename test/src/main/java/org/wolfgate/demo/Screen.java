package org.wolfgate.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Shows the demo: redrawn in place on a terminal, as plain lines anywhere else. */
final class Screen {

    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
    private static final int STORY_LINES = 14;
    private static final int SECONDS_BETWEEN_TABLES = 4;

    private final PrintStream out;
    private final boolean terminal;
    private final Deque<String> story = new ArrayDeque<>();
    private int turns;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Something happened. */
    synchronized void tell(String line) {
        String stamped =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().substring(11, 19) + "  " + line;
        if (terminal) {
            story.addLast(stamped);
            if (story.size() > STORY_LINES) {
                story.removeFirst();
            }
        } else {
            out.println(stamped);
        }
    }

    /** A second passed: the figures as they are now. */
    synchronized void show(String title, List<String> table, List<Heard.OrderLine> orders, List<String> below) {
        if (terminal) {
            redraw(title, table, orders, below);
        } else if (turns++ % SECONDS_BETWEEN_TABLES == 0) {
            table.forEach(out::println);
            below.forEach(out::println);
        }
    }

    private void redraw(String title, List<String> table, List<Heard.OrderLine> orders, List<String> below) {
        StringBuilder page = new StringBuilder(HOME_AND_CLEAR).append(title).append("\n\n");
        table.forEach(line -> page.append(line).append('\n'));
        page.append('\n').append(String.join("\n", below)).append("\n\norders\n");
        int first = Math.max(0, orders.size() - 6);
        orders.subList(first, orders.size())
                .forEach(order -> page.append("  ")
                        .append(order.order())
                        .append("  ")
                        .append(order.state())
                        .append("  verdict ")
                        .append(order.verdict())
                        .append('\n'));
        page.append('\n');
        story.forEach(line -> page.append(line).append('\n'));
        out.print(page);
        out.flush();
    }
}
