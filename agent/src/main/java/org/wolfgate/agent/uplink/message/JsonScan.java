package org.wolfgate.agent.uplink.message;

import java.util.Arrays;

/**
 * Walks over the members of a JSON object in UTF-8 without making objects of them, for passes over millions of records.
 * What was stored by a ledger is valid JSON, which the ledger itself checks; what does not look like it ends the walk.
 */
final class JsonScan {

    private byte[] text = new byte[0];
    private int at;
    private int keyStart;
    private int keyEnd;

    /** Begins at the first member of an object. */
    void begin(byte[] object) throws MessageException {
        text = object;
        at = 0;
        space();
        take('{');
    }

    /** Steps onto the next member's value; false after the last one. */
    boolean next() throws MessageException {
        space();
        if (peek() == ',') {
            at++;
            space();
        }
        if (peek() == '}') {
            return false;
        }
        take('"');
        keyStart = at;
        string();
        keyEnd = at - 1;
        space();
        take(':');
        space();
        return true;
    }

    boolean named(byte[] name) {
        return keyEnd - keyStart == name.length && Arrays.equals(text, keyStart, keyEnd, name, 0, name.length);
    }

    /** A whole number, and steps over it. */
    long whole() throws MessageException {
        boolean below = peek() == '-';
        at += below ? 1 : 0;
        int from = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - from < 18) {
            value = 10 * value + text[at++] - '0';
        }
        if (at == from || peek() == '.' || peek() == 'e' || peek() == 'E' || (peek() >= '0' && peek() <= '9')) {
            throw wrong("a whole number of at most 18 digits");
        }
        return below ? -value : value;
    }

    /** The first byte of a value. */
    int peek() throws MessageException {
        if (at >= text.length) {
            throw wrong("more");
        }
        return text[at];
    }

    /** Where a text begins, behind its quotation mark; {@link #skip} steps over it. */
    int textStart() throws MessageException {
        if (peek() != '"') {
            throw wrong("a text");
        }
        return at + 1;
    }

    /** Steps over a value of any kind. */
    void skip() throws MessageException {
        int depth = 0;
        do {
            int first = peek();
            at++;
            switch (first) {
                case '"' -> string();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    if (depth == 0) {
                        scalar();
                    }
                }
            }
        } while (depth > 0);
    }

    int position() {
        return at;
    }

    private void scalar() {
        while (at < text.length && text[at] != ',' && text[at] != '}' && text[at] != ']' && text[at] > ' ') {
            at++;
        }
    }

    /** To behind the closing quotation mark. */
    private void string() throws MessageException {
        byte[] all = text;
        int i = at;
        while (i < all.length && all[i] != '"') {
            i += all[i] == '\\' ? 2 : 1;
        }
        at = i + 1;
        if (i >= all.length) {
            throw wrong("the end of a text");
        }
    }

    private void space() {
        while (at < text.length && text[at] <= ' ') {
            at++;
        }
    }

    private void take(char expected) throws MessageException {
        if (peek() != expected) {
            throw wrong("'" + expected + "'");
        }
        at++;
    }

    private MessageException wrong(String expected) {
        return new MessageException("not readable as a record: at byte " + at + " there should be " + expected);
    }
}
