package org.wolfgate.agent.uplink.message;

import org.wolfgate.agent.uplink.SequenceRange;

/** The ISO asks for records once more: {@code wolfgate/resend/1}. */
public final class ResendMessages {

    private static final String SCHEMA = "wolfgate/resend/1";
    private static final long MOST = 1_000_000;

    private ResendMessages() {}

    /**
     * Reads a request.
     *
     * @throws MessageException if it cannot be read, or asks for more than a million records
     */
    public static SequenceRange read(byte[] payload) throws MessageException {
        Fields fields = new Fields(Json.read(payload));
        fields.schema(SCHEMA);
        long first = fields.whole("first");
        long last = fields.whole("last");
        fields.rejectUnknown();
        if (first < 1 || last < first || last - first >= MOST) {
            throw new MessageException(
                    "asks for records " + first + " to " + last + "; from 1 upwards, at most " + MOST);
        }
        return new SequenceRange(first, last);
    }

    /** The request as the ISO sends it. */
    public static byte[] write(SequenceRange range) {
        return Json.bytes(
                Json.object().put("schema", SCHEMA).put("first", range.first()).put("last", range.last()));
    }
}
