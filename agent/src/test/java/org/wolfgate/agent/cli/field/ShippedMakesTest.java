package org.wolfgate.agent.cli.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wolfgate.agent.bringup.Candidate;
import org.wolfgate.agent.bringup.Clue;
import org.wolfgate.agent.bringup.Identifier;
import org.wolfgate.agent.bringup.RegisterPicture;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.profile.Expected;
import org.wolfgate.drivers.profile.ProfileNames;

/** Every make that comes with the product is recognised among all the others. */
class ShippedMakesTest {

    private static final Path NOWHERE = Path.of("none");
    private static final List<Clue> CLUES = ProfileClues.all(NOWHERE);

    @Test
    void everyShippedProfileIsLookedAt() {
        assertEquals(ProfileNames.meters(NOWHERE).size(), CLUES.size());
        assertTrue(CLUES.size() >= 20, "only " + CLUES.size());
        assertTrue(ProfileNames.plants(NOWHERE).contains("kilowatt-set-point"));
    }

    static List<Clue> clues() {
        return CLUES;
    }

    /** Makes that share their registers cannot be told apart; then both come first. */
    @ParameterizedTest
    @MethodSource("clues")
    void aMeterIsRecognisedAsItsProfileStands(Clue clue) {
        List<Candidate> found = Identifier.candidates(CLUES, meter(clue));
        Candidate own = found.stream()
                .filter(candidate -> candidate.profile().equals(clue.profile()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(clue.profile() + " is not among " + found));
        assertTrue(own.asProfiled(), own::toString);
        assertEquals(found.get(0).score(), own.score(), () -> found.get(0) + " before " + own);
    }

    /** A live meter: 59.98 Hz, three voltages, some power and counters; zeros around each. */
    private static RegisterPicture meter(Clue clue) {
        RegisterPicture picture = RegisterPicture.empty();
        for (Point point : clue.points()) {
            int from = Math.max(0, point.address() - 2);
            picture = picture.with(
                    point.table(), from, IntStream.range(0, 8).mapToObj(i -> 0).toList());
        }
        picture = put(picture, clue.frequency(), 59_980);
        for (int phase = 0; phase < clue.voltages().size(); phase++) {
            picture = put(picture, Optional.of(clue.voltages().get(phase)), 230_100 + 300L * phase);
        }
        picture = put(picture, Optional.of(clue.power()), 31_500);
        for (Point counter : clue.energies()) {
            picture = put(picture, Optional.of(counter), 123_456_000);
        }
        RegisterPicture live = picture;
        return clue.identity().map(identity -> named(live, identity)).orElse(live);
    }

    private static RegisterPicture named(RegisterPicture picture, Expected identity) {
        Point point = identity.point();
        return picture.withAlone(
                point, point.encoding().encodeDown(identity.values().get(0)).orElseThrow());
    }

    private static RegisterPicture put(RegisterPicture picture, Optional<Point> point, long value) {
        return point.map(one -> picture.with(
                        one.table(),
                        one.address(),
                        one.encoding().encodeDown(value).orElseThrow()))
                .orElse(picture);
    }
}
