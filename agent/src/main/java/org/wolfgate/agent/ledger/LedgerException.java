package org.wolfgate.agent.ledger;

/** The ledger could not do what it was asked; the message is one line for the technician. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
