package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/** What holds for lines whose frames carry a check sum and no number. */
abstract class RtuContract extends LineContract {

    RtuContract() {
        super(Framing.RTU);
    }

    @Test
    void aFrameWithAWrongCheckSumIsNoAnswer() throws IOException {
        RudeDevice.Script damaged = (number, asked, out) -> {
            byte[] answer = framing().honest(asked);
            answer[4] ^= (byte) (number == 1 ? 1 : 0);
            out.write(answer);
        };
        try (Place place = serving(damaged);
                ModbusLine line = place.line(PATIENT)) {
            assertFailed(line.exchange(read(100, 2)), "wrong check sum");
            assertEquals(words(100, 2), line.exchange(read(100, 2)));
        }
    }

    /** Missing bias: a byte of noise after the answer must not cost the next request (site practice: framing noise). */
    @Test
    void noiseAfterAnAnswerDoesNotSpoilIt() throws IOException {
        RudeDevice.Script noisy = (number, asked, out) -> {
            byte[] answer = framing().honest(asked);
            out.write(java.util.Arrays.copyOf(answer, answer.length + 1));
        };
        try (Place place = serving(noisy);
                ModbusLine line = place.line(PATIENT)) {
            for (int address = 100; address < 105; address++) {
                assertEquals(words(address, 1), line.exchange(read(address, 1)));
            }
        }
    }

    /** OpenEMS/openems#6, esphome/issues#2933: one absent unit, and the others go on at once. */
    @Test
    void anAbsentUnitDoesNotSpoilTheAnswersOfTheOthers() throws IOException {
        RudeDevice.Script oneIsAway = (number, asked, out) -> {
            if (asked.unit() != 9) {
                honest(number, asked, out);
            }
        };
        try (Place place = serving(oneIsAway);
                ModbusLine line = place.line(SHORT)) {
            for (int round = 0; round < 3; round++) {
                Answer away = line.exchange(new Request.Read(9, RegisterTable.HOLDING, 100, 2));
                assertFailed(away, "no answer within 600 ms; check");
                assertEquals(words(100, 2), line.exchange(read(100, 2)));
            }
        }
    }
}
