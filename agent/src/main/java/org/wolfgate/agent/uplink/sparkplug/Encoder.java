package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertyValue;

/** Builds one payload. Eclipse Tahu's classes of the schema do the encoding; what stands in it is decided here. */
final class Encoder {

    private final Payload.Builder payload = Payload.newBuilder();

    /** Without time or sequence, as the last will is. */
    Encoder() {}

    /** @param sequence 0 to 255, of the whole edge node */
    Encoder(Instant now, int sequence) {
        payload.setTimestamp(now.toEpochMilli()).setSeq(sequence);
    }

    byte[] bytes() {
        return payload.build().toByteArray();
    }

    /** The number that joins a birth to its death. */
    Encoder bdSeq(long number, Instant at) {
        payload.addMetrics(Metric.newBuilder()
                .setName("bdSeq")
                .setTimestamp(at.toEpochMilli())
                .setDatatype(DataType.INT64.code())
                .setLongValue(number));
        return this;
    }

    /** By this the host asks for everything anew; never under an alias. */
    Encoder rebirth(String name, Instant at) {
        payload.addMetrics(Metric.newBuilder()
                .setName(name)
                .setTimestamp(at.toEpochMilli())
                .setDatatype(DataType.BOOLEAN.code())
                .setBooleanValue(false));
        return this;
    }

    /** A metric with all that a host has to know once. */
    Encoder birth(Point point, long alias, Sample sample) {
        Metric.Builder metric = metric(alias, sample)
                .setName(point.name())
                .setDatatype(point.type().code());
        PropertySet.Builder properties = properties(sample);
        if (!point.unit().isEmpty()) {
            property(properties, "engUnit", text(point.unit()));
        }
        add(metric, properties);
        return this;
    }

    /** A metric that a host knows by its alias. */
    Encoder data(long alias, Sample sample, boolean historical) {
        Metric.Builder metric = metric(alias, sample);
        if (historical) {
            metric.setIsHistorical(true);
        }
        add(metric, properties(sample));
        return this;
    }

    private void add(Metric.Builder metric, PropertySet.Builder properties) {
        if (properties.getKeysCount() > 0) {
            metric.setProperties(properties);
        }
        payload.addMetrics(metric);
    }

    private static Metric.Builder metric(long alias, Sample sample) {
        Metric.Builder metric =
                Metric.newBuilder().setAlias(alias).setTimestamp(sample.at().toEpochMilli());
        sample.value().ifPresentOrElse(value -> set(metric, value), () -> metric.setIsNull(true));
        return metric;
    }

    private static void set(Metric.Builder metric, Value value) {
        if (value instanceof Value.Whole whole) {
            metric.setLongValue(whole.number());
        } else if (value instanceof Value.Text text) {
            metric.setStringValue(text.text());
        } else if (value instanceof Value.Truth truth) {
            metric.setBooleanValue(truth.is());
        } else if (value instanceof Value.Moment moment) {
            metric.setLongValue(moment.at().toEpochMilli());
        }
    }

    private static PropertySet.Builder properties(Sample sample) {
        PropertySet.Builder properties = PropertySet.newBuilder();
        sample.worth()
                .ifPresent(worth -> property(
                        properties,
                        "Quality",
                        PropertyValue.newBuilder()
                                .setType(DataType.INT32.code())
                                .setIntValue(worth.code())));
        if (!sample.reason().isEmpty()) {
            property(properties, "Reason", text(sample.reason()));
        }
        return properties;
    }

    private static PropertyValue.Builder text(String text) {
        return PropertyValue.newBuilder().setType(DataType.STRING.code()).setStringValue(text);
    }

    private static void property(PropertySet.Builder properties, String key, PropertyValue.Builder value) {
        properties.addKeys(key).addValues(value);
    }
}
