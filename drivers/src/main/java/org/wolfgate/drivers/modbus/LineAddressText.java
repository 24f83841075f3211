package org.wolfgate.drivers.modbus;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.wire.SerialSettings;

/** Reads a {@link LineAddress} from what a technician types. */
final class LineAddressText {

    private static final Pattern FAR =
            Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?(?::(\\D.*))?");
    private static final Pattern SERIAL = Pattern.compile("([^:]+)(?::(\\d{1,7})(?::(\\w+))?)?");
    private static final String FORMS =
            "write tcp:HOST[:PORT], rtu:DEVICE[:BAUD[:FRAME]], rtu+tcp:HOST:PORT or tls:HOST[:PORT[:CA-FILE]]";

    private LineAddressText() {}

    static LineAddress parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "tcp" -> tcp(far(text, rest));
            case "rtu+tcp" -> rtuOverTcp(text, far(text, rest));
            case "tls" -> tls(far(text, rest));
            case "rtu" -> new LineAddress.Rtu(serial(text, rest));
            default -> throw new IllegalArgumentException("'" + text + "' is no line: " + FORMS);
        };
    }

    private static LineAddress tcp(Far far) {
        return new LineAddress.Tcp(far.host(), far.withoutFile().port().orElse(502));
    }

    private static LineAddress rtuOverTcp(String text, Far far) {
        int port = far.withoutFile()
                .port()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "': the serial server's port is missing: write rtu+tcp:HOST:PORT"));
        return new LineAddress.RtuOverTcp(far.host(), port);
    }

    private static LineAddress tls(Far far) {
        TlsFiles files = far.file().map(Path::of).map(TlsFiles::trusting).orElse(TlsFiles.NONE);
        return new LineAddress.Tls(far.host(), far.port().orElse(802), files);
    }

    private static Far far(String text, String rest) {
        Matcher matcher = FAR.matcher(rest);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no line: " + FORMS);
        }
        Optional<Integer> port = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > 65_535).isPresent()) {
            throw new IllegalArgumentException("'" + text + "': a port is 1 to 65535");
        }
        return new Far(text, matcher.group(1).replaceAll("[\\[\\]]", ""), port, Optional.ofNullable(matcher.group(3)));
    }

    private static SerialSettings serial(String text, String rest) {
        Matcher matcher = SERIAL.matcher(rest);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no serial line: write rtu:/dev/ttyUSB0:9600:8N1");
        }
        int baud = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf).orElse(9600);
        String frame = Optional.ofNullable(matcher.group(3)).orElse("8N1");
        return SerialSettings.of(matcher.group(1), baud, frame);
    }

    private record Far(String text, String host, Optional<Integer> port, Optional<String> file) {

        Far withoutFile() {
            if (file.isPresent()) {
                throw new IllegalArgumentException("'" + text + "': nothing follows the port here: " + FORMS);
            }
            return this;
        }
    }
}
