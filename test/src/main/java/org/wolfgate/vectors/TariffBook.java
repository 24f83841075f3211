package org.wolfgate.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wolfgate.agent.config.TariffFile;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.yaml.Problems;

/** The shipped tariff files. */
final class TariffBook {

    private static final Map<String, Tariff> READ = new ConcurrentHashMap<>();

    private TariffBook() {}

    /** The tariff of a file in config/tariffs, by its name without the extension. */
    static Tariff tariff(String name) {
        return READ.computeIfAbsent(name, TariffBook::read);
    }

    static Party party(Tariff tariff, String name) {
        return tariff.party(name).orElseThrow(() -> new IllegalArgumentException("no party " + name));
    }

    private static Tariff read(String name) {
        Path file = Path.of(System.getProperty("wolfgate.home", ".."), "config", "tariffs", name + ".yaml");
        Problems problems = new Problems();
        try {
            return TariffFile.read(file.toString(), Files.readString(file), problems)
                    .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
