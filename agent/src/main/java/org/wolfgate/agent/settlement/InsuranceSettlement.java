package org.wolfgate.agent.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Settles an interval of priority insurance: premiums, compensation, inter-zonal fees and the ISO's rent.
 *
 * <p>Compensation is at the price of the injection zone; replacement power is bought at the buyer's zone and is not the
 * ISO's to settle. Prices may be negative: S is never clamped.
 */
public final class InsuranceSettlement {

    private final BigFraction hours;
    private final List<SettledZone> zones;

    /**
     * An interval to settle.
     *
     * @param hours its length, above 0
     * @param zones prices of each zone
     */
    public InsuranceSettlement(BigFraction hours, List<SettledZone> zones) {
        if (hours.compareTo(BigFraction.ZERO) <= 0) {
            throw new IllegalArgumentException(
                    "settlement: the interval lasts " + hours + " hours; its length must be above 0");
        }
        this.hours = hours;
        this.zones = List.copyOf(zones);
    }

    /** Settles a dispatch in which every transaction was withdrawn where it was contracted: no hub trade. */
    public InsuranceStatement settle(List<InsuredSchedule> units) {
        return statement(units, BigFraction.ZERO);
    }

    /**
     * Settles a dispatch in which the ISO chose the withdrawals.
     *
     * @param withdrawals MW withdrawn at each zone's hub
     */
    public InsuranceStatement settle(List<InsuredSchedule> units, List<BigFraction> withdrawals) {
        if (withdrawals.size() != zones.size()) {
            throw new IllegalArgumentException("settlement: " + withdrawals.size() + " hub withdrawals for "
                    + zones.size() + " zones; give one per zone");
        }
        BigFraction trade = BigFraction.ZERO;
        for (int m = 0; m < zones.size(); m++) {
            trade = trade.add(zones.get(m).spot().multiply(withdrawals.get(m)));
        }
        for (InsuredSchedule unit : units) {
            trade = trade.subtract(zone(unit, unit.destination()).spot().multiply(unit.granted()));
        }
        return statement(units, trade.multiply(hours));
    }

    private InsuranceStatement statement(List<InsuredSchedule> units, BigFraction hubTrade) {
        List<InsuranceLine> lines = new ArrayList<>(units.size());
        units.forEach(unit -> lines.add(line(unit)));
        return new InsuranceStatement(
                lines,
                new InsuranceTotals(
                        sum(lines, InsuranceLine::premium),
                        sum(lines, InsuranceLine::compensation),
                        sum(lines, InsuranceLine::fee),
                        hubTrade));
    }

    private InsuranceLine line(InsuredSchedule unit) {
        SettledZone home = zone(unit, unit.zone());
        BigFraction spread = zone(unit, unit.destination()).spot().subtract(home.spot());
        BigFraction curtailed = unit.scheduled().subtract(unit.granted());
        return new InsuranceLine(
                unit.id(),
                perHour(unit.strike().map(home.forecast()::premium), unit.insured()),
                perHour(unit.strike().map(strike -> inTheMoney(home.spot(), strike)), curtailed),
                perHour(Optional.of(spread), unit.granted()));
    }

    private BigFraction perHour(Optional<BigFraction> rate, BigFraction megawatts) {
        return rate.map(r -> r.multiply(megawatts).multiply(hours)).orElse(BigFraction.ZERO);
    }

    private SettledZone zone(InsuredSchedule unit, int index) {
        if (index < 0 || index >= zones.size()) {
            throw new IllegalArgumentException(
                    "settlement of " + unit.id() + ": zone " + index + " is not one of " + zones.size() + " zones");
        }
        return zones.get(index);
    }

    private static BigFraction inTheMoney(BigFraction spot, BigFraction strike) {
        return spot.compareTo(strike) > 0 ? spot.subtract(strike) : BigFraction.ZERO;
    }

    private static BigFraction sum(List<InsuranceLine> lines, Function<InsuranceLine, BigFraction> item) {
        return lines.stream().map(item).reduce(BigFraction.ZERO, BigFraction::add);
    }
}
