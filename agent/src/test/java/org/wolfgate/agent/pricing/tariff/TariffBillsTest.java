package org.wolfgate.agent.pricing.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.config.TariffFile;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Problems;

class TariffBillsTest {

    @Test
    void theStepTableOf2010IsTheContinuousCurveReadInStepsOfTwentyMillihertz() throws IOException {
        agreesAtEveryMillihertz("in-ui-2010", f -> {
            if (f >= 50_200) {
                return "0";
            } else if (f >= 49_700) {
                return times("15.5", steps(50_200 - f, 20));
            } else if (f >= 49_500) {
                return new BigDecimal("387.5")
                        .add(new BigDecimal(times("47", steps(49_700 - f, 20))))
                        .toString();
            }
            return "873";
        });
    }

    @Test
    void theStepTableOf2014IsTheContinuousCurveReadInStepsOfTenMillihertz() throws IOException {
        agreesAtEveryMillihertz("in-dsm-2014", f -> {
            if (f >= 50_050) {
                return "0";
            } else if (f >= 50_000) {
                return times("35.6", steps(50_050 - f, 10));
            } else if (f >= 49_700) {
                return new BigDecimal("178")
                        .add(new BigDecimal(times("20.84", steps(50_000 - f, 10))))
                        .toString();
            }
            return "824.04";
        });
    }

    @Test
    void whatTheSourceLeavesUnsettledHasNoAmountAndSaysSo() throws IOException {
        Tariff tariff = tariff("in-dsm-2024");
        Situation situation = Situation.at(new Frequency(50_000), Map.of("reference_rate", new BigDecimal("300")));
        Bill bill = tariff.settle(party(tariff, "seller"), quarterHour("500 MW", "600 MW"), situation);
        assertFalse(bill.complete());
        assertEquals(Set.of("UNSTATED_RULE:band 2"), bill.flags());
        assertTrue(bill.tariff().contains("secondary-source"), bill.tariff());
    }

    @Test
    void aMarketPriceThatHasNotArrivedIsNeverAPriceOfZero() throws IOException {
        Tariff tariff = tariff("gb-single");
        Block block = Block.of(1800, ActivePower.ZERO, ActivePower.parse("5 MW"));
        Bill bill = tariff.settle(party(tariff, "any"), block, Situation.of(Map.of()));
        assertFalse(bill.complete());
        assertEquals(Set.of("INPUT_MISSING:price"), bill.flags());
    }

    @Test
    void anUnknownFrequencyIsPricedProvisionallyAtTheScheduledOne() throws IOException {
        Tariff tariff = tariff("in-dsm-2014");
        Bill bill = tariff.settle(party(tariff, "seller"), quarterHour("500 MW", "510 MW"), Situation.of(Map.of()));
        assertEquals("4450.00", bill.total().toCents().toString());
        assertEquals(Set.of("PROVISIONAL_NO_FREQ"), bill.flags());
    }

    @Test
    void aResourceOnTestPaysNothingAndTheBillSaysWhy() throws IOException {
        Tariff tariff = tariff("us-ercot-bpd");
        Situation situation = new Situation(
                Optional.empty(), Optional.empty(), Map.of("price", new BigDecimal("35")), Set.of("on_test"));
        Bill bill = tariff.settle(party(tariff, "generator"), quarterHour("100 MW", "150 MW"), situation);
        assertTrue(bill.lines().isEmpty());
        assertEquals(Set.of("EXEMPT:on_test"), bill.flags());
    }

    @Test
    void limitsFromInputsThatCrossAreFlagged() throws IOException {
        Tariff tariff = tariff("in-dsm-2024");
        Block block = new Block(
                900, ActivePower.parse("80 MW"), ActivePower.parse("60 MW"), Optional.of(ActivePower.parse("100 MW")));
        Situation situation = Situation.of(Map.of(
                "contract_rate", new BigDecimal("250"),
                "first_limit", new BigDecimal("15"),
                "second_limit", new BigDecimal("10")));
        Bill bill = tariff.settle(party(tariff, "wind-solar"), block, situation);
        assertEquals(Set.of("BANDS_CROSS"), bill.flags());
    }

    @Test
    void everyPartOfADeviationLiesInOneBand() throws IOException {
        Tariff tariff = tariff("us-ferc-890");
        for (String actual : new String[] {"-3 MW", "0 MW", "97.123457 MW", "100 MW", "101.5 MW", "102 MW", "240 MW"}) {
            Block block = Block.of(3600, ActivePower.parse("100 MW"), ActivePower.parse(actual));
            Bill bill = tariff.settle(
                    party(tariff, "generator"),
                    block,
                    Situation.of(Map.of("incremental", BigDecimal.TEN, "decremental", BigDecimal.ONE)));
            BigDecimal expected = block.deviation().megawatts().multiply(BigDecimal.valueOf(3600));
            assertEquals(0, expected.compareTo(bill.megawattSeconds(line -> true)), actual);
        }
    }

    @Test
    void aBlockOfAnotherLengthIsRefused() throws IOException {
        Tariff tariff = tariff("gb-single");
        Block block = Block.of(900, ActivePower.ZERO, ActivePower.parse("5 MW"));
        Party party = party(tariff, "any");
        Situation situation = Situation.of(Map.of());
        assertThrows(IllegalArgumentException.class, () -> tariff.settle(party, block, situation));
    }

    private static void agreesAtEveryMillihertz(String file, IntFunction<String> published) throws IOException {
        Tariff tariff = tariff(file);
        for (int f = 48_900; f < 50_400; f++) {
            BigDecimal rate = tariff.rate("rate", Situation.at(new Frequency(f), Map.of()))
                    .orElseThrow();
            assertEquals(0, new BigDecimal(published.apply(f)).compareTo(rate), f + " mHz: " + rate);
        }
    }

    /** Steps of this size that a distance reaches into. */
    private static int steps(int distance, int size) {
        return (distance + size - 1) / size;
    }

    private static String times(String price, int count) {
        return new BigDecimal(price).multiply(BigDecimal.valueOf(count)).toString();
    }

    private static Block quarterHour(String scheduled, String actual) {
        return Block.of(900, ActivePower.parse(scheduled), ActivePower.parse(actual));
    }

    private static Party party(Tariff tariff, String name) {
        return tariff.party(name).orElseThrow();
    }

    private static Tariff tariff(String name) throws IOException {
        Path file = Path.of("..", "config", "tariffs", name + ".yaml");
        return TariffFile.read(name, Files.readString(file), new Problems()).orElseThrow();
    }
}
