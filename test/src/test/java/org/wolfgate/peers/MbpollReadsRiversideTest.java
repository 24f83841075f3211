package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.drivers.sim.RiversideSettings;
import org.wolfgate.drivers.sim.RiversideSubstation;

/** The simulated substation as libmodbus sees it, through mbpoll. Time stands still except where it is let go. */
class MbpollReadsRiversideTest {

    private static final Pattern VALUE = Pattern.compile("(?m)^\\[(\\d+)\\]:\\s+(\\S+)");

    private final RiversideSubstation riverside = RiversideSubstation.startStill(RiversideSettings.onFreePorts(7));

    MbpollReadsRiversideTest() throws IOException {}

    @AfterEach
    void close() {
        riverside.close();
    }

    @Test
    void theTransformerMeterShowsTheSumOfTheNodesInKilowattsOfImport() throws Exception {
        BigDecimal sum = power("solar-meter").add(power("wind-meter")).add(power("hydro-meter"));
        BigDecimal difference = power("transformer-meter").subtract(sum).abs();
        assertTrue(sum.signum() < 0 && difference.compareTo(BigDecimal.TEN) <= 0, "sum " + sum);
    }

    @Test
    void theFrequencyIsNearSixtyHertz() throws Exception {
        BigDecimal hertz = floats("solar-meter", 3109).get(0);
        assertTrue(hertz.subtract(new BigDecimal(60)).abs().compareTo(new BigDecimal("0.2")) < 0, hertz + " Hz");
    }

    @Test
    void theEnergyCounterCountsWhatThePowerShows() throws Exception {
        long before = exported("hydro-meter");
        riverside.advance(Duration.ofMinutes(6));
        long wattHours = exported("hydro-meter") - before;
        assertTrue(wattHours > 2_000_000 && wattHours < 3_000_000, wattHours + " Wh in a tenth of an hour of 30 MW");
    }

    @Test
    void aSetPointWrittenByLibmodbusIsHeldAndObeyed() throws Exception {
        mbpoll("hydro-plant", List.of("-t", "4", "-r", "1000"), List.of("0", "5000"));
        assertEquals(List.of("0", "5000"), values(mbpoll("hydro-plant", "-t", "4", "-r", "1000", "-c", "2")));
        riverside.advance(Duration.ofSeconds(60));
        BigDecimal error = power("hydro-meter").add(new BigDecimal(5_000)).abs();
        assertTrue(error.compareTo(BigDecimal.TEN) < 0, "off by " + error + " kW");
    }

    @Test
    void aScriptedFaultIsSeenByOthersToo() throws Exception {
        riverside.misbehave("solar-meter", Fault.of(Fault.Kind.EXCEPTION));
        AssertionError failure =
                org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> power("solar-meter"));
        assertTrue(String.valueOf(failure.getMessage()).contains("Slave device or server failure"), failure.toString());
    }

    private BigDecimal power(String device) throws IOException, InterruptedException {
        return floats(device, 3059).get(0);
    }

    private List<BigDecimal> floats(String device, int address) throws IOException, InterruptedException {
        String output = mbpoll(device, "-t", "4:float", "-B", "-r", Integer.toString(address), "-c", "1");
        return values(output).stream().map(BigDecimal::new).toList();
    }

    private long exported(String device) throws IOException, InterruptedException {
        List<String> words = values(mbpoll(device, "-t", "4:hex", "-r", "3207", "-c", "4"));
        return Long.parseUnsignedLong(String.join("", words).replace("0x", ""), 16);
    }

    private String mbpoll(String device, String... options) throws IOException, InterruptedException {
        return mbpoll(device, List.of(options), List.of());
    }

    private String mbpoll(String device, List<String> options, List<String> written)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mbpoll", "-m", "tcp", "-a", "1", "-1", "-q", "-0"));
        command.addAll(List.of("-p", Integer.toString(riverside.port(device))));
        command.addAll(options);
        command.add("127.0.0.1");
        command.addAll(written);
        return Peer.run("mbpoll", command);
    }

    private static List<String> values(String output) {
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(output);
        while (matcher.find()) {
            values.add(matcher.group(2));
        }
        return values;
    }
}
