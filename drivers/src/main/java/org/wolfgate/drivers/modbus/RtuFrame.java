package org.wolfgate.drivers.modbus;

import com.ghgande.j2mod.modbus.io.BytesInputStream;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Modbus RTU frames: unit, j2mod's message, check sum. */
final class RtuFrame {

    static final int LONGEST = 256;
    private static final int EXCEPTION_FLAG = 0x80;
    private static final int EXCEPTION_LENGTH = 5;
    private static final int CHECK_SUM = 2;

    private RtuFrame() {}

    /** The frame that asks. */
    static byte[] of(Request request) {
        ModbusRequest message = Messages.of(request, 0);
        byte[] pdu = message.getMessage();
        byte[] frame = new byte[2 + pdu.length + CHECK_SUM];
        frame[0] = (byte) request.unit();
        frame[1] = (byte) request.function();
        System.arraycopy(pdu, 0, frame, 2, pdu.length);
        return sealed(frame);
    }

    /** Puts the check sum over all but the last two bytes into these. */
    static byte[] sealed(byte[] frame) {
        int[] sum = ModbusUtil.calculateCRC(frame, 0, frame.length - CHECK_SUM);
        frame[frame.length - 2] = (byte) sum[0];
        frame[frame.length - 1] = (byte) sum[1];
        return frame;
    }

    /** How long the answer will be, as far as its first bytes tell. */
    static int expectedLength(byte[] received, int count, Request request) {
        boolean exception = count > 1 && (received[1] & EXCEPTION_FLAG) != 0;
        if (exception) {
            return EXCEPTION_LENGTH;
        }
        return request.answerBytes() > 0 ? 3 + request.answerBytes() + CHECK_SUM : 6 + CHECK_SUM;
    }

    /** Whether the first bytes already show that this is not the answer. */
    static boolean isForeign(byte[] received, int count, Request request) {
        boolean unit = count > 0 && (received[0] & 0xFF) != request.unit();
        boolean function = count > 1 && (received[1] & 0x7F) != request.function();
        boolean read = request.answerBytes() > 0 && count > 2 && (received[1] & EXCEPTION_FLAG) == 0;
        boolean length = read && (received[2] & 0xFF) != request.answerBytes();
        return unit || function || length;
    }

    /**
     * Checks a whole frame.
     *
     * @return what is wrong with it; empty if it is the answer, be it an exception
     */
    static Optional<String> check(byte[] frame, Request request) {
        byte[] sealed = sealed(frame.clone());
        if (!Arrays.equals(sealed, frame)) {
            return Optional.of("bytes came with a wrong check sum");
        }
        byte[] tcp = new byte[frame.length + 6 - CHECK_SUM];
        tcp[5] = (byte) (frame.length - CHECK_SUM);
        System.arraycopy(frame, 0, tcp, 6, frame.length - CHECK_SUM);
        return FrameCheck.tcp(tcp, 0, request);
    }

    /** The answer in a frame that {@link #check} found in order. */
    static Answer answer(byte[] frame) {
        try {
            ModbusResponse response = ModbusResponse.createModbusResponse(frame[1] & 0xFF);
            response.setHeadless();
            response.setUnitID(frame[0] & 0xFF);
            response.readData(new BytesInputStream(Arrays.copyOfRange(frame, 2, frame.length - CHECK_SUM)));
            return Messages.answer(response);
        } catch (IOException | RuntimeException e) {
            return new Answer.Failed("an answer came that cannot be read (" + e + ")");
        }
    }
}
