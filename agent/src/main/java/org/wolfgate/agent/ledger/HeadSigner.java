package org.wolfgate.agent.ledger;

/** Signs the head of the chain, so that whoever holds the file cannot rewrite it unseen. */
@FunctionalInterface
public interface HeadSigner {

    /**
     * Signs; may take some milliseconds.
     *
     * @param payload JSON with {@code seq} and {@code hash} of the record that was the last
     * @return the signature as compact JWS, which holds the payload
     */
    String sign(byte[] payload);
}
