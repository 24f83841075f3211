package org.wolfgate.agent.metering;

/**
 * Power at a moment.
 *
 * @param atMillis epoch milliseconds
 * @param watts positive is injection
 */
public record PowerSample(long atMillis, long watts) {}
