package org.wolfgate.agent.metering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.agent.metering.IntervalGrid.Piece;
import org.wolfgate.drivers.Energy;

/**
 * How the energy of a gap was distributed over the intervals that it touches, by the best guide there is: power samples
 * if they cover the whole gap, else the schedule if it does, else time alone.
 */
final class GapWeights {

    private final OpenIntervals open;
    private final ExpectedEnergy expected;

    GapWeights(OpenIntervals open, ExpectedEnergy expected) {
        this.open = open;
        this.expected = expected;
    }

    List<BigDecimal> of(List<Piece> pieces, Direction direction) {
        return Stream.of(byPower(pieces, direction), bySchedule(pieces, direction))
                .flatMap(Optional::stream)
                .filter(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0))
                .findFirst()
                .orElseGet(() -> byTime(pieces));
    }

    static List<BigDecimal> byTime(List<Piece> pieces) {
        return pieces.stream().map(piece -> BigDecimal.valueOf(piece.millis())).toList();
    }

    private Optional<List<BigDecimal>> byPower(List<Piece> pieces, Direction direction) {
        boolean everywhere = pieces.stream()
                .allMatch(piece -> open.get(piece.number()).power().coveredMillis() >= piece.millis());
        return everywhere
                ? Optional.of(pieces.stream()
                        .map(piece -> open.get(piece.number()).power().halfWattMillis())
                        .map(direction::partOf)
                        .map(BigDecimal::valueOf)
                        .toList())
                : Optional.empty();
    }

    private Optional<List<BigDecimal>> bySchedule(List<Piece> pieces, Direction direction) {
        List<Optional<Energy>> scheduled =
                pieces.stream().map(piece -> expected.over(piece.interval())).toList();
        return scheduled.stream().allMatch(Optional::isPresent)
                ? Optional.of(scheduled.stream()
                        .flatMap(Optional::stream)
                        .map(energy -> BigDecimal.valueOf(direction.partOf(energy.wattHours())))
                        .toList())
                : Optional.empty();
    }
}
