package org.wolfgate.agent.uplink.sparkplug;

import java.util.List;
import java.util.stream.Stream;

/** Every metric of each kind of device; a birth names all of them, also those that say nothing yet. */
final class Points {

    static final String POWER = "Power";
    static final String FREQUENCY = "Frequency";
    static final String EXPORTED = "Energy/Exported";
    static final String IMPORTED = "Energy/Imported";
    static final String SCHEDULED = "Scheduled";
    static final String CAP = "Cap/Limit";
    static final String CAP_WHY = "Cap/Why";
    static final String CAP_ORDER = "Cap/Order";
    static final String CAP_STATE = "Cap/Order State";
    static final String CAP_UNTIL = "Cap/Until";
    static final String FAIL_SAFE = "Cap/Fail-safe";
    static final String PRICE = "Money/Deviation Price";
    static final String DEVIATION = "Money/Settled Deviation";
    static final String COMPENSATION = "Money/Settled Compensation";
    static final String INTERVAL_START = "Interval/Start";
    static final String INTERVAL_ENERGY = "Interval/Net Energy";
    static final String INTERVAL_QUALITY = "Interval/Quality";
    static final String INTERVAL_VERSION = "Interval/Version";
    static final String BOOT = "Agent/Boot";
    static final String TIME_QUALITY = "Agent/Time Quality";
    static final String LAST_RECORD = "Agent/Last Record";
    static final String WAITING = "Agent/Records Waiting";
    static final String STORAGE = "Agent/Storage Room";

    /** What a meter measures. */
    static final List<Point> METER = List.of(
            Point.number(POWER, "W"),
            Point.number(FREQUENCY, "mHz"),
            Point.number(EXPORTED, "Wh"),
            Point.number(IMPORTED, "Wh"));

    /** An injection node: its meter, its cap, its money, its last settlement interval. */
    static final List<Point> NODE = Stream.concat(
                    METER.stream(),
                    Stream.of(
                            Point.number(SCHEDULED, "W"),
                            Point.number(CAP, "W"),
                            Point.text(CAP_WHY),
                            Point.text(CAP_ORDER),
                            Point.text(CAP_STATE),
                            Point.moment(CAP_UNTIL),
                            Point.text(FAIL_SAFE),
                            Point.number(PRICE, "0.01/MWh"),
                            Point.number(DEVIATION, "0.000001"),
                            Point.number(COMPENSATION, "0.000001"),
                            Point.moment(INTERVAL_START),
                            Point.number(INTERVAL_ENERGY, "Wh"),
                            Point.text(INTERVAL_QUALITY),
                            Point.number(INTERVAL_VERSION, "")))
            .toList();

    /** The agent itself. */
    static final List<Point> AGENT = List.of(
            Point.text(BOOT),
            Point.text(TIME_QUALITY),
            Point.number(LAST_RECORD, ""),
            Point.number(WAITING, ""),
            Point.text(STORAGE));

    private Points() {}
}
