package org.wolfgate.agent.cli.field;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.bringup.SiteFileText;

/**
 * A relay contact as the technician describes it.
 *
 * @param name as on the terminal plan
 * @param limit share of the rating while it speaks, such as {@code 60 %}
 * @param output its keys in a configuration file
 * @param feedback the keys of its feedback contact, where one is wired
 */
record RelayContact(String name, String limit, Map<String, String> output, Optional<Map<String, String>> feedback) {

    /**
     * Asks for everything that must be decided about it. What has no safe default is asked until it is answered.
     *
     * @param bank the contacts known so far
     */
    static RelayContact ask(Questions questions, String name, RelayDraft bank) {
        String limit = questions.parsed(
                "    the plant may inject while it speaks, in % of its rating", "", RelayContact::share);
        Map<String, String> output = new LinkedHashMap<>();
        output.put("line", questions.parsed("    its GPIO line (BCM number)", "", bank::freeLine));
        output.put(
                "active",
                questions.parsed(
                        "    its coil is energised by a level that is low or high", "low", RelayContact::level));
        output.put(
                "energise-to",
                word(questions, "energised, it makes the plant curtail or release", "", "curtail", "release"));
        output.put(
                "at-start",
                word(
                        questions,
                        "when the agent starts: energised, de-energised or wait",
                        "wait",
                        "energised",
                        "de-energised",
                        "wait"));
        output.put(
                "at-stop",
                word(
                        questions,
                        "when the agent has stopped: energised, de-energised or keep",
                        "",
                        "energised",
                        "de-energised",
                        "keep"));
        return new RelayContact(name, limit, output, feedback(questions, output.get("line"), bank));
    }

    private static Optional<Map<String, String>> feedback(Questions questions, String taken, RelayDraft bank) {
        String line = questions.parsed("    GPIO line of its feedback contact (Enter: none is wired)", "", text -> {
            if (text.equals(taken)) {
                throw new IllegalArgumentException("line " + text + " is the output's own");
            }
            return text.isEmpty() ? text : bank.freeLine(text);
        });
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("line", line);
        keys.put(
                "active",
                questions.parsed("    closed, the feedback pulls its line low or high", "low", RelayContact::level));
        return Optional.of(keys);
    }

    private static String word(Questions questions, String question, String fallback, String... words) {
        return questions.parsed("    " + question, fallback, text -> {
            if (!java.util.List.of(words).contains(text)) {
                throw new IllegalArgumentException("'" + text + "': write " + String.join(" or ", words));
            }
            return text;
        });
    }

    private static String level(String text) {
        if (!text.equals("low") && !text.equals("high")) {
            throw new IllegalArgumentException("'" + text + "': write low or high");
        }
        return text;
    }

    private static String share(String text) {
        String number = text.replace("%", "").strip();
        if (!number.matches("\\d{1,3}(\\.\\d{1,2})?") || new BigDecimal(number).compareTo(new BigDecimal(100)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is no share: write it like 60");
        }
        return number + " %";
    }

    /** The name of its feedback contact in a configuration file. */
    String feedbackName() {
        return "at-" + name;
    }

    /** Its step in a configuration file. */
    String step() {
        return "{limit: " + limit
                + feedback.map(any -> ", feedback: " + feedbackName()).orElse("") + "}";
    }

    /** What is recorded about it for the report. */
    String evidence() {
        return "contact " + name + ": " + limit + "; " + SiteFileText.keys(output) + "; feedback "
                + feedback.map(SiteFileText::keys).orElse("not wired");
    }
}
