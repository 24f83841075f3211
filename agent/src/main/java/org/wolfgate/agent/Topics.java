package org.wolfgate.agent;

import java.util.List;

/** The topics of one substation; see docs/reference/messages.md. */
public record Topics(String substation) {

    /** Where generators are told, below the root. */
    static final String GENERATOR = "generator/";

    /** Where generators get their verdicts, below the root. */
    static final String VERDICT = "verdict/";

    /** What every topic of the substation begins with. */
    public String root() {
        return "wolfgate/v1/" + substation;
    }

    /** Where the ISO sends orders and cancellations. */
    public String orders() {
        return root() + "/iso/order";
    }

    public String schedule(String node) {
        return root() + "/iso/schedule/" + node;
    }

    public String tranches(String node) {
        return root() + "/iso/tranches/" + node;
    }

    public String spot(String zone) {
        return root() + "/iso/spot/" + zone;
    }

    /** Where the ISO says that prices of a zone are final. */
    public String finalSpot(String zone) {
        return root() + "/iso/final-spot/" + zone;
    }

    public String frequency() {
        return root() + "/iso/frequency";
    }

    /** Where the ISO asks for records once more. */
    public String resend() {
        return root() + "/iso/resend";
    }

    public String controlError() {
        return root() + "/iso/ace";
    }

    /** Where the ISO says how loaded a flowgate is. */
    public String loading(String gate) {
        return root() + "/iso/loading/" + gate;
    }

    /** Where the ISO says how far its orders go. */
    public String standing() {
        return root() + "/iso/standing";
    }

    /** How the generators behind a node stand. */
    public String generator(String node) {
        return root() + "/" + GENERATOR + node;
    }

    /** The same for the owner of one unit. */
    public String generator(String node, String unit) {
        return generator(node) + "/" + unit;
    }

    /** The verdicts on a node's orders. */
    public String verdict(String node) {
        return root() + "/" + VERDICT + node;
    }

    /** What of them concerns the owner of one unit. */
    public String verdict(String node, String unit) {
        return verdict(node) + "/" + unit;
    }

    /** All that the agent subscribes to. */
    List<String> inbound() {
        return List.of(root() + "/iso/#");
    }
}
