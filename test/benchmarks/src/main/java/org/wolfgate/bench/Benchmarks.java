package org.wolfgate.bench;

import java.nio.file.Path;
import java.util.List;

/** {@code test/bench NAME}: runs one benchmark and prints {@code name: value unit} lines. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        String name = args.length > 0 ? args[0] : "";
        Path home = Path.of(System.getProperty("wolfgate.home", "."));
        switch (name) {
            case "dispatch" -> new DispatchBench(home).run();
            case "ledger" -> new LedgerBench(home).run();
            case "order" -> new OrderBench(home).run();
            case "modbus" -> new ModbusBench(home, List.of(args).subList(1, args.length)).run();
            case "pricing" -> {
                PricingBench.run();
                new RepricingBench().run();
            }
            default -> {
                System.err.println("wolfgate bench: there is no benchmark '" + name
                        + "': try dispatch, ledger, modbus, order or pricing");
                System.exit(1);
            }
        }
    }
}
