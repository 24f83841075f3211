package org.wolfgate.agent.cli.field;

import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.bringup.Candidate;
import org.wolfgate.agent.bringup.Clue;
import org.wolfgate.agent.bringup.Identifier;
import org.wolfgate.agent.bringup.RegisterPicture;
import org.wolfgate.drivers.modbus.Point;

/**
 * What one unit may be.
 *
 * @param sunSpec if it carries the marker
 * @param candidates makes of meter, most likely first
 */
record Identification(Optional<SunSpecLook> sunSpec, List<Candidate> candidates) {

    /**
     * Asks for the frequency of every make first, since it decides; for the rest only where a frequency made sense, so
     * that a slow line is not asked for everything.
     */
    static Identification of(Device device, List<Clue> clues) {
        Optional<SunSpecLook> sunSpec = SunSpecLook.at(device);
        RegisterPicture picture = RegisterPicture.empty();
        for (Clue clue : clues) {
            picture = device.around(picture, anchor(clue), Identifier.MOST_SHIFT);
        }
        List<String> likely = Identifier.candidates(clues, picture).stream()
                .map(Candidate::profile)
                .toList();
        List<Clue> left =
                clues.stream().filter(clue -> likely.contains(clue.profile())).toList();
        for (Clue clue : left) {
            picture = device.around(picture, clue.points(), Identifier.MOST_SHIFT);
            if (clue.identity().isPresent()) {
                picture = device.alone(picture, clue.identity().get().point());
            }
        }
        return new Identification(sunSpec, Identifier.candidates(left, picture));
    }

    private static List<Point> anchor(Clue clue) {
        return clue.frequency().map(List::of).orElse(clue.voltages());
    }

    /** The make to offer: the first that fits as its profile stands. */
    Optional<Candidate> best() {
        return candidates.stream().filter(Candidate::asProfiled).findFirst();
    }
}
