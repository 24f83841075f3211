package org.wolfgate.agent.cli.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.bringup.RegisterOrder;
import org.wolfgate.drivers.modbus.NumberType;

/** Numbers by hand: what is written reads back as what was typed. */
class RegistersTest {

    @Test
    void aNumberIsShownInEachOrder() {
        assertEquals("60", Registers.show(NumberType.F32, RegisterOrder.ABCD, List.of(0x4270, 0)));
        assertEquals("60", Registers.show(NumberType.F32, RegisterOrder.CDAB, List.of(0, 0x4270)));
        assertEquals("60", Registers.show(NumberType.F32, RegisterOrder.BADC, List.of(0x7042, 0)));
        assertEquals("60", Registers.show(NumberType.F32, RegisterOrder.DCBA, List.of(0, 0x7042)));
        assertEquals("-2", Registers.show(NumberType.S16, RegisterOrder.ABCD, List.of(0xFFFE)));
    }

    @Test
    void whatIsWrittenReadsBackInEveryOrderAndType() {
        Seeds.holds(300, random -> {
            long number = random.nextInt(30_000);
            for (NumberType type : NumberType.values()) {
                for (RegisterOrder order : RegisterOrder.values()) {
                    List<Integer> words = Registers.words(type, order, Long.toString(number));
                    assertEquals(Long.toString(number), Registers.show(type, order, words), type + " " + order);
                }
            }
        });
    }

    @Test
    void whatDoesNotFitIsRefusedNotCut() {
        assertThrows(
                IllegalArgumentException.class, () -> Registers.words(NumberType.U16, RegisterOrder.ABCD, "65536"));
        assertThrows(IllegalArgumentException.class, () -> Registers.words(NumberType.U16, RegisterOrder.ABCD, "-1"));
        assertThrows(IllegalArgumentException.class, () -> Registers.words(NumberType.U16, RegisterOrder.ABCD, "x"));
        assertThrows(
                IllegalArgumentException.class, () -> Registers.words(NumberType.F32, RegisterOrder.ABCD, "0.0001"));
    }
}
