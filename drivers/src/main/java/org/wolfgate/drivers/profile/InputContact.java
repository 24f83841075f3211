package org.wolfgate.drivers.profile;

import org.wolfgate.drivers.Contact;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Request;

/** A contact behind a discrete input. */
record InputContact(ModbusLine line, int unit, int address) implements Contact {

    @Override
    public Reading<Boolean> read() {
        Answer answer = line.exchange(new Request.ReadInput(unit, address));
        if (answer instanceof Answer.Words words) {
            return Reading.good(words.words().get(0) == 1);
        }
        return Reading.missing(
                "line " + line.label() + ", unit " + unit + ", discrete input " + address + ": " + reason(answer));
    }

    private static String reason(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.reason();
        }
        return answer instanceof Answer.Failed failed ? failed.reason() : "no value in the answer";
    }
}
