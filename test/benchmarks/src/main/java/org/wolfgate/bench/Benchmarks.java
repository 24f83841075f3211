package org.wolfgate.bench;

import java.nio.file.Path;

/** {@code test/bench NAME}: runs one benchmark and prints {@code name: value unit} lines. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 1 ? args[0] : "";
        Path home = Path.of(System.getProperty("wolfgate.home", "."));
        switch (name) {
            case "dispatch" -> new DispatchBench(home).run();
            case "order" -> new OrderBench(home).run();
            default -> {
                System.err.println("wolfgate bench: there is no benchmark '" + name + "': try dispatch or order");
                System.exit(1);
            }
        }
    }
}
