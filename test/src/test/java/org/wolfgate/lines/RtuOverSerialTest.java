package org.wolfgate.lines;

/** RTU over a pair of serial ports. */
class RtuOverSerialTest extends RtuContract {

    @Override
    Place place(RudeDevice device) {
        return new SerialPlace(device);
    }
}
