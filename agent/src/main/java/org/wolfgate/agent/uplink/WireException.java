package org.wolfgate.agent.uplink;

/** A connection is no good; the message is one line. */
final class WireException extends Exception {

    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
