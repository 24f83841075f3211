package org.wolfgate.agent.cli.field;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit to bring up.
 *
 * @param address of its line, as typed
 */
record Target(String address, int unit) {

    private static final Pattern FORM = Pattern.compile("(.+?)(?:@(\\d{1,3}))?");

    /**
     * From {@code tcp:192.0.2.7:502@3}; unit 1 if none is given.
     *
     * @throws IllegalArgumentException if the unit is none
     */
    static Target parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no device: write LINE@UNIT, such as tcp:192.0.2.7@3");
        }
        int unit = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        if (unit > 255) {
            throw new IllegalArgumentException("'" + text + "': a unit is 0 to 255");
        }
        return new Target(matcher.group(1), unit);
    }

    @Override
    public String toString() {
        return address + (RelayInterview.isMeant(this) ? "" : " unit " + unit);
    }
}
