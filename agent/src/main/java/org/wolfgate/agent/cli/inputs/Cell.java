package org.wolfgate.agent.cli.inputs;

import org.wolfgate.drivers.yaml.Problem;

/**
 * One value of a file with its place.
 *
 * @param line from 1
 * @param column from 1
 * @param text without the space around it; empty if nothing is there
 */
record Cell(int line, int column, String text) {

    Problem problem(String file, String what, String todo) {
        return new Problem(file, line, column, what, todo);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
