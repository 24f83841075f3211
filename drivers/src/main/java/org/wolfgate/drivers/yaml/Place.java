package org.wolfgate.drivers.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where something stands in a file; line and column from 1. */
record Place(String file, int line, int column) {

    static Place of(String file, Node node) {
        return node.getStartMark().map(mark -> of(file, mark)).orElse(new Place(file, 1, 1));
    }

    static Place of(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    Problem problem(String what, String todo) {
        return new Problem(file, line, column, what, todo);
    }
}
