package org.wolfgate.drivers.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;

class SectionTest {

    private final Problems problems = new Problems();

    @Test
    void everyProblemOfAFileIsFoundInOneGo() {
        String text = """
                name: riverside
                name: other
                rating: 60 MVA
                colour: red
                """;
        try (Section root = Yaml.read("s.yaml", text, problems).orElseThrow()) {
            assertEquals("riverside", root.text("name"));
            assertEquals(ActivePower.ZERO, root.require("rating", ActivePower::parse, ActivePower.ZERO));
            root.text("zone");
        }
        assertEquals(
                List.of(
                        "s.yaml:1:1: 'zone' is missing; add it to this section",
                        "s.yaml:2:1: 'name' stands here twice; remove one of them",
                        "s.yaml:3:9: 'rating': '60 MVA' is no power: write a number, a space and MW or W or kW;"
                                + " correct the value",
                        "s.yaml:4:1: unknown key 'colour'; known here: name, rating, zone"),
                lines());
    }

    @Test
    void brokenYamlNamesItsPlace() {
        assertTrue(Yaml.read("s.yaml", "a: [1, 2\nb: 3\n", problems).isEmpty());
        assertEquals(1, problems.list().size());
        assertTrue(lines().get(0).startsWith("s.yaml:2:2: not readable as YAML: "), lines().get(0));
    }

    @Test
    void aScalarWhereKeysAreNeededIsAProblemNotACrash() {
        Section root =
                Yaml.read("s.yaml", "uplink: tcp\nnodes: [a, b]\n", problems).orElseThrow();
        assertTrue(root.optionalSection("uplink").isEmpty());
        assertTrue(root.sections("nodes").isEmpty());
        assertEquals(3, problems.list().size());
    }

    private List<String> lines() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
