package org.wolfgate.drivers.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** A profile as a file of its own, to be validated where it is written. */
public final class ProfileFile {

    /** Stands in for the rating of the plant, which the substation's file gives. */
    private static final ActivePower SOME_RATING = ActivePower.ofKilowatts(1_000);

    private ProfileFile() {}

    /**
     * Validates a meter or plant profile; problems carry file, line and column.
     *
     * @return what it is, such as {@code meter profile of Eastron SDM630}; empty if the file is no profile at all
     */
    public static Optional<String> check(Path file, Problems problems) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            return Optional.empty();
        }
        return kind(file, text).map(kind -> {
            Optional<Section> root = Yaml.read(file.toString(), text, problems);
            return root.map(section -> kind + describe(kind, section)).orElse(kind);
        });
    }

    private static Optional<String> kind(Path file, String text) {
        return Yaml.read(file.toString(), text, new Problems()).flatMap(root -> {
            if (root.has("points") || root.has("positive-power")) {
                return Optional.of("meter profile");
            }
            boolean plant = root.has("set-point") || root.has("volatile");
            return plant ? Optional.of("plant profile") : Optional.empty();
        });
    }

    private static String describe(String kind, Section root) {
        Origin origin = kind.startsWith("meter")
                ? MeterProfile.read(root).origin()
                : PlantProfile.read(root, SOME_RATING).origin();
        return " of " + origin.name() + ", confidence " + origin.confidence();
    }
}
