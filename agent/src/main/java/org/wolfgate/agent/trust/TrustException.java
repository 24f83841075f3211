package org.wolfgate.agent.trust;

/** A key file that cannot be used; the text says which file, what was seen and what to try. */
public final class TrustException extends Exception {

    private static final long serialVersionUID = 1L;

    TrustException(String text) {
        super(text);
    }

    TrustException(String text, Throwable cause) {
        super(text, cause);
    }

    /** The message, one line. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
