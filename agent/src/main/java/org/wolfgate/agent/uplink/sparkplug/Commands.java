package org.wolfgate.agent.uplink.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** What a host commands. One command is obeyed: all that concerns plants comes signed, by another way. */
public final class Commands {

    private Commands() {}

    /** Whether the payload asks for everything anew; whatever else it says is passed over. */
    public static boolean asksForRebirth(byte[] payload) {
        try {
            return Payload.parseFrom(payload).getMetricsList().stream()
                    .anyMatch(metric -> metric.getName().equals(EdgeNode.REBIRTH) && metric.getBooleanValue());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }
}
