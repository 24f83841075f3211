package org.wolfgate.agent.uplink.sparkplug;

/** The data types in use, with their numbers (Sparkplug 3.0, section 6.4.16). */
enum DataType {
    INT32(3),
    INT64(4),
    BOOLEAN(11),
    STRING(12),
    DATETIME(13);

    private final int code;

    DataType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
