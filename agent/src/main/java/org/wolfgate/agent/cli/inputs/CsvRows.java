package org.wolfgate.agent.cli.inputs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** Rows of a table: a head such as {@code time;price}, with semicolons or commas, then one row for each block. */
final class CsvRows {

    private CsvRows() {}

    static List<InputRow> read(String file, String text, Problems problems) {
        List<InputRow> rows = new ArrayList<>();
        Optional<List<Cell>> head = Optional.empty();
        char separator = ',';
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            separator = head.isEmpty() && line.indexOf(';') >= 0 ? ';' : separator;
            List<Cell> cells = cells(number, line, separator);
            if (head.isEmpty()) {
                head = Optional.of(cells);
                checkHead(file, cells, problems);
            } else {
                row(file, head.get(), cells, problems).ifPresent(rows::add);
            }
        }
        if (head.isEmpty()) {
            problems.add(new Problem(file, 1, 1, "there is nothing here", "write a head such as time;price"));
        }
        return rows;
    }

    private static List<Cell> cells(int number, String line, char separator) {
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int to = line.indexOf(separator, from);
            int end = to < 0 ? line.length() : to;
            String raw = line.substring(from, end);
            int space = raw.length() - raw.stripLeading().length();
            cells.add(new Cell(number, from + space + 1, raw.strip()));
            from = end + 1;
        }
        return cells;
    }

    private static void checkHead(String file, List<Cell> head, Problems problems) {
        if (head.stream().noneMatch(cell -> cell.text().equals(InputRow.TIME))) {
            problems.add(head.get(0).problem(file, "the head has no column 'time'", "write a head such as time;price"));
        }
    }

    private static Optional<InputRow> row(String file, List<Cell> head, List<Cell> cells, Problems problems) {
        if (cells.size() != head.size()) {
            String what = "this row has " + cells.size() + " cells, the head " + head.size();
            problems.add(
                    cells.get(0).problem(file, what, "give it one for each column; an unknown value is left empty"));
            return Optional.empty();
        }
        Map<String, Cell> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(head.get(i).text(), cells.get(i));
        }
        Optional<Cell> start = Optional.ofNullable(values.remove(InputRow.TIME));
        Optional<Cell> end = Optional.ofNullable(values.remove(InputRow.END));
        return start.map(at -> new InputRow(at, end, values));
    }
}
