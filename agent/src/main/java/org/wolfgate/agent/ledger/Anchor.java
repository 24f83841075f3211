package org.wolfgate.agent.ledger;

/**
 * Where the chain in the file begins: after the records that have left.
 *
 * @param seq number of the last record that has left; 0 if none has
 * @param hash its hash, or that of the start
 */
record Anchor(long seq, String hash) {

    static final Anchor START = new Anchor(0, Chain.START);
}
