package org.wolfgate.agent.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeServicesTest {

    private static final String TRACKING = "C0A80001,ntp.example,3,1795348800.123,0.000250000,0.000012,0.000034,"
            + "-12.345,0.001,0.020,0.004000000,0.001000000,64.2,Normal\n";

    private final FakeTime time = new FakeTime(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void chronyBoundsTheErrorByOffsetDispersionAndHalfTheDelay() {
        TimeStatus status = chrony(TRACKING).orElseThrow();
        assertEquals(TimeQuality.SYNCHRONISED, status.quality());
        assertEquals(Optional.of(Duration.ofNanos(3_250_000)), status.estimatedError());
    }

    @Test
    void chronyWithoutAReferenceIsUnsynchronised() {
        String line = TRACKING.replace("Normal", "Not synchronised");
        assertEquals(TimeQuality.UNSYNCHRONISED, chrony(line).orElseThrow().quality());
    }

    @Test
    void chronyWhoseErrorHasGrownPastASecondIsHoldover() {
        String line = TRACKING.replace("0.001000000", "1.200000000");
        assertEquals(TimeQuality.HOLDOVER, chrony(line).orElseThrow().quality());
    }

    @Test
    void answerThatIsNotChronysIsNoAnswer() {
        assertEquals(Optional.empty(), chrony("506 Cannot talk to daemon\n"));
        assertEquals(Optional.empty(), chrony(TRACKING.replace("0.000250000", "soon")));
    }

    @Test
    void timesyncdIsBelievedWhileItsMarkIsFresh() throws IOException {
        Path mark = directory.resolve("synchronized");
        Timesyncd timesyncd = new Timesyncd(mark, time::wall);
        assertEquals(Optional.empty(), timesyncd.ask());
        Files.writeString(mark, "");
        Files.setLastModifiedTime(mark, FileTime.from(time.wall()));
        time.pass(Duration.ofMinutes(30));
        assertEquals(TimeQuality.SYNCHRONISED, timesyncd.ask().orElseThrow().quality());
        time.pass(Duration.ofHours(3));
        assertEquals(TimeQuality.HOLDOVER, timesyncd.ask().orElseThrow().quality());
    }

    @Test
    void clockSetBackBehindTheMarkIsNotBelieved() throws IOException {
        Path mark = Files.writeString(directory.resolve("synchronized"), "");
        Files.setLastModifiedTime(mark, FileTime.from(time.wall()));
        time.step(Duration.ofHours(-1));
        TimeStatus status = new Timesyncd(mark, time::wall).ask().orElseThrow();
        assertEquals(TimeQuality.HOLDOVER, status.quality());
    }

    @Test
    void referenceThatFallsSilentIsHoldoverWithGrowingErrorThenUnsynchronised() {
        SwitchedService service = new SwitchedService();
        TimeWatch watch = new TimeWatch(List.of(service), time::nanos);
        assertEquals(TimeQuality.UNSYNCHRONISED, watch.refresh().quality());
        service.says = Optional.of(
                new TimeStatus(TimeQuality.SYNCHRONISED, Optional.of(Duration.ofMillis(3)), "chrony, within 3 ms"));
        assertEquals(TimeQuality.SYNCHRONISED, watch.refresh().quality());
        service.says = Optional.empty();
        time.pass(Duration.ofHours(2));
        assertEquals(TimeQuality.HOLDOVER, watch.refresh().quality());
        assertEquals(Optional.of(Duration.ofMillis(363)), watch.status().estimatedError());
        time.pass(Duration.ofHours(5));
        assertEquals(TimeQuality.UNSYNCHRONISED, watch.refresh().quality());
        assertTrue(watch.status().reason().contains("no reference for 7 h"));
    }

    private static final class SwitchedService implements TimeService {

        private Optional<TimeStatus> says = Optional.empty();

        @Override
        public Optional<TimeStatus> ask() {
            return says;
        }
    }

    private static Optional<TimeStatus> chrony(String line) {
        return new Chrony(() -> Optional.of(line)).ask();
    }
}
