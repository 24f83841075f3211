package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Total power, imported and exported energy, as the makers' address lists print them for the wire. */
    @ParameterizedTest
    @CsvSource({
        "eastron-sdm630, 0x0034, 0x0048, 0x004A",
        "eastron-sdm230, 0x000C, 0x0048, 0x004A",
        "weidmueller-em120, 0x0034, 0x0048, 0x004A",
        "weidmueller-em110, 0x000C, 0x0048, 0x004A",
        "schneider-pm5500, 3059, 3203, 3207",
        "schneider-iem3155, 3059, 3203, 3207",
        "abb-b23, 0x5B14, 0x5000, 0x5004",
        "janitza-umg96, 19026, 19068, 19076",
        "weidmueller-em525, 19026, 19068, 19076",
        "carlo-gavazzi-em340, 0x0028, 0x0034, 0x004E",
        "carlo-gavazzi-et340, 0x0028, 0x0034, 0x004E",
        "carlo-gavazzi-em24-e1, 0x0028, 0x0034, 0x004E",
        "carlo-gavazzi-em540, 0x0028, 0x0034, 0x004E",
        "carlo-gavazzi-em24-din, 0x0028, 0x003E, 0x005C",
        "siemens-pac3200, 65, 801, 809",
        "accuenergy-acuvim-2, 0x4022, 0x4048, 0x404A",
        "eig-shark-100, 0x03F9, 0x044B, 0x044D",
        "eig-shark-200, 0x03F9, 0x05DB, 0x05DD",
        "socomec-diris-a40, 50536, 50770, 50776",
        "socomec-diris-a10, 50536, 50780, 50786",
        "socomec-countis-e34, 50536, 50946, 50952",
        "socomec-countis-e24, 50536, 50946, 50952",
        "socomec-diris-b30, 0x482C, 0x4D83, 0x4D86",
        "phoenix-eem-ma370, 0x8016, 0x8100, 0x8106",
        "phoenix-eem-ma400, 50536, 50770, 50776",
        "lovato-dmg600, 0x0039, 0x1B1F, 0x1B23",
        "lovato-dmg800, 0x0039, 0x1A1F, 0x1A21",
        "circutor-cvm-c5, 0x001E, 0x003C, 0x0060"
    })
    void theAddressesAreThoseOfTheMakersLists(String name, String power, String imported, String exported) {
        MeterProfile meter = new Profiles(site).meter(name, problems).orElseThrow();
        assertEquals(Integer.decode(power), meter.power().address());
        assertEquals(Integer.decode(imported), meter.imported().orElseThrow().address());
        assertEquals(Integer.decode(exported), meter.exported().orElseThrow().address());
        assertTrue(meter.origin().confidence().matches("[AB]"), meter.origin().toString());
    }

    @Test
    void theReferenceNamesEveryProfileAndEveryQuirk() throws IOException {
        String reference = Files.readString(CONFIG.resolve("../docs/reference/meter-profiles.md"));
        Stream.concat(names("meters").stream(), names("plants").stream())
                .forEach(name -> assertTrue(reference.contains("| `" + name + "` |"), name));
        Stream.of(Quirk.values())
                .forEach(quirk -> assertTrue(reference.contains("| `" + quirk.text() + "` |"), quirk.text()));
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
    void aQuirkThatIsUnknownOrLacksItsRegisterIsAProblem() throws IOException {
        write("meters/bad.yaml", """
                name: Bad
                confidence: B
                sources: [manual]
                document-offset: 0
                table: input
                order: BE
                positive-power: import
                quirks: [even-counts, mode-register, moody]
                points:
                  power: {address: 0x0035, type: f32, unit: W}
                  direction: {address: 9, type: u16, export-bit: 1}
                """);
        assertTrue(new Profiles(site).meter("bad", problems).isEmpty());
        assertEquals(4, lines().size(), lines().toString());
        assertTrue(lines().get(0).contains("'moody' is no known quirk; there are: even-counts, "), lines().toString());
        assertTrue(lines().get(1).contains("the point 'mode' is missing; the quirk mode-register needs it"));
        assertTrue(lines().get(2).contains("has no value at power 53 (doc. 53)"), lines().toString());
        assertTrue(lines().get(3).contains("unknown key 'direction'"), lines().toString());
    }

    @Test
    void aProfileIsCheckedWhereItIsWritten() throws IOException {
        Path meter = CONFIG.resolve("meters/eastron-sdm630.yaml");
        assertEquals(Optional.of("meter profile of Eastron SDM630, confidence A"), ProfileFile.check(meter, problems));
        Path plant = CONFIG.resolve("plants/kilowatt-set-point.yaml");
        assertTrue(ProfileFile.check(plant, problems).orElseThrow().startsWith("plant profile of "));
        assertEquals(List.of(), lines());
        write("mine.yaml", "points: {power: {address: x}}\n");
        assertTrue(ProfileFile.check(site.resolve("mine.yaml"), problems).isPresent());
        assertTrue(
                lines().toString().contains("mine.yaml:1:27: 'address': 'x' is no whole number"), lines().toString());
        assertEquals(Optional.empty(), ProfileFile.check(CONFIG.resolve("demo.yaml"), new Problems()));
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
