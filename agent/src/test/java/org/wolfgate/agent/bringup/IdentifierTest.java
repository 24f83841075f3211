package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.WordOrder;
import org.wolfgate.drivers.profile.Expected;

/** Which make of meter answers, when nobody knows. */
class IdentifierTest {

    private static final Point IDENTITY = new Point(
            "identity",
            RegisterTable.HOLDING,
            11,
            1,
            new Encoding(NumberType.U16, WordOrder.BE, BigDecimal.ONE, List.of()));

    private static final List<Integer> MISLEADING = List.of(0x8000, 0x8000, 0x8000, 0x8000, 0x8000, 0x8000, 0x8000);

    @ParameterizedTest
    @EnumSource(RegisterOrder.class)
    void theFourOrdersAreToldApart(RegisterOrder order) {
        Candidate candidate = only(picture(0, order));
        assertEquals(order, candidate.order());
        assertEquals(order == RegisterOrder.ABCD, candidate.asProfiled());
        assertEquals(order == RegisterOrder.ABCD, candidate.correction().isEmpty());
    }

    /** OpenEMS/openems#86: an address off by one joins the halves of two floats. */
    @ParameterizedTest
    @CsvSource({"-1, subtract 1", "1, add 1"})
    void anAddressOffByOneIsFoundAndSaid(int shift, String said) {
        Candidate candidate = only(picture(shift, RegisterOrder.ABCD));
        assertEquals(shift, candidate.shift());
        assertTrue(candidate.correction().contains("off by one")
                && candidate.correction().contains(said));
        assertTrue(candidate.why().get(0).contains((3109 + shift) + " (doc. " + (3110 + shift) + ")"));
    }

    @Test
    void everyReasonIsShownWithItsAddressBothWays() {
        assertEquals(
                List.of(
                        "frequency 3109 (doc. 3110) = 59.98 Hz",
                        "voltages 3027 (doc. 3028) = 230.1 229.8 230.4 V",
                        "power 3059 (doc. 3060) = -31.5 kW"),
                only(picture(0, RegisterOrder.ABCD)).why());
    }

    @Test
    void aDeviceWithoutAFrequencyNearFiftyOrSixtyIsNobody() {
        RegisterPicture noise = RegisterPicture.empty()
                .with(RegisterTable.HOLDING, 3108, List.of(0x8000, 0x8000, 0x8000, 0x8000))
                .with(RegisterTable.HOLDING, 3026, MISLEADING);
        assertEquals(List.of(), Identifier.candidates(List.of(clue()), noise));
        assertEquals(List.of(), Identifier.candidates(List.of(clue()), RegisterPicture.empty()));
    }

    @Test
    void voltagesThatMakeNoSenseSpeakAgainst() {
        RegisterPicture picture = RegisterPicture.empty()
                .with(RegisterTable.HOLDING, 3109, f32(59.98f, RegisterOrder.ABCD))
                .with(RegisterTable.HOLDING, 3027, f32(-1e6f, RegisterOrder.ABCD));
        Candidate candidate = only(picture);
        assertTrue(candidate.score() < 50, candidate::toString);
        assertTrue(candidate.why().stream().anyMatch(why -> why.startsWith("against: voltages")));
    }

    @Test
    void theBestFitComesFirst() {
        Clue stranger = new Clue(
                "stranger",
                "Stranger",
                clue().frequency(),
                List.of(point("voltage", 9_000, 1_000)),
                clue().power(),
                List.of(),
                Optional.empty());
        List<Candidate> found = Identifier.candidates(List.of(stranger, clue()), picture(0, RegisterOrder.ABCD));
        assertEquals(
                List.of("schneider", "stranger"),
                found.stream().map(Candidate::profile).toList());
        assertFalse(found.get(0).score() == found.get(1).score());
    }

    /** Two makes that share their registers are told apart by what the device says of itself. */
    @Test
    void aRegisterThatNamesTheMakeDecidesBetweenTwinsAndAgainstAStranger() {
        RegisterPicture named = picture(0, RegisterOrder.ABCD).withAlone(IDENTITY, List.of(341));
        List<Candidate> found = Identifier.candidates(List.of(twin("335", 335), clue(), twin("341", 341)), named);
        assertEquals(
                List.of("341", "schneider", "335"),
                found.stream().map(Candidate::profile).toList());
        assertEquals(List.of(100, 90, 30), found.stream().map(Candidate::score).toList());
        assertTrue(found.get(2).why().contains("against: identity 11 (doc. 12) = 341, not one of [335]"));
    }

    private static Clue twin(String profile, long identity) {
        Clue clue = clue();
        return new Clue(
                profile,
                clue.make(),
                clue.frequency(),
                clue.voltages(),
                clue.power(),
                clue.energies(),
                Optional.of(new Expected(IDENTITY, List.of(identity), "")));
    }

    private static Candidate only(RegisterPicture picture) {
        List<Candidate> found = Identifier.candidates(List.of(clue()), picture);
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    private static Clue clue() {
        return new Clue(
                "schneider",
                "Schneider PM5500",
                Optional.of(point("frequency", 3109, 1_000)),
                List.of(
                        point("voltage 1", 3027, 1_000),
                        point("voltage 2", 3029, 1_000),
                        point("voltage 3", 3031, 1_000)),
                point("power", 3059, 1_000),
                List.of(),
                Optional.empty());
    }

    private static Point point(String name, int address, int factor) {
        Encoding encoding = new Encoding(NumberType.F32, WordOrder.BE, BigDecimal.valueOf(factor), List.of());
        return new Point(name, RegisterTable.HOLDING, address, 1, encoding);
    }

    /** A meter as the device would show it, its addresses moved and its bytes in some order. */
    private static RegisterPicture picture(int shift, RegisterOrder order) {
        List<Integer> voltages = Stream.of(230.1f, 229.8f, 230.4f)
                .flatMap(v -> f32(v, order).stream())
                .toList();
        return RegisterPicture.empty()
                .with(
                        RegisterTable.HOLDING,
                        3020,
                        IntStream.range(0, 100).mapToObj(i -> 0).toList())
                .with(RegisterTable.HOLDING, 3109 + shift, f32(59.98f, order))
                .with(RegisterTable.HOLDING, 3027 + shift, voltages)
                .with(RegisterTable.HOLDING, 3059 + shift, f32(-31.5f, order));
    }

    private static List<Integer> f32(float number, RegisterOrder order) {
        int bits = Float.floatToIntBits(number);
        return order.toBigEndian(Arrays.asList(bits >>> 16, bits & 0xFFFF));
    }
}
