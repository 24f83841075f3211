package org.wolfgate.lines;

import java.time.Duration;

/** RTU over a pair of serial ports. */
class RtuOverSerialTest extends RtuContract {

    @Override
    Place place(RudeDevice device) {
        return new SerialPlace(device);
    }

    @Override
    int fuzzCases() {
        return super.fuzzCases() / 5;
    }

    /** Nobody can hang up on a serial line: each cut answer is waited for. */
    @Override
    Duration fuzzDeadline() {
        return Duration.ofMillis(100);
    }
}
