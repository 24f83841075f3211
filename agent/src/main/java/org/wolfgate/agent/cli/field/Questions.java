package org.wolfgate.agent.cli.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.Function;

/** Asks the person at the cabinet. Without an answer, or at the end of the input, the default counts. */
final class Questions {

    private static final int PATIENCE = 5;

    private final BufferedReader answers;
    private final PrintWriter out;
    private final boolean defaultsOnly;

    /**
     * Questions on the terminal.
     *
     * @param defaultsOnly whether nobody is asked, and every default counts
     */
    static Questions onTerminal(PrintWriter out, boolean defaultsOnly) {
        return new Questions(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out, defaultsOnly);
    }

    Questions(BufferedReader answers, PrintWriter out, boolean defaultsOnly) {
        this.answers = answers;
        this.out = out;
        this.defaultsOnly = defaultsOnly;
    }

    /** One line of text. */
    String text(String question, String fallback) {
        out.print(question + (fallback.isEmpty() ? "" : " [" + fallback + "]") + ": ");
        out.flush();
        String answer = defaultsOnly ? "" : line();
        if (defaultsOnly) {
            out.println(fallback);
        }
        return answer.isBlank() ? fallback : answer.strip();
    }

    /** Until the parser takes the answer; it says why not. The default is not asked about again. */
    <T> T parsed(String question, String fallback, Function<String, T> parser) {
        IllegalArgumentException last = new IllegalArgumentException("no answer");
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try {
                return parser.apply(text(question, fallback));
            } catch (IllegalArgumentException e) {
                out.println("  " + e.getMessage());
                last = e;
            }
        }
        throw new IllegalArgumentException(question + ": " + last.getMessage(), last);
    }

    /** Yes or no. What moves equipment has 'no' as its default. */
    boolean yes(String question, boolean fallback) {
        String answer = text(question + (fallback ? " (Y/n)" : " (y/N)"), "").toLowerCase(Locale.ROOT);
        return answer.isEmpty() ? fallback : answer.startsWith("y");
    }

    private String line() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new IllegalArgumentException("the answers cannot be read: " + e.getMessage(), e);
        }
    }
}
