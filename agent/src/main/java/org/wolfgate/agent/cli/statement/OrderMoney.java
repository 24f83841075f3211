package org.wolfgate.agent.cli.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The compensation of one order by the latest version of its verdict.
 *
 * @param version of the verdict
 * @param isFinal whether it is at final spot prices
 */
public record OrderMoney(
        String node, String order, Instant endedAt, int version, boolean isFinal, BigDecimal compensation) {

    /** From the body of a record of kind verdict; those of earlier agents have no version and are pending. */
    static OrderMoney of(JsonNode verdict) {
        return new OrderMoney(
                verdict.path("node").asText(),
                verdict.path("order").asText(),
                Instant.parse(verdict.path("ended_at").asText()),
                verdict.path("version").asInt(1),
                verdict.path("compensation_state").asText().equals("final"),
                verdict.path("compensation").decimalValue());
    }
}
