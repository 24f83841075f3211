package org.wolfgate.agent.dispatch;

/** There is no dispatch to publish: the problem has none, or the one found failed its certificate. */
public final class DispatchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DispatchFailure(String message) {
        super(message);
    }
}
