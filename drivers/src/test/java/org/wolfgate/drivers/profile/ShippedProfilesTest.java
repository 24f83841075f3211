package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

class ShippedProfilesTest {

    private static final Path CONFIG = Path.of("..", "config");

    private final Problems problems = new Problems();

    @TempDir
    private Path site;

    @Test
    void everyProfileInConfigIsInOrderAndComesWithTheJar() throws IOException {
        List<String> meters = names("meters");
        List<String> plants = names("plants");
        Profiles jarOnly = new Profiles(site);
        meters.forEach(name -> assertTrue(jarOnly.meter(name, problems).isPresent(), () -> name + lines()));
        plants.forEach(name -> assertTrue(
                jarOnly.plant(name, ActivePower.ofKilowatts(1), problems).isPresent(), () -> name + lines()));
        assertFalse(meters.isEmpty() || plants.isEmpty());
        assertEquals(List.of(), lines());
    }

    @Test
    void aProfileOfTheSiteGoesBeforeTheOneThatComesWithTheJar() throws IOException {
        write("meters/schneider-pm5500.yaml", "name: ours\n");
        assertTrue(new Profiles(site).meter("schneider-pm5500", problems).isEmpty());
        assertTrue(lines().toString().contains("'positive-power' is missing"), lines().toString());
    }

    @Test
    void everyProblemOfAProfileIsNamedWithItsPlace() throws IOException {
        write("meters/bad.yaml", """
                name: Bad
                confidence: D
                sources: [manual]
                document-offset: 0
                table: coils
                order: ABCD
                positive-power: both
                points:
                  power: {address: 65535, type: f32, unit: kVA}
                  frequency: {address: 3109, type: float, unit: Hz, wordorder: LW}
                """);
        assertTrue(new Profiles(site).meter("bad", problems).isEmpty());
        assertEquals(
                List.of(
                        "meters/bad.yaml:2:13: 'confidence': 'D' is no confidence: write A, B or C; correct the value",
                        "meters/bad.yaml:5:8: 'table': 'coils' is no register table: write holding (function 3) or"
                                + " input (function 4); correct the value",
                        "meters/bad.yaml:6:8: 'order': 'ABCD' is no word order: write BE (most significant word first)"
                                + " or LW (least first); correct the value",
                        "meters/bad.yaml:7:17: 'positive-power': 'both' is no direction: write import or export, what"
                                + " a positive register means; correct the value",
                        "meters/bad.yaml:9:20: 'address': 65535 is outside 0 to 65534; correct the value",
                        "meters/bad.yaml:9:44: 'unit': 'kVA' is no unit here: write MW or W or kW; correct the value",
                        "meters/bad.yaml:10:36: 'type': 'float' is no number type: write u16, s16, u32, s32, u64, s64,"
                                + " f32 or f64; correct the value",
                        "meters/bad.yaml:10:53: unknown key 'wordorder'; known here: address, order, scale, table,"
                                + " type, unavailable, unit"),
                lines());
    }

    @Test
    void anUnknownOrHostileNameIsAProblemNotAPath() {
        Profiles profiles = new Profiles(site);
        assertTrue(profiles.meter("no-such-meter", problems).isEmpty());
        assertTrue(profiles.meter("../../etc/passwd", problems).isEmpty());
        assertEquals(2, lines().size());
    }

    private void write(String file, String text) throws IOException {
        Path path = site.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONFIG.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .toList();
        }
    }

    private List<String> lines() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
