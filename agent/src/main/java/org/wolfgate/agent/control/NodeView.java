package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;

/**
 * A node at one moment, for telemetry and people.
 *
 * @param at when the meter was read
 * @param scheduled power scheduled now, if a schedule says so
 * @param cap in force now, and why
 * @param order the order in force and where it stands
 * @param price deviation price at the frequency of this reading, if it is good and the node on the system
 * @param running the open interval settled as far as it is known; an estimate
 * @param totals what the settled intervals add up to
 */
public record NodeView(
        String node,
        Instant at,
        MeterReading reading,
        Optional<ActivePower> scheduled,
        Cap cap,
        Optional<OrderEntry> order,
        Optional<Price> price,
        SettledInterval running,
        RunningTotals totals) {}
