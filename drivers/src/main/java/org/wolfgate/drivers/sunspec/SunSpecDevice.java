package org.wolfgate.drivers.sunspec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/**
 * One SunSpec device on a line. Every read of a model begins at its id and length, so that a device that was exchanged or
 * set to another family of models is noticed before any of its numbers is believed; then it is discovered anew.
 */
final class SunSpecDevice {

    private final ModbusLine line;
    private final int unit;
    private Optional<Chain> chain = Optional.empty();

    SunSpecDevice(ModbusLine line, int unit) {
        this.line = line;
        this.unit = unit;
    }

    /** The device's models, discovered if they are not known. */
    Reading<Chain> chain() {
        if (chain.isPresent()) {
            return Reading.good(chain.get());
        }
        Discovery.Outcome outcome = new Discovery(line, unit).run();
        if (outcome instanceof Discovery.Outcome.Found found) {
            chain = Optional.of(found.chain());
            return Reading.good(found.chain());
        }
        return Reading.missing(where() + ((Discovery.Outcome.None) outcome).reason());
    }

    /** The registers of a model from its id on, as many as its known points need. */
    Reading<ModelData> read(FoundModel model) {
        int end = ModelTable.points(model.id()).values().stream()
                .filter(model::has)
                .mapToInt(ModelPoint::end)
                .max()
                .orElse(2);
        int count = Math.min(end, Request.MOST_WORDS_READ);
        Answer answer = line.exchange(new Request.Read(unit, RegisterTable.HOLDING, model.start(), count));
        if (!(answer instanceof Answer.Words words)) {
            chain = Optional.empty();
            return Reading.missing(where(model) + Discovery.reason(answer));
        }
        if (words.words().get(0) != model.id() || words.words().get(1) != model.length()) {
            chain = Optional.empty();
            return Reading.missing(where(model) + "now model " + words.words().get(0)
                    + " stands there; the device was exchanged or set up anew, it is discovered again");
        }
        return Reading.good(new ModelData(model, words.words()));
    }

    /** Writes registers of a model from a point on, in one request; empty if it was acknowledged, else why not. */
    Optional<String> write(FoundModel model, String point, List<Integer> words) {
        int address = model.start() + ModelTable.point(model.id(), point).offset();
        Answer answer = line.exchange(new Request.WriteMany(unit, address, words));
        if (answer instanceof Answer.Written) {
            return Optional.empty();
        }
        if (answer instanceof Answer.Refused refused) {
            return Optional.of(where(model) + "the write of " + point + " was refused with " + refused.reason()
                    + "; is control over Modbus enabled in the device?");
        }
        chain = Optional.empty();
        return Optional.of(
                where(model) + point + " written, but it is not known whether it arrived: " + Discovery.reason(answer));
    }

    String where() {
        return "line " + line.label() + ", unit " + unit + ": ";
    }

    String where(FoundModel model) {
        return "line " + line.label() + ", unit " + unit + ", model " + model.id() + " at " + model.start() + ": ";
    }

    /** Manufacturer, model, version and serial number, as model 1 has them. */
    Reading<Map<String, String>> nameplate() {
        Reading<Chain> found = chain();
        return found.value()
                .map(known -> read(known.models().get(0)).map(SunSpecDevice::texts))
                .orElseGet(() -> Reading.missing(found.reason()));
    }

    private static Map<String, String> texts(ModelData common) {
        return Map.of(
                "Mn", common.text("Mn"),
                "Md", common.text("Md"),
                "Vr", common.text("Vr"),
                "SN", common.text("SN"));
    }
}
