package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the agent does with orders, meters and plants, one readable file each. */
class SubstationStoryTest {

    @TestFactory
    List<DynamicTest> everyStoryEndsAsItIsWritten() throws IOException, URISyntaxException {
        Path folder =
                Path.of(SubstationStoryTest.class.getResource("control/stories").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString().replace(".txt", "").replace('-', ' '), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        String story = Files.readString(file);
        assertEquals(story, SubstationStory.tell(story));
    }
}
