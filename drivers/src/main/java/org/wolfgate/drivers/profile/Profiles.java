package org.wolfgate.drivers.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/**
 * Finds profiles by name: a site's own first, then those that come with the product.
 *
 * @param folder of the site's own, with {@code meters} and {@code plants} inside; need not exist
 */
public record Profiles(Path folder) {

    /** The meter profile of that name; empty if there is none or it has problems, which are then reported. */
    public Optional<MeterProfile> meter(String name, Problems problems) {
        return load("meters/" + name + ".yaml", problems, MeterProfile::read);
    }

    /** The plant profile of that name, for a plant of the given rating. */
    public Optional<PlantProfile> plant(String name, ActivePower rating, Problems problems) {
        return load("plants/" + name + ".yaml", problems, section -> PlantProfile.read(section, rating));
    }

    private <T> Optional<T> load(String file, Problems problems, Function<Section, T> reader) {
        Problems own = new Problems();
        Optional<T> profile =
                text(file, own).flatMap(text -> Yaml.read(file, text, own).map(reader));
        own.list().forEach(problems::add);
        return own.isEmpty() ? profile : Optional.empty();
    }

    private Optional<String> text(String file, Problems problems) {
        Path path = folder.resolve(file);
        try {
            if (!file.matches("(meters|plants)/[A-Za-z0-9][A-Za-z0-9._-]*")) {
                problems.add(new Problem(file, 1, 1, "no name for a profile", "use letters, digits, '-' and '.'"));
                return Optional.empty();
            }
            Optional<String> text = Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : shipped(file);
            if (text.isEmpty()) {
                String todo = "use one of docs/reference/meter-profiles.md, or write " + path;
                problems.add(new Problem(file, 1, 1, "there is no such profile", todo));
            }
            return text;
        } catch (IOException e) {
            problems.add(new Problem(path.toString(), 1, 1, "cannot be read: " + e, "check the file"));
            return Optional.empty();
        }
    }

    private static Optional<String> shipped(String file) throws IOException {
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
