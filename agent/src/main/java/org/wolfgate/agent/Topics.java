package org.wolfgate.agent;

import java.util.List;

/** The topics of one substation; see docs/reference/messages.md. */
public record Topics(String substation) {

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

    /** Where the ISO says how far its orders go. */
    public String standing() {
        return root() + "/iso/standing";
    }

    /** All that the agent subscribes to. */
    List<String> inbound() {
        return List.of(root() + "/iso/#");
    }
}
