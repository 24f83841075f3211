package org.wolfgate.agent.settlement;

import org.apache.commons.math3.fraction.BigFraction;

/**
 * The ISO's account of an interval; exact amounts in currency.
 *
 * @param premiums received from the users
 * @param compensation paid to the users
 * @param fees received for inter-zonal transactions
 * @param hubTrade h times sum of S_m (w_m - contracted withdrawals in m): what the ISO earned by withdrawing at other hubs
 *     than contracted; may be negative
 */
public record InsuranceTotals(BigFraction premiums, BigFraction compensation, BigFraction fees, BigFraction hubTrade) {

    /** Congestion rent: fees and the ISO's own trade between the hubs. */
    public BigFraction rent() {
        return fees.add(hubTrade);
    }

    /** The dispatch's objective times the hours: compensation less rent. */
    public BigFraction objective() {
        return compensation.subtract(rent());
    }

    /** What the ISO keeps; also minus the users' net sum plus the hub trade. */
    public BigFraction isoNet() {
        return premiums.subtract(objective());
    }
}
