package org.wolfgate.agent.trust;

import java.nio.file.Path;

/**
 * Somebody whose messages are believed.
 *
 * @param name as its messages name it
 * @param keys file of its public keys; more than one while it changes from one to the next
 * @param rights what it may do
 */
public record Issuer(String name, Path keys, Rights rights) {}
