package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;

/** What holds for lines whose frames carry a transaction number and whose connection can be lost. */
abstract class TcpContract extends LineContract {

    TcpContract() {
        super(Framing.MBAP);
    }

    /** The late answer on a connection that it still reaches: its transaction number gives it away. */
    @Test
    void anAnswerToAnEarlierRequestIsRefused() throws IOException {
        byte[][] earlier = new byte[1][];
        RudeDevice.Script stale = (number, asked, out) -> {
            byte[] now = framing().honest(asked);
            out.write(number == 2 ? earlier[0] : now);
            earlier[0] = now;
        };
        try (Place place = serving(stale);
                ModbusLine line = place.line(PATIENT)) {
            assertEquals(words(100, 1), line.exchange(read(100, 1)));
            assertFailed(line.exchange(read(101, 1)), "transaction");
            assertEquals(words(102, 1), line.exchange(read(102, 1)));
        }
    }

    /** Transaction, protocol, length. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aHeaderThatIsWrongAnywhereIsNoAnswer(int alteredByte) throws IOException {
        RudeDevice.Script altered = (number, asked, out) -> {
            byte[] answer = framing().honest(asked);
            answer[alteredByte] ^= (byte) (number == 1 ? 0x55 : 0);
            out.write(answer);
        };
        try (Place place = serving(altered);
                ModbusLine line = place.line(SHORT)) {
            assertFailed(line.exchange(read(100, 2)), "");
            assertEquals(words(100, 2), line.exchange(read(100, 2)));
        }
    }

    /** openhab/openhab-addons#18111, emqx/neuron#2155: reconnect that never comes. */
    @Test
    void aDeviceThatHangsUpIsConnectedToAgain() throws IOException {
        RudeDevice.Script hangsUp = (number, asked, out) -> {
            honest(number, asked, out);
            if (number % 2 == 0) {
                throw new IOException("hang up after every second answer");
            }
        };
        try (Place place = serving(hangsUp);
                ModbusLine line = place.line(PATIENT)) {
            long good = IntStream.range(0, 20)
                    .filter(address -> line.exchange(read(address, 1)).equals(words(address, 1)))
                    .count();
            assertTrue(good >= 10, good + " of 20 reads were good");
        }
    }

    @Test
    void aDeviceThatHangsUpInsteadOfAnsweringIsAFailureAtOnce() throws IOException {
        RudeDevice.Script hangsUp = (number, asked, out) -> {
            throw new IOException("hang up");
        };
        try (Place place = serving(hangsUp);
                ModbusLine line = place.line(PATIENT)) {
            assertFailed(line.exchange(read(1, 1)), "the device closed the connection");
        }
    }

    @Test
    void aDeviceThatIsNotThereIsAFailureWithAdvice() throws IOException {
        Place place = serving(this::honest);
        place.close();
        try (ModbusLine line = place.line(PATIENT)) {
            Answer answer = line.exchange(read(1, 1));
            assertFailed(answer, "check power, cable, address and port");
        }
    }
}
