package org.wolfgate.agent.cli.field;

import java.math.BigDecimal;
import java.net.URI;
import org.wolfgate.drivers.ActivePower;

/** Answers of a technician, checked as the configuration file will be. */
final class Words {

    private Words() {}

    static String name(String text) {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no name: use lower-case letters, digits and '-', at most 41 characters");
        }
        return text;
    }

    static String nameOrNone(String text) {
        return text.equals("-") ? text : name(text);
    }

    /** A name that no device has yet. */
    static String freeName(Questions questions, String question, String fallback, SiteDraft draft) {
        return questions.parsed(question, fallback, text -> {
            if (draft.taken(name(text))) {
                throw new IllegalArgumentException("'" + text + "' is taken");
            }
            return text;
        });
    }

    static ActivePower rating(String text) {
        ActivePower rating = ActivePower.parse(text);
        if (rating.watts() <= 0) {
            throw new IllegalArgumentException("a rating is above zero: write it like 60 MW or 250 kW");
        }
        return rating;
    }

    static String percent(String text) {
        String number = text.replace("%", "").strip();
        if (!number.matches("\\d{1,2}(\\.\\d{1,4})?") || new BigDecimal(number).signum() == 0) {
            throw new IllegalArgumentException("'" + text + "' is no accuracy class: write it like 0.5 %");
        }
        return number + " %";
    }

    /** 50 or 60 Hz. */
    static String nominal(String text) {
        String number = text.replace("Hz", "").strip();
        if (!number.equals("50") && !number.equals("60")) {
            throw new IllegalArgumentException("'" + text + "' is neither 50 nor 60");
        }
        return number + " Hz";
    }

    static String broker(String text) {
        URI uri = URI.create(text.strip());
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException("'" + text + "' is no broker address: write tcp://host:port");
        }
        return text.strip();
    }

    /** A number with at most three decimals, in thousandths. */
    static long milli(String text) {
        try {
            return new BigDecimal(text.strip()).movePointRight(3).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number like 12.5", e);
        }
    }
}
