package org.wolfgate.agent.insurance.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.dispatch.DcNetwork;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Line;

class FourNodeExampleTest {

    private static final List<Line> OTHERS = List.of(line(1, 2), line(2, 3), line(4, 1), line(2, 4), line(1, 3));

    private static Line line(int from, int to) {
        return new Line(from - 1, to - 1, 1);
    }

    /** Of the 24 connected networks with line 3-4, the loading of that line by nodes 1 to 3, with node 4 as reference. */
    @Test
    void onlyTheRingWithChordTwoFourHasTheLoadingOfThePublishedOptimum() {
        int connected = 0;
        List<List<Line>> right = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << OTHERS.size(); chosen++) {
            List<Line> lines = new ArrayList<>(List.of(line(3, 4)));
            for (int k = 0; k < OTHERS.size(); k++) {
                if ((chosen >> k & 1) == 1) {
                    lines.add(OTHERS.get(k));
                }
            }
            Optional<Doubles> ptdf = loading(lines);
            connected += ptdf.isPresent() ? 1 : 0;
            if (ptdf.isPresent() && isPublished(ptdf.get())) {
                right.add(lines);
            }
        }
        assertEquals(24, connected);
        assertEquals(List.of(List.of(line(3, 4), line(1, 2), line(2, 3), line(4, 1), line(2, 4))), right);
    }

    private static Optional<Doubles> loading(List<Line> lines) {
        try {
            return Optional.of(new DcNetwork(4, lines).ptdf(0));
        } catch (IllegalArgumentException unconnected) {
            return Optional.empty();
        }
    }

    private static boolean isPublished(Doubles ptdf) {
        Doubles ours = FourNodeExample.network(false).flowgates().get(0).ptdf();
        for (int node = 0; node < 4; node++) {
            if (Math.abs(ptdf.get(node) - ptdf.get(3) - ours.get(node)) > 1e-12) {
                return false;
            }
        }
        return true;
    }
}
