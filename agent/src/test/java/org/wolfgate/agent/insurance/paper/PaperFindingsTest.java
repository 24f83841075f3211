package org.wolfgate.agent.insurance.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ours against an independent recomputation of the paper in exact fractions. */
class PaperFindingsTest {

    private static final Map<String, Finding> BY_ITEM =
            PaperFindings.all().stream().collect(Collectors.toMap(Finding::item, Function.identity()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    3-node first best (7)           | AGREES               | 20/9 (-s + 210); 20/9 (2 s - 15)
                    3-node E[SW]                    | AGREES               | 288820/27 = 10697.037
                    premium (8)                     | AGREES               | (52-c)^2/40; 42-c below 32
                    self-selection (9), (10)        | AGREES               | by search, v = 30: c1 = 30.8765; c2 = 35.3827
                    k1, k2, k3, k4                  | AGREES               | 2860/9, 9, -715/18, 9/4
                    strike ranges (13)              | AGREES               | [2392/81, 2572/81], [2582/81, 3302/81]
                    second-best dispatch (12)       | CORRECTED            | 32, -52, k4: q(32) = (435.0617, 29.8765), q(52) = (346.1728, 207.6543)
                    3-node E[SW*]                   | AGREES               | 7722140/729 = 10592.785
                    Table 1, (9; 22.5)              | AGREES_ON_CONDITION  | 0.97187 %
                    Table 1, (10; 20)               | AGREES_TRUNCATED     | 0.97459 %
                    Table 1, (10; 23)               | AGREES_ON_CONDITION  | 1.01442 %
                    4-node first best, q1           | AGREES_ON_CONDITION  | 12 (s2 + s4 - 24)
                    4-node first best, q2           | AGREES_ON_CONDITION  | 1/4 (399 s2 - 201 s4 - 3056)
                    4-node first best, q3           | AGREES_ON_CONDITION  | 15/2 (5 s2 - 3 s4 - 16)
                    4-node first best, q4           | AGREES_ON_CONDITION  | 1/4 (-201 s2 + 159 s4 + 1424)
                    4-node E[SW]                    | AGREES               | 8652
                    premium (14), zone 1            | AGREES               | (40-c)^2/16; 36-c below 32
                    premium (15), zone 2            | AGREES               | (32-c)^2/8; 30-c below 28
                    one level 28.5: both dispatches | AGREES               | 396/0/48.8/444.8; 396/646.75/307.5/56.75; switch 57
                    one level 28.5: E[SW]           | AGREES               | 835655171/115200 = 7253.951
                    one level 28.5: loss            | AGREES_TRUNCATED     | 16.159 %
                    best single level               | AGREES               | 28.30 with loss 16.156 %
                    (30; 21): both dispatches       | AGREES               | 432/0/41.6/473.6; 432/383.5/195/243.5; switch 42
                    (30; 21): benefits              | AGREES               | access 1 at node 1, 91/150 at node 3
                    (30; 21): E[SW]                 | AGREES               | 2936273/360 = 8156.314
                    (30; 21): loss                  | AGREES               | 5.729 %
                    (30, 31.5; 21, 27): loss        | NOT_AN_EQUILIBRIUM   | 6.693 %, E[SW] = 8072.910
                    Proposition 2                   | AGREES               | 0 of 2000 random units against it
                    """)
    void everyFigureComesOutAsRecomputed(String item, Verdict verdict, String ours) {
        Finding finding = found(item);
        assertEquals(ours, finding.ours());
        assertEquals(verdict, finding.verdict());
    }

    @Test
    void noFindingIsLeftOut() {
        assertEquals(29, BY_ITEM.size());
        assertEquals(Verdict.AGREES, found("Proposition 1").verdict());
    }

    @Test
    void everyCorrectionIsExplainedInOneLine() {
        for (Finding finding : BY_ITEM.values()) {
            boolean plain = List.of(Verdict.AGREES, Verdict.AGREES_TRUNCATED).contains(finding.verdict());
            assertTrue(plain || !finding.why().isEmpty(), finding.item());
            assertEquals(-1, finding.why().indexOf('\n'), finding.item());
        }
    }

    @Test
    void thePrintedDispatchWouldOverloadTheLine() {
        assertTrue(found("second-best dispatch (12)").why().contains("993 at s = 32 where line 1-3 allows 900"));
    }

    @Test
    void otherReadingsOfTheOneLevelSchemeMissThePublishedWelfare() {
        String why = found("one level 28.5: E[SW]").why();
        assertTrue(why.contains("cheapest first: 7653.29"), why);
        assertTrue(why.contains("standing down: 7145.676"), why);
        assertTrue(why.contains("free hubs: 7148.19"), why);
    }

    @Test
    void theFixedPointOfTwoLevelsPerZoneIsShownBesideThePublishedChoices() {
        String why = found("(30, 31.5; 21, 27): loss").why();
        assertTrue(why.contains("4.406 % (E[SW] = 1524471439/184320 = 8270.787)"), why);
        assertTrue(why.contains("gains 0.66 $/MWh"), why);
        assertTrue(why.contains("up to cost 19.7859 buy 30 and up to 19.7540 buy 21"), why);
        assertTrue(why.contains("186.863/281.137/176.309/108.691 MW"), why);
        assertTrue(why.contains("access 1.00000, 0.87195, 0.60391, 0.10385"), why);
    }

    private static Finding found(String item) {
        Finding finding = BY_ITEM.get(item);
        if (finding == null) {
            throw new AssertionError("no finding named " + item + " among " + BY_ITEM.keySet());
        }
        return finding;
    }
}
