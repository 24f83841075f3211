package org.wolfgate.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

class SubstationFileTest {

    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theDemoHasNoProblemsAndSaysWhatItSays() {
        Problems problems = new Problems();
        Optional<SubstationConfig> config = SubstationFile.read(CONFIG.resolve("demo.yaml"), problems);
        assertEquals(List.of(), problems.list());
        assertEquals("riverside", config.orElseThrow().settings().substation());
        assertEquals(
                List.of("solar", "wind", "hydro"),
                config.orElseThrow().settings().nodes().stream()
                        .map(NodeSettings::id)
                        .toList());
        assertEquals(4, config.orElseThrow().meters().size());
    }

    @Test
    void everyFaultIsOneLineAndAllAreFoundInOneGo() throws IOException {
        Problems problems = new Problems();
        assertTrue(SubstationFile.read("broken.yaml", resource("broken.yaml"), CONFIG, problems)
                .isEmpty());
        String found = problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n"));
        assertEquals(resource("broken.problems.txt"), found);
    }

    @Test
    void aFileThatIsNotThereIsAProblemOfItsOwn() {
        Problems problems = new Problems();
        assertTrue(SubstationFile.read(Path.of("nowhere.yaml"), problems).isEmpty());
        assertEquals("check the path and permissions", problems.list().get(0).todo());
    }

    private static String resource(String name) throws IOException {
        try (var stream = SubstationFileTest.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no test resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
