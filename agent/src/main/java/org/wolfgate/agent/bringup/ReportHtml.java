package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The evidence as one page that prints on one A4 sheet: in two columns, with letters as large as the sheet allows. What
 * does not fit at the smallest size is left to the text, and the page says how much.
 */
public final class ReportHtml {

    /** Sizes of letters, in pt, largest first. */
    private static final List<Double> SIZES = List.of(9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5);

    private static final double SMALLEST = 5.5;

    /** Of a column, in pt, on A4 with margins of 12 mm: head and signatures taken off, and a tenth for safety. */
    private static final double COLUMN_HEIGHT = 560;

    private static final double COLUMN_WIDTH = 250;
    private static final double LINE = 1.3;

    /** Width of a mean letter of a sans-serif type, as a share of its size; on the wide side. */
    private static final double LETTER = 0.56;

    private ReportHtml() {}

    /** A line of the page, and how it looks. */
    private record Row(String look, String text) {

        int lines(double size) {
            int letters = (int) (COLUMN_WIDTH / (size * LETTER));
            return 1 + (text.length() - 1) / letters;
        }

        String html() {
            return "<p class=\"" + look + "\">" + escaped(text) + "</p>";
        }
    }

    /** The whole page. */
    public static String of(SiteSheet site) {
        List<Row> rows = rows(site);
        double size = SIZES.stream().filter(one -> fits(rows, one)).findFirst().orElse(SMALLEST);
        List<Row> shown = shortened(rows, size);
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        page.append("<title>Commissioning of ")
                .append(escaped(site.substation()))
                .append("</title>\n");
        page.append("<style>\n").append(style(size)).append("</style></head><body>\n");
        page.append("<h1>Commissioning of substation ")
                .append(escaped(site.substation()))
                .append("</h1>\n");
        page.append("<p>")
                .append(escaped(site.technician()))
                .append(", ")
                .append(site.at())
                .append(". <b>");
        page.append(escaped(site.summary())).append("</b></p>\n<div class=\"all\">\n");
        shown.forEach(row -> page.append(row.html()).append('\n'));
        page.append("</div>\n<table><tr><td>Technician</td><td>Witness</td><td>Date</td></tr></table>\n");
        return page.append("</body></html>\n").toString();
    }

    private static String style(double size) {
        return String.format(Locale.ROOT, """
                @page { size: A4 portrait; margin: 12mm }
                body { font: %.1fpt/%.1f Arial, Helvetica, "Liberation Sans", sans-serif; margin: 0; color: #000 }
                h1 { font-size: 13pt; margin: 0 0 2pt } p { margin: 0; overflow-wrap: anywhere }
                .all { column-count: 2; column-gap: 6mm; margin-top: 6pt }
                .device { font-weight: bold; border-top: 0.5pt solid #000 }
                .FAULT { font-weight: bold; background: #ddd } .todo { padding-left: 1em; font-style: italic }
                table { width: 100%%; margin-top: 8pt; border-collapse: collapse }
                td { border: 0.5pt solid #000; height: 30pt; vertical-align: top; width: 33%%; padding: 1pt 3pt }
                """, size, LINE);
    }

    private static List<Row> rows(SiteSheet site) {
        List<Row> rows = new ArrayList<>();
        for (MeterSheet meter : site.meters()) {
            rows.add(new Row(
                    "device",
                    "Meter " + meter.name() + ": " + meter.profile() + (meter.inverted() ? ", inverted" : "") + "; "
                            + site.where(meter)));
            meter.evidence().forEach(one -> rows.add(new Row("seen", one)));
            meter.findings().forEach(finding -> add(rows, finding));
        }
        for (PlantSheet plant : site.plants()) {
            rows.add(new Row(
                    "device",
                    "Plant " + plant.name() + ": " + plant.obeys() + ", rating " + plant.rating() + "; "
                            + site.where(plant)));
            plant.evidence().forEach(one -> rows.add(new Row("seen", one)));
            plant.findings().forEach(finding -> add(rows, finding));
        }
        site.leftOut().forEach(one -> rows.add(new Row("device", "Left out: " + one)));
        return rows;
    }

    private static void add(List<Row> rows, Finding finding) {
        rows.add(new Row(finding.grade().toString(), finding.grade() + ": " + finding.seen()));
        if (!finding.advice().isEmpty()) {
            rows.add(new Row("todo", finding.advice()));
        }
    }

    private static boolean fits(List<Row> rows, double size) {
        return rows.stream().mapToInt(row -> row.lines(size)).sum() * size * LINE <= 2 * COLUMN_HEIGHT;
    }

    /** As it is if it fits; else without what was right, and at last without the end. */
    private static List<Row> shortened(List<Row> rows, double size) {
        if (fits(rows, size)) {
            return rows;
        }
        List<Row> left = new ArrayList<>(rows.stream()
                .filter(row -> !row.look().equals("ok") && !row.look().equals("seen"))
                .toList());
        while (!fits(left, size - 0.1)) {
            left.remove(left.size() - 1);
        }
        left.add(new Row("note", (rows.size() - left.size()) + " more lines in report.txt"));
        return left;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
