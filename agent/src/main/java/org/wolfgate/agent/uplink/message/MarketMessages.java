package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.Schedule;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * What the ISO publishes beside orders: schedules, insured tranches, spot prices, frequency, area control error,
 * loadings of flowgates, how far its orders go.
 */
public final class MarketMessages {

    static final String SCHEDULE = "wolfgate/schedule/1";
    static final String TRANCHES = "wolfgate/tranches/1";
    static final String SPOT = "wolfgate/spot/1";
    static final String FINAL_SPOT = "wolfgate/final-spot/1";
    static final String FREQUENCY = "wolfgate/frequency/1";
    static final String ACE = "wolfgate/ace/1";
    static final String LOADING = "wolfgate/loading/1";
    static final String STANDING = "wolfgate/standing/1";

    /** A day of 2-second blocks stays well below this. */
    static final int LONGEST = 4_194_304;

    private MarketMessages() {}

    /**
     * Reads a market message by its schema.
     *
     * @throws MessageException if it cannot be read; nothing changes then
     */
    public static Event read(byte[] payload) throws MessageException {
        if (payload.length > LONGEST) {
            throw new MessageException(payload.length + " bytes, at most " + LONGEST + " are read");
        }
        Fields fields = new Fields(Json.read(payload));
        String schema = fields.text("schema");
        Event event = switch (schema) {
            case SCHEDULE -> schedule(fields);
            case TRANCHES -> tranches(fields);
            case SPOT -> spot(fields);
            case FINAL_SPOT -> finalSpot(fields);
            case FREQUENCY -> frequency(fields);
            case ACE -> new Event.AceArrived(fields.instant("at"), fields.kilowatts("ace_kw"));
            case LOADING -> LoadingMessage.read(fields);
            case STANDING -> standing(fields);
            default -> throw new MessageException("unknown schema '" + schema + "'");
        };
        fields.rejectUnknown();
        return event;
    }

    /** The schedule of a node as the ISO sends it. */
    public static byte[] schedule(String node, String id, List<ScheduleBlock> schedule) {
        ObjectNode object =
                Json.object().put("schema", SCHEDULE).put("node", node).put("id", id);
        ArrayNode blocks = object.putArray("blocks");
        schedule.forEach(block -> blocks.addObject()
                .put("start", block.span().start().toString())
                .put("end", block.span().end().toString())
                .put("kw", block.power().watts() / 1000));
        return Json.bytes(object);
    }

    /** The insured tranches of a node as the ISO sends them. */
    public static byte[] tranches(String node, List<InsuredTranche> tranches) {
        ObjectNode object = Json.object().put("schema", TRANCHES).put("node", node);
        ArrayNode units = object.putArray("units");
        for (InsuredTranche tranche : tranches) {
            ObjectNode unit = units.addObject()
                    .put("unit", tranche.unit())
                    .put("kw", tranche.quantity().watts() / 1000);
            tranche.strike().ifPresent(strike -> unit.put("strike", strike.perMegawattHour()));
            tranche.premium().ifPresent(premium -> unit.put("premium", premium.perMegawattHour()));
            tranche.destination().ifPresent(zone -> unit.put("destination", zone));
        }
        return Json.bytes(object);
    }

    /** The spot prices of a zone as the ISO sends them. */
    public static byte[] spot(String zone, List<SpotBlock> prices) {
        return prices(Json.object().put("schema", SPOT).put("zone", zone), prices);
    }

    /**
     * The ISO's word that spot prices are final.
     *
     * @param revision 1 for the first word on them; higher for a correction
     */
    public static byte[] finalSpot(String zone, long revision, List<SpotBlock> prices) {
        return prices(Json.object().put("schema", FINAL_SPOT).put("zone", zone).put("revision", revision), prices);
    }

    private static byte[] prices(ObjectNode object, List<SpotBlock> prices) {
        ArrayNode blocks = object.putArray("blocks");
        prices.forEach(block -> blocks.addObject()
                .put("start", block.span().start().toString())
                .put("end", block.span().end().toString())
                .put("price", block.price().perMegawattHour()));
        return Json.bytes(object);
    }

