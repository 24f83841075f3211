package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long form only: sixty days fill the ledger, and for thirty more it must stay as large as it is. */
class RetentionSoak {

    private static final int FULL = 60;
    private static final int MORE = 30;

    /** The first records leave some days later than they may: only when the log is folded back. */
    private static final int SETTLED = 5;

    @TempDir(factory = SoakTest.OnMemory.class)
    Path folder;

    @Test
    void databaseStopsGrowingWhenTheOldestRecordsLeave() throws IOException {
        List<Soak.Day> days = new Soak(folder).run("1 h", Duration.ofHours(1), FULL + MORE, FULL + SETTLED);
        Soak.Day last = days.get(days.size() - 1);
        assertTrue(last.database() < days.get(FULL + SETTLED).database() + SoakTest.LOG_MOST, "database: " + days);
        assertTrue(last.heap() < days.get(0).heap() + SoakTest.HEAP_MARGIN, "heap: " + days);
    }
}
