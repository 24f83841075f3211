package org.wolfgate.agent.flight;

/**
 * How much the recorder may use of the storage.
 *
 * @param size of the ring on disk, bytes
 * @param bytesPerDay how much it may write in a day, bytes; a card wears out by what is written
 */
public record FlightSettings(long size, long bytesPerDay) {

    private static final long MEGABYTE = 1_000_000;

    /** 64 MB on disk, 25 MB a day, which is 9 GB a year. */
    public static final FlightSettings USUAL = new FlightSettings(64 * MEGABYTE, 25 * MEGABYTE);

    /** The smallest ring worth having. */
    public static final long LEAST = MEGABYTE;
}
