package org.wolfgate.agent.metering;

/**
 * Registers with the moment they were read.
 *
 * @param atMillis epoch milliseconds
 */
public record RegisterReading(long atMillis, Registers registers) {}