    /** The ISO's measurement of system frequency. */
    public static byte[] frequency(Instant at, Frequency frequency) {
        return Json.bytes(Json.object()
                .put("schema", FREQUENCY)
                .put("at", at.toString())
                .put("frequency_mhz", frequency.millihertz()));
    }

    /** The ISO's area control error; negative is a short area. */
    public static byte[] controlError(Instant at, ActivePower ace) {
        return Json.bytes(
                Json.object().put("schema", ACE).put("at", at.toString()).put("ace_kw", ace.watts() / 1000));
    }

    /** How loaded a flowgate is: signed flow over limit, in the gate's positive direction. */
    public static byte[] loading(String gate, Instant at, PerUnit loading) {
        return LoadingMessage.write(gate, at, loading);
    }

    /**
     * How far an issuer's orders go.
     *
     * @param lastSequence of its last order or cancellation for this substation; 0 before the first
     */
    public static byte[] standing(String issuer, long lastSequence) {
        return Json.bytes(
                Json.object().put("schema", STANDING).put("issuer", issuer).put("last_sequence", lastSequence));
    }

    private static Event standing(Fields fields) throws MessageException {
        return new Event.StandingArrived(fields.text("issuer"), fields.whole("last_sequence"));
    }

    private static Event schedule(Fields fields) throws MessageException {
        String node = fields.text("node");
        String id = fields.text("id");
        List<ScheduleBlock> blocks = new ArrayList<>();
        for (Fields block : fields.objects("blocks")) {
            blocks.add(new ScheduleBlock(block.span(), block.kilowatts("kw")));
            block.rejectUnknown();
        }
        List<String> problems = Schedule.problems(blocks, Duration.ZERO);
        if (!problems.isEmpty()) {
            throw new MessageException("field 'blocks': " + String.join("; ", problems));
        }
        return new Event.ScheduleArrived(node, id, blocks);
    }

    private static Event tranches(Fields fields) throws MessageException {
        String node = fields.text("node");
        List<InsuredTranche> tranches = new ArrayList<>();
        for (Fields unit : fields.objects("units")) {
            ActivePower quantity = unit.kilowatts("kw");
            if (quantity.watts() < 0) {
                throw new MessageException("an insured quantity of " + quantity + " is below zero");
            }
            tranches.add(new InsuredTranche(
                    unit.text("unit"),
                    quantity,
                    unit.optionalPrice("strike"),
                    unit.optionalPrice("premium"),
                    unit.optionalText("destination")));
            unit.rejectUnknown();
        }
        if (tranches.stream().map(InsuredTranche::unit).distinct().count() != tranches.size()) {
            throw new MessageException("two units of node '" + node + "' have the same id");
        }
        return new Event.TranchesArrived(node, tranches);
    }

    private static Event spot(Fields fields) throws MessageException {
        return new Event.SpotArrived(fields.text("zone"), prices(fields));
    }

    private static Event finalSpot(Fields fields) throws MessageException {
        String zone = fields.text("zone");
        long revision = fields.whole("revision");
        if (revision < 1) {
            throw new MessageException("field 'revision' is " + revision + ", expected 1 or more");
        }
        List<SpotBlock> blocks = prices(fields);
        if (blocks.isEmpty()) {
            throw new MessageException("field 'blocks' is empty");
        }
        return new Event.FinalSpotArrived(zone, revision, blocks);
    }

    private static List<SpotBlock> prices(Fields fields) throws MessageException {
        List<SpotBlock> blocks = new ArrayList<>();
        for (Fields block : fields.objects("blocks")) {
            blocks.add(new SpotBlock(block.span(), block.price("price")));
            block.rejectUnknown();
        }
        return blocks;
    }

    private static Event frequency(Fields fields) throws MessageException {
        Instant at = fields.instant("at");
        long millihertz = fields.whole("frequency_mhz");
        if (millihertz < 10_000 || millihertz > 100_000) {
            throw new MessageException("field 'frequency_mhz' is " + millihertz + ", expected 10000 to 100000");
        }
        return new Event.FrequencyArrived(at, new Frequency((int) millihertz));
    }
}
