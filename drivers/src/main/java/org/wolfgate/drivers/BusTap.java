package org.wolfgate.drivers;

/** Hears every exchange on a line, on the line's own thread: it must return at once and keep what it wants as it is. */
@FunctionalInterface
public interface BusTap {

    /**
     * An exchange is over. The bytes are unit, function code and data as on the wire, without what a transport puts around
     * them.
     *
     * @param answered empty if no answer was believed
     * @param failure why none was, else empty
     */
    void exchanged(byte[] asked, byte[] answered, String failure);
}
