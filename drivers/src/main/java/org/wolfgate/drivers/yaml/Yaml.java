package org.wolfgate.drivers.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Entry point: text of a YAML file to its root {@link Section}. */
public final class Yaml {

    /** A substation's configuration is some kilobytes; anything near this size is a mistake. */
    private static final int MAX_CHARACTERS = 4_000_000;

    private Yaml() {}

    /**
     * Reads one document whose root is a mapping.
     *
     * @param file the name that problems carry
     * @return the root, or empty if the text is no such document; then {@code problems} says why
     */
    public static Optional<Section> read(String file, String text, Problems problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(new Problem(file, 1, 1, "the file is too large", "keep it below 4 million characters"));
            return Optional.empty();
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file).setUseMarks(true).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(Section.of(file, mapping, problems));
            }
            problems.add(new Problem(file, 1, 1, "no keys found", "write the file as 'key: value' lines"));
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> Place.of(file, mark)).orElse(new Place(file, 1, 1));
            problems.add(place.problem("not readable as YAML: " + e.getProblem(), "check indentation and quotes here"));
        } catch (YamlEngineException e) {
            problems.add(new Problem(file, 1, 1, "not readable as YAML: " + e.getMessage(), "check the file"));
        }
        return Optional.empty();
    }
}
