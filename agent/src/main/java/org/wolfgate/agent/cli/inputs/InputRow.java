package org.wolfgate.agent.cli.inputs;

import java.util.Map;
import java.util.Optional;

/**
 * What a file says of one span of time, not checked yet.
 *
 * @param start when it begins
 * @param end when it ends; empty if the file leaves that to the next row
 * @param values by the name of the input
 */
record InputRow(Cell start, Optional<Cell> end, Map<String, Cell> values) {

    static final String TIME = "time";
    static final String END = "end";
}
