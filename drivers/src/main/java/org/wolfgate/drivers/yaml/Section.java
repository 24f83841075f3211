package org.wolfgate.drivers.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file. Reading a key marks it as known; {@link #close()} reports every key that nobody read. A
 * value that cannot be read is reported and the given fallback returned, so that one pass finds all problems; the
 * caller discards the result if there were any.
 */
public final class Section implements AutoCloseable {

    private final String file;
    private final Place place;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private Section(String file, Place place, Problems problems) {
        this.file = file;
        this.place = place;
        this.problems = problems;
    }

    static Section of(String file, MappingNode mapping, Problems problems) {
        Section section = new Section(file, Place.of(file, mapping), problems);
        for (NodeTuple tuple : mapping.getValue()) {
            Place at = Place.of(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(at.problem("this key is no plain word", "write 'key: value'"));
            } else if (section.keys.putIfAbsent(key.getValue(), at) != null) {
                problems.add(at.problem("'" + key.getValue() + "' stands here twice", "remove one of them"));
            } else {
                section.values.put(key.getValue(), tuple.getValueNode());
            }
        }
        return section;
    }

    /** Whether the key stands in the file with a value. Does not mark it as known. */
    public boolean has(String key) {
        return present(key).isPresent();
    }

    /** A required scalar. The parser throws IllegalArgumentException with a message for the reader. */
    public <T> T require(String key, Function<String, T> parser, T fallback) {
        known.add(key);
        if (present(key).isEmpty()) {
            problems.add(place.problem("'" + key + "' is missing", "add it to this section"));
            return fallback;
        }
        return optional(key, parser).orElse(fallback);
    }

    /** A required text. */
    public String text(String key) {
        return require(key, Function.identity(), "");
    }

    /** An optional scalar; empty also when it could not be read, which is then reported. */
    public <T> Optional<T> optional(String key, Function<String, T> parser) {
        known.add(key);
        return present(key).flatMap(node -> scalar(key, node, parser));
    }

    /** An optional list of scalars; a single scalar counts as a list of one. */
    public <T> List<T> list(String key, Function<String, T> parser) {
        known.add(key);
        return present(key).map(Section::elements).orElse(List.of()).stream()
                .flatMap(node -> scalar(key, node, parser).stream())
                .toList();
    }

    /** A required section; an empty one if it is missing, which is then reported. */
    public Section section(String key) {
        known.add(key);
        if (present(key).isEmpty()) {
            problems.add(place.problem("section '" + key + "' is missing", "add it"));
        }
        return optionalSection(key).orElseGet(() -> new Section(file, place, new Problems()));
    }

    /** An optional section. */
    public Optional<Section> optionalSection(String key) {
        known.add(key);
        return present(key).flatMap(node -> mapping(key, node));
    }

    /** An optional list of sections. */
    public List<Section> sections(String key) {
        known.add(key);
        List<Section> sections = new ArrayList<>();
        for (Node node : present(key).map(Section::elements).orElse(List.of())) {
            mapping(key, node).ifPresent(sections::add);
        }
        return sections;
    }

    /** The keys of a section whose keys are names chosen by its writer, in file order; all become known. */
    public List<String> names() {
        known.addAll(keys.keySet());
        return List.copyOf(values.keySet());
    }

    /** Reports a problem at the value of a key, or at the section if the key is absent. */
    public void problemAt(String key, String what, String todo) {
        Node node = values.get(key);
        Place at = node == null ? place : Place.of(file, node);
        problems.add(at.problem(what, todo));
    }

    /** Reports a problem with the section as a whole. */
    public void problem(String what, String todo) {
        problems.add(place.problem(what, todo));
    }

    /** Reports the keys that nobody asked for. */
    @Override
    public void close() {
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.add(at.problem("unknown key '" + key + "'", "known here: " + String.join(", ", known)));
            }
        });
    }

    private Optional<Node> present(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(node -> !(node instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"))));
    }

    private static List<Node> elements(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private Optional<Section> mapping(String key, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(of(file, mapping, problems));
        }
        problems.add(Place.of(file, node).problem("'" + key + "' needs keys of its own", "indent them below it"));
        return Optional.empty();
    }

    private <T> Optional<T> scalar(String key, Node node, Function<String, T> parser) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(Place.of(file, node).problem("'" + key + "' needs a single value", "write it on one line"));
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(scalar.getValue()));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            problems.add(Place.of(file, node).problem("'" + key + "': " + e.getMessage(), "correct the value"));
            return Optional.empty();
        }
    }
}
