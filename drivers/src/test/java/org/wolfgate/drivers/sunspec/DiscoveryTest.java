package org.wolfgate.drivers.sunspec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wolfgate.drivers.ImageLine;
import org.wolfgate.drivers.Reading;

/** The traps of locating a SunSpec map. */
class DiscoveryTest {

    @ParameterizedTest
    @ValueSource(ints = {40_000, 0, 50_000})
    void theMarkerIsFoundAtEachOfTheThreeBases(int base) {
        Chain chain = chain(SunSpecImage.at(base, 66).model(103, 50).end());
        assertEquals(base, chain.base());
        assertEquals(List.of(new FoundModel(1, base + 2, 66), new FoundModel(103, base + 70, 50)), chain.models());
    }

    /** Model 1 of 65 registers is an older revision; some devices pad it to 66. Everything behind it moves. */
    @Test
    void theDevicesOwnLengthLeadsToTheNextModel() {
        assertEquals(
                40_069,
                chain(SunSpecImage.at(40_000, 65).model(103, 50).end())
                        .models()
                        .get(1)
                        .start());
        assertEquals(
                40_070,
                chain(SunSpecImage.at(40_000, 66).model(103, 50).end())
                        .models()
                        .get(1)
                        .start());
    }

    @Test
    void theSameModelTwiceIsTwoModels() {
        Chain chain = chain(SunSpecImage.at(40_000, 66)
                .model(203, 105)
                .model(64_001, 7)
                .model(203, 105)
                .end());
        assertEquals(
                List.of(40_070, 40_186),
                chain.all(203).stream().map(FoundModel::start).toList());
    }

    @Test
    void aLengthThatRunsPastTheLastRegisterEndsTheSearch() {
        SunSpecImage image = SunSpecImage.at(40_000, 66);
        image.put(40_070, 103, 0xFFF0);
        assertTrue(reason(image).contains("model 103 at 40070 says it has 65520 registers"), reason(image));
    }

    @Test
    void aChainWithoutEndIsGivenUp() {
        SunSpecImage image = SunSpecImage.at(0, 66);
        IntStream.range(0, 200).forEach(i -> image.model(64_100, 0));
        assertTrue(reason(image).contains("no end after 100 models"), reason(image));
    }

    @Test
    void aChainThatBreaksOffSaysWhere() {
        assertTrue(reason(SunSpecImage.at(40_000, 66).model(103, 50)).contains("breaks off at 40122"));
    }

    @Test
    void aDeviceThatIsNoSunSpecDeviceSaysWhatToTry() {
        assertTrue(reason(new SunSpecImage()).contains("no SunSpec marker at 40000, 0 or 50000"));
    }

    @Test
    void aDeviceThatIsAwayCostsOneRequest() {
        ImageLine line = new ImageLine(new SunSpecImage());
        line.cut();
        assertTrue(new SunSpecDevice(line, 1).chain().reason().contains("no answer within"));
        assertEquals(0, line.reads());
    }

    /** Whatever stands in the registers, discovery ends and throws nothing. */
    @Test
    void noiseInTheRegistersIsNeverADevice() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            SunSpecImage image = new SunSpecImage();
            image.put(40_000, 0x5375, 0x6E53);
            image.put(
                    40_002,
                    IntStream.range(0, 200)
                            .map(i -> random.nextInt(8) == 0 ? random.nextInt(65_536) : random.nextInt(9))
                            .toArray());
            Reading<Chain> chain = new SunSpecDevice(new ImageLine(image), 1).chain();
            assertTrue(
                    !chain.isGood()
                            || chain.value().orElseThrow().models().get(0).id() == 1,
                    "seed " + seed);
        }
    }

    private static Chain chain(SunSpecImage image) {
        return new SunSpecDevice(new ImageLine(image), 1).chain().value().orElseThrow();
    }

    private static String reason(SunSpecImage image) {
        return new SunSpecDevice(new ImageLine(image), 1).chain().reason();
    }
}
