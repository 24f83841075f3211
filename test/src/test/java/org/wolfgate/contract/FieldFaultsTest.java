package org.wolfgate.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists of field faults keep their promise: each test in them exists, and in the first names a thread of its row. */
class FieldFaultsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*)\\| `(\\w+)\\.(\\w+)`( \\*)? \\|$");
    private static final Pattern THREAD = Pattern.compile("[\\w.-]+/[\\w.-]+#\\d+");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Pattern STORIES = Pattern.compile("`([\\w*-]+\\.txt)`");
    private static final Path HOME =
            Path.of(System.getProperty("wolfgate.home", "..")).toAbsolutePath().normalize();

    @Test
    void everyTestInTheListExistsAndNamesAThreadOfItsRow() throws IOException {
        String list = Files.readString(HOME.resolve("docs/explanation/field-faults.md"));
        List<String> broken = new ArrayList<>();
        Matcher row = ROW.matcher(list);
        int rows = 0;
        while (row.find()) {
            rows++;
            String source = source(row.group(2));
            List<String> threads = THREAD.matcher(row.group(1))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (!source.contains(" " + row.group(3) + "(")) {
                broken.add(row.group(2) + " has no " + row.group(3));
            }
            if (threads.stream().noneMatch(source::contains)) {
                broken.add(row.group(2) + " names none of " + threads);
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(rows > 30, "only " + rows + " rows were understood");
    }

    @Test
    void everyRowOfTheFaultsOfRecordsNamesTestsAndTheyExist() throws IOException {
        List<String> rows = Files.readString(HOME.resolve("docs/explanation/field-faults-of-records.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| thread |") && !line.startsWith("| ---"))
                .toList();
        List<String> broken = new ArrayList<>();
        for (String row : rows) {
            String tests = row.substring(row.lastIndexOf('|', row.length() - 2));
            List<MatchResult> named = NAMED.matcher(tests).results().toList();
            if (named.isEmpty()) {
                broken.add("no test in: " + row);
            }
            for (MatchResult test : named) {
                String source = source(test.group(1));
                if (test.group(2) != null && !source.contains(" void " + test.group(2) + "(")) {
                    broken.add(test.group(1) + " has no " + test.group(2));
                }
            }
            for (MatchResult files : STORIES.matcher(tests).results().toList()) {
                if (stories(files.group(1)) == 0) {
                    broken.add("no story " + files.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(rows.size() > 15, "only " + rows.size() + " rows were understood");
    }

    private static long stories(String glob) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Stream.of("agent", "test")
                .map(module -> HOME.resolve(module).resolve("src/test/resources"))
                .filter(Files::isDirectory)
                .flatMap(FieldFaultsTest::walk)) {
            return files.filter(file -> matcher.matches(file.getFileName())).count();
        }
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Stream.of("drivers", "agent", "test")
                .map(module -> HOME.resolve(module).resolve("src/test/java"))
                .flatMap(FieldFaultsTest::walk)) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().equals(test + ".java"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("there is no test " + test)));
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
