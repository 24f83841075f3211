package org.wolfgate.agent.uplink.sparkplug;

import java.util.Optional;

/**
 * The names under which the substation is known.
 *
 * @param group id of the group, such as the operator or region
 * @param edge id of the edge node: the substation
 * @param host id of the primary host; with one, nothing is sent while it is offline
 */
public record SparkplugTopics(String group, String edge, Optional<String> host) {

    private static final String ROOT = "spBv1.0/";

    String node(String verb) {
        return ROOT + group + "/" + verb + "/" + edge;
    }

    String device(String verb, String device) {
        return node(verb) + "/" + device;
    }

    /** Where the host commands the edge node. */
    public String commands() {
        return node("NCMD");
    }

    /** Where deaths are published. */
    public String death() {
        return node("NDEATH");
    }

    /** Where the primary host says whether it is there. */
    public Optional<String> state() {
        return host.map(id -> ROOT + "STATE/" + id);
    }
}
