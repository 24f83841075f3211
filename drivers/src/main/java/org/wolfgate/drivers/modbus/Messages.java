package org.wolfgate.drivers.modbus;

import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.util.List;

/** Our requests as j2mod's messages, and j2mod's as our answers. */
final class Messages {

    private Messages() {}

    /** A fresh message for every exchange: j2mod's keep state. */
    static ModbusRequest of(Request request, int transaction) {
        ModbusRequest message = message(request);
        message.setUnitID(request.unit());
        message.setTransactionID(transaction);
        return message;
    }

    private static ModbusRequest message(Request request) {
        if (request instanceof Request.WriteMany write) {
            Register[] registers =
                    write.words().stream().map(SimpleRegister::new).toArray(Register[]::new);
            return new WriteMultipleRegistersRequest(write.address(), registers);
        }
        if (request instanceof Request.WriteOne write) {
            return new WriteSingleRegisterRequest(write.address(), new SimpleRegister(write.word()));
        }
        if (request instanceof Request.ReadInput input) {
            return new ReadInputDiscretesRequest(input.address(), input.count());
        }
        return request.function() == RegisterTable.INPUT.function()
                ? new ReadInputRegistersRequest(request.address(), request.count())
                : new ReadMultipleRegistersRequest(request.address(), request.count());
    }

    /** The answer, given that {@link FrameCheck} found its frame in order. */
    static Answer answer(ModbusResponse response) {
        if (response instanceof ExceptionResponse refusal) {
            return new Answer.Refused(refusal.getExceptionCode());
        }
        if (response instanceof ReadMultipleRegistersResponse read) {
            return words(read.getRegisters());
        }
        if (response instanceof ReadInputRegistersResponse read) {
            return words(read.getRegisters());
        }
        if (response instanceof ReadInputDiscretesResponse read) {
            return new Answer.Words(List.of(read.getDiscretes().getBit(0) ? 1 : 0));
        }
        if (response instanceof WriteMultipleRegistersResponse || response instanceof WriteSingleRegisterResponse) {
            return new Answer.Written();
        }
        return new Answer.Failed(
                "an answer of another kind came: " + response.getClass().getSimpleName());
    }

    private static Answer words(InputRegister[] registers) {
        Integer[] words = new Integer[registers.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = registers[i].toUnsignedShort();
        }
        return new Answer.Words(List.of(words));
    }
}
