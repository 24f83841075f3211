package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate write LINE REGISTER TYPE VALUE}: one number into holding registers, after a question. */
@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        description = "Writes one number into holding registers: shows what is there, asks, writes, reads back.",
        footer = {
            "",
            "Example:",
            "  wolfgate write tcp:192.0.2.31 1000 u32 12000",
            "",
            "A write can move equipment. Some registers wear out: do not write in a loop.",
            Exit.HELP
        })
public final class WriteVerb implements Callable<Integer> {

    @Mixin
    private LineOptions device = new LineOptions();

    @Mixin
    private PointOptions point = new PointOptions();

    @Parameters(index = "1", paramLabel = "REGISTER", description = "first register on the wire, from 0")
    private String register = "";

    @Parameters(index = "2", paramLabel = "TYPE", description = "u16 s16 u32 s32 u64 s64 f32 f64")
    private String type = "";

    @Parameters(index = "3", paramLabel = "VALUE", description = "a number, at most three decimals")
    private String value = "";

    @Option(names = "--many", description = "use function 16 for a single register too")
    private boolean many;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (point.table() != RegisterTable.HOLDING) {
            throw new IllegalArgumentException("input registers cannot be written; leave --table out");
        }
        NumberType number = NumberType.parse(type);
        RegisterAddress at = PointOptions.address(register);
        List<Integer> words = Registers.words(number, point.order(), value);
        try (ModbusLine line = device.open()) {
            return write(new Device(line, device.unit()), number, at, words);
        }
    }

    private int write(Device asked, NumberType number, RegisterAddress at, List<Integer> words) {
        PrintWriter out = spec.commandLine().getOut();
        String before = held(asked, number, at).orElse("not readable");
        out.println(device.label() + ", holding " + at);
        out.println("  now " + before + ", to be " + Registers.show(number, point.order(), words) + "  ("
                + Registers.hex(words) + ")");
        out.flush();
        if (!yes && !Questions.onTerminal(out, false).yes("write", false)) {
            out.println("nothing was written");
            out.flush();
            return Exit.NOT_FINE;
        }
        Answer answer = asked.line().exchange(request(at, words));
        if (!(answer instanceof Answer.Written)) {
            String why = Device.trouble(answer).orElse("an unexpected answer");
            String sure = answer instanceof Answer.Failed ? "it may or may not have arrived: " : "not written: ";
            spec.commandLine().getErr().println(device.label() + ", " + at + ": " + sure + why);
            return Exit.NOT_FINE;
        }
        return confirm(asked, number, at, words);
    }

    private int confirm(Device asked, NumberType number, RegisterAddress at, List<Integer> words) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<List<Integer>> now = asked.words(RegisterTable.HOLDING, at.wire(), words.size());
        boolean same = now.equals(Optional.of(words));
        out.println("  written; reads back "
                + now.map(read -> Registers.show(number, point.order(), read)).orElse("nothing")
                + (same ? "" : ": NOT what was written"));
        out.flush();
        return same ? Exit.FINE : Exit.NOT_FINE;
    }

    private Optional<String> held(Device asked, NumberType number, RegisterAddress at) {
        return asked.words(RegisterTable.HOLDING, at.wire(), number.words())
                .map(read -> Registers.show(number, point.order(), read));
    }

    private Request request(RegisterAddress at, List<Integer> words) {
        return words.size() == 1 && !many
                ? new Request.WriteOne(device.unit(), at.wire(), words.get(0))
                : new Request.WriteMany(device.unit(), at.wire(), words);
    }
}
