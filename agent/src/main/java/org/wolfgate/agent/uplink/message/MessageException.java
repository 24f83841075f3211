package org.wolfgate.agent.uplink.message;

/** A message that cannot be read; the text says which field, what was seen and what is expected. */
public final class MessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    MessageException(String text) {
        super(text);
        this.text = text;
    }

    /** The message, one line. */
    public String text() {
        return text;
    }
}
