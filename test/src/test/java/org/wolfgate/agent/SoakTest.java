package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Days in fast time: nothing may grow that does not have to. */
class SoakTest {

    /** The long form of this proof sets 30. */
    private static final int DAYS = Integer.getInteger("wolfgate.soak.days", 2);

    /** Reads this often; the long form reads once a minute. */
    private static final Duration POLL = Duration.ofSeconds(Integer.getInteger("wolfgate.soak.poll", 300));

    static final long LOG_MOST = 4 << 20;
    static final long HEAP_MARGIN = 8 << 20;

    @TempDir(factory = OnMemory.class)
    Path folder;

    static final class OnMemory implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Soak.fastFolder();
        }
    }

    @Test
    void memoryThreadsAndLogStayFlatAndTheDatabaseGrowsByTheSameEachDay() throws IOException {
        List<Soak.Day> days = new Soak(folder).run("5 min", POLL, DAYS, 0);
        Soak.Day first = days.get(0);
        Soak.Day last = days.get(days.size() - 1);
        assertTrue(last.heap() < first.heap() + HEAP_MARGIN, "heap: " + days);
        assertTrue(last.threads() <= first.threads(), "threads: " + days);
        assertTrue(days.stream().allMatch(day -> day.log() < LOG_MOST), "log: " + days);
        // The database grows when the log is folded back, so a day's growth is true to one log.
        long perDay = (last.database() - first.database()) / (days.size() - 1);
        assertTrue(perDay < first.database() + first.log() + LOG_MOST, "database: " + days);
    }
}
