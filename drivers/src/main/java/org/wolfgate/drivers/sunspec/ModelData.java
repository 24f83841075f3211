package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The registers of a model as read in one request, id and length first, so that a value and its scale factor are of the
 * same moment.
 */
record ModelData(FoundModel model, List<Integer> words) {

    ModelData {
        words = List.copyOf(words);
    }

    /** A point with its scale factor applied; empty if the device does not implement either of them. */
    Optional<BigDecimal> value(String name) {
        ModelPoint point = ModelTable.point(model.id(), name);
        Optional<BigDecimal> raw = raw(name);
        return point.scale().isEmpty()
                ? raw
                : raw.flatMap(number -> scale(point.scale()).map(number::scaleByPowerOfTen));
    }

    /** A point's number without its scale factor; empty if the device does not implement it. */
    Optional<BigDecimal> raw(String name) {
        ModelPoint point = ModelTable.point(model.id(), name);
        return model.has(point) && point.end() <= words.size()
                ? point.type().number(words.subList(point.offset(), point.end()))
                : Optional.empty();
    }

    /** The power of ten that a scale factor point holds. */
    Optional<Integer> scale(String name) {
        return raw(name).map(BigDecimal::intValueExact);
    }

    /** A text, without the NULs and blanks that fill it up. */
    String text(String name) {
        ModelPoint point = ModelTable.point(model.id(), name);
        if (!model.has(point) || point.end() > words.size()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int word : words.subList(point.offset(), point.end())) {
            text.append((char) (word >>> 8)).append((char) (word & 0xFF));
        }
        int end = text.indexOf("\0");
        return (end < 0 ? text.toString() : text.substring(0, end)).strip();
    }
}
