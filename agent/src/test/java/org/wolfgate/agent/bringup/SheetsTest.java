package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problems;

/** What commissioning writes: a file that is accepted, a text of 80 columns, a page of one sheet. */
class SheetsTest {

    @Test
    void theConfigurationFileIsAcceptedForAnySite() {
        Seeds.holds(50, random -> {
            SiteSheet site = site(1 + random.nextInt(6), random.nextInt(4), random.nextBoolean());
            Problems problems = new Problems();
            SubstationFile.read("site.yaml", SiteFileText.of(site), Path.of("none"), problems);
            assertEquals(List.of(), problems.list(), () -> SiteFileText.of(site));
        });
    }

    @Test
    void theTextFitsEightyColumnsAndKeepsEveryFinding() {
        SiteSheet site = site(5, 3, true);
        String text = ReportText.of(site);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
        assertEquals(
                site.findings().count(),
                text.lines()
                        .filter(line -> line.matches("  (ok|note|FAULT) .*"))
                        .count());
    }

    @Test
    void aSmallSiteIsPrintedWhole() {
        String page = ReportHtml.of(site(2, 2, false));
        assertFalse(page.contains("more lines in report.txt"));
        assertTrue(page.contains("font: 9.5pt"), page);
        assertTrue(page.contains("@page { size: A4"), page);
    }

    /** The rest is in the text; faults stay on the sheet. */
    @Test
    void aLargeSiteIsShortenedAndSaysSo() {
        String page = ReportHtml.of(site(60, 40, true));
        assertTrue(page.matches("(?s).*>\\d+ more lines in report.txt<.*"), page);
        assertFalse(page.contains("class=\"ok\""), page);
        assertTrue(page.contains("class=\"FAULT\""), page);
    }

    @Test
    void whatADeviceSaysCannotBecomeMarkup() {
        SiteSheet site = site(1, 0, false);
        MeterSheet sly = new MeterSheet("m", "line-1", 1, "p", "x", false, List.of("<script>&"), List.of());
        String page = ReportHtml.of(new SiteSheet(
                "s",
                "USD",
                "60 Hz",
                "z",
                "tcp://h:1",
                "\"me\"",
                site.at(),
                site.lines(),
                List.of(sly),
                List.of(),
                List.of(),
                List.of()));
        assertTrue(page.contains("&lt;script&gt;&amp;"), page);
        assertTrue(page.contains("&quot;me&quot;"), page);
    }

    private static SiteSheet site(int meters, int plants, boolean faulty) {
        Finding finding = faulty
                ? Finding.fault("CT of L1 reversed: total is a third of the true power", "exchange its two leads")
                : Finding.ok("all phases agree (PF L1 +1.00, PF L2 +1.00, PF L3 +1.00)");
        List<Finding> findings = List.of(Finding.ok("L-N 6.351 kV, 6.338 kV, 6.37 kV"), finding);
        List<LineSheet> lines = List.of(new LineSheet(
                "line-1",
                "tcp:127.0.0.1:1502",
                new java.util.TreeMap<>(Map.of("family", "modbus-tcp", "host", "127.0.0.1", "port", "1502"))));
        int behind = Math.min(meters, plants);
        return new SiteSheet(
                "kestrel-ridge",
                "USD",
                "60 Hz",
                "west",
                "tcp://127.0.0.1:1883",
                "A. Technician",
                Instant.parse("2026-11-22T04:00:00Z"),
                lines,
                IntStream.range(0, meters).mapToObj(i -> meter(i, findings)).toList(),
                IntStream.range(0, behind).mapToObj(i -> plant(i, findings)).toList(),
                IntStream.range(0, meters).mapToObj(i -> node(i, i < behind)).toList(),
                List.of("tcp:127.0.0.1:1503 unit 9: no answer within 1000 ms"));
    }

    private static MeterSheet meter(int i, List<Finding> findings) {
        List<String> seen = List.of("frequency 3109 (doc. 3110) = 59.98 Hz");
        return new MeterSheet("meter-" + i, "line-1", 1 + i, "schneider-pm5500", "PM5500", i % 2 == 1, seen, findings);
    }

    private static PlantSheet plant(int i, List<Finding> findings) {
        Map<String, String> keys =
                new java.util.TreeMap<>(Map.of("unit", Integer.toString(100 + i), "profile", "kilowatt-set-point"));
        return new PlantSheet(
                "plant-" + i, "line-1", "kilowatt-set-point", keys, ActivePower.ofKilowatts(500), List.of(), findings);
    }

    private static NodeSheet node(int i, boolean plant) {
        List<String> plants = plant ? List.of("plant-" + i) : List.of();
        return new NodeSheet("node-" + i, "meter-" + i, ActivePower.ofKilowatts(500), "0.5 %", plants);
    }
}
