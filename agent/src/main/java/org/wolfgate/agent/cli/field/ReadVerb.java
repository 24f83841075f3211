package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.agent.bringup.RegisterOrder;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.NumberType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate read LINE REGISTER [TYPE]}: raw registers, and what numbers they may be. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Reads registers and shows them as words and as numbers, or all points of a profile.",
        footer = {
            "",
            "Example:",
            "  wolfgate read tcp:192.0.2.7 3109 f32",
            "",
            "REGISTER is the address on the wire, from 0; manuals often print one more.",
            Exit.HELP
        })
public final class ReadVerb implements Callable<Integer> {

    @Mixin
    private LineOptions device = new LineOptions();

    @Mixin
    private PointOptions point = new PointOptions();

    @Parameters(index = "1", arity = "0..1", paramLabel = "REGISTER", description = "first register on the wire")
    private Optional<String> register = Optional.empty();

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TYPE",
            description = "u16 s16 u32 s32 u64 s64 f32 f64; without it all that fit are shown")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "2",
            description = "registers without TYPE (default: 2)")
    private int count = 2;

    @Option(names = "--profile", paramLabel = "NAME", description = "read every point of this meter profile instead")
    private Optional<String> profile = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (register.isPresent() == profile.isPresent()) {
            throw new IllegalArgumentException("give either a REGISTER or --profile NAME");
        }
        try (ModbusLine line = device.open()) {
            Device asked = new Device(line, device.unit());
            return profile.isPresent()
                    ? ProfileTable.print(
                            asked, device, profile.get(), spec.commandLine().getOut())
                    : registers(asked, PointOptions.address(register.orElseThrow()));
        }
    }

    private int registers(Device asked, RegisterAddress from) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<NumberType> wanted = type.map(NumberType::parse);
        int words = wanted.map(NumberType::words).orElse(count);
        Answer answer = asked.read(point.table(), from.wire(), words);
        if (!(answer instanceof Answer.Words read)) {
            String why = Device.trouble(answer).orElse("no words came");
            spec.commandLine().getErr().println(device.label() + ", " + from + ": " + why);
            return Exit.NOT_FINE;
        }
        out.println(device.label() + ", " + point.table().name().toLowerCase(Locale.ROOT) + " " + from);
        wanted.ifPresentOrElse(
                one -> out.println("  " + Registers.hex(read.words()) + "  " + name(one) + " " + point.order() + " = "
                        + Registers.show(one, point.order(), read.words())),
                () -> every(read.words(), from, out));
        out.flush();
        return Exit.FINE;
    }

    private static void every(List<Integer> words, RegisterAddress from, PrintWriter out) {
        for (int i = 0; i < words.size(); i++) {
            RegisterAddress at = new RegisterAddress(from.wire() + i, from.documentOffset());
            List<Integer> one = words.subList(i, i + 1);
            out.println("  " + at + "  " + Registers.hex(one) + "  u16 "
                    + Registers.show(NumberType.U16, RegisterOrder.ABCD, one) + "  s16 "
                    + Registers.show(NumberType.S16, RegisterOrder.ABCD, one));
        }
        Stream.of(NumberType.F32, NumberType.S32, NumberType.U32, NumberType.S64, NumberType.F64)
                .filter(one -> one.words() == words.size())
                .forEach(one -> out.println("  as " + name(one) + ": " + orders(one, words)));
    }

    private static String orders(NumberType type, List<Integer> words) {
        Stream<RegisterOrder> orders = words.size() > 2
                ? Stream.of(RegisterOrder.ABCD, RegisterOrder.CDAB)
                : Stream.of(RegisterOrder.values());
        return orders.map(order -> order + " " + brief(Registers.show(type, order, words)))
                .collect(Collectors.joining("  "));
    }

    private static String brief(String number) {
        return number.length() > 22 ? "-" : number;
    }

    private static String name(NumberType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
