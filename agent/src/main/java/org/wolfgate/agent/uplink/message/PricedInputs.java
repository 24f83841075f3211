package org.wolfgate.agent.uplink.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import org.wolfgate.agent.pricing.GateTerm;

/**
 * What the deviation amount of a statement record follows from, and nothing else, read in one pass over its bytes into
 * the same place again and again: many times quicker than {@link StatementReader} and enough for pricing months anew. Not
 * for sharing between threads.
 */
public final class PricedInputs {

    /** Stands for an energy or an area control error that is not known. */
    public static final long NONE = Long.MIN_VALUE;

    private static final byte[] NODE = name("node");
    private static final byte[] START = name("start");
    private static final byte[] VERSION = name("version");
    private static final byte[] QUALITY = name("quality");
    private static final byte[] METERED = name("metered_wh");
    private static final byte[] OFFSET = name("offset_wh");
    private static final byte[] ALLOWED = name("allowed_wh");
    private static final byte[] FREQUENCY = name("frequency_mhz");
    private static final byte[] ACE = name("ace_w");
    private static final byte[] GATES = name("gates");
    private static final byte[] PRICE = name("price");
    private static final byte[] INCOMPLETE = name("INCOMPLETE");
    private static final byte[] MISSING = name("MISSING");

    private final JsonScan json = new JsonScan();
    private byte[] record = new byte[0];
    private byte[] nodeBytes = new byte[0];
    private String node = "";
    private long start;
    private long version;
    private long metered;
    private long offset;
    private long allowed;
    private long frequency;
    private long ace;
    private List<GateTerm> gates = List.of();

    /**
     * Takes the next record. The inputs of an amount stand before its price in records of every version, so the rest is
     * not looked at.
     *
     * @throws MessageException if it is no statement record
     */
    public void read(byte[] body) throws MessageException {
        record = body;
        metered = NONE;
        offset = NONE;
        allowed = NONE;
        frequency = NONE;
        ace = NONE;
        gates = List.of();
        version = 0;
        boolean complete = false;
        json.begin(body);
        while (json.next() && !json.named(PRICE)) {
            if (json.named(QUALITY)) {
                complete = !isText(INCOMPLETE) && !isText(MISSING);
                json.skip();
            } else {
                field();
            }
        }
        if (version == 0) {
            throw new MessageException("field 'version' is missing");
        }
        metered = complete ? metered : NONE;
    }

    private void field() throws MessageException {
        if (json.named(NODE)) {
            readNode();
        } else if (json.named(START)) {
            readStart();
        } else if (json.named(VERSION)) {
            version = json.whole();
        } else if (json.named(METERED)) {
            metered = json.whole();
        } else if (json.named(OFFSET)) {
            offset = json.whole();
        } else if (json.named(ALLOWED)) {
            allowed = json.whole();
        } else if (json.named(FREQUENCY)) {
            frequency = json.whole();
        } else if (json.named(ACE)) {
            ace = json.whole();
        } else if (json.named(GATES)) {
            readGates();
        } else {
            json.skip();
        }
    }

    /** A new text only when it is another node than before. */
    private void readNode() throws MessageException {
        int from = json.textStart();
        json.skip();
        int to = json.position() - 1;
        if (!Arrays.equals(record, from, to, nodeBytes, 0, nodeBytes.length)) {
            nodeBytes = Arrays.copyOfRange(record, from, to);
            node = new String(nodeBytes, UTF_8);
        }
    }

    /** Lines of nodes that load a flowgate are the fewer ones; theirs may cost some objects. */
    private void readGates() throws MessageException {
        int from = json.position();
        json.skip();
        String list = new String(record, from, json.position() - from, UTF_8);
        gates = GateBody.read(new Fields(Json.read(("{\"gates\":" + list + "}").getBytes(UTF_8))));
    }

    private void readStart() throws MessageException {
        int from = json.textStart();
        json.skip();
        int to = json.position() - 1;
        try {
            start = SecondText.parse(record, from, to);
        } catch (DateTimeException e) {
            throw new MessageException("field 'start' is no time: " + new String(record, from, to - from, UTF_8));
        }
    }

    private boolean isText(byte[] expected) throws MessageException {
        int from = json.textStart();
        int to = from + expected.length;
        return to < record.length && record[to] == '"' && Arrays.equals(record, from, to, expected, 0, expected.length);
    }

    public String node() {
        return node;
    }

    /** Start of the interval in epoch seconds. */
    public long start() {
        return start;
    }

    /** Of the line; a higher one takes the place of a lower one. */
    public long version() {
        return version;
    }

    /** In Wh, or {@link #NONE} unless the energy of the whole interval is known. */
    public long metered() {
        return metered;
    }

    /** In Wh, or {@link #NONE} if the schedule is not known. */
    public long offset() {
        return offset;
    }

    /** The most that the caps allowed in Wh, or {@link #NONE} without a cap. */
    public long allowed() {
        return allowed;
    }

    /** In mHz, or {@link #NONE}. */
    public long frequency() {
        return frequency;
    }

    /** Area control error in W, or {@link #NONE}. */
    public long ace() {
        return ace;
    }

    /** The flowgates in the price, with their loadings; none where no flowgate enters it. */
    public List<GateTerm> gates() {
        return gates;
    }

    private static byte[] name(String text) {
        return text.getBytes(UTF_8);
    }
}
