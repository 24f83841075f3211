package org.wolfgate.bench;

/**
 * The size of an instance.
 *
 * @param name how it is called in the output
 * @param instances how many different instances are measured
 */
record Size(String name, int nodes, int units, int flowgates, int instances) {

    static final Size MEDIUM = new Size("medium", 50, 1000, 20, 8);
    static final Size LARGE = new Size("large", 1000, 20_000, 200, 4);
}
