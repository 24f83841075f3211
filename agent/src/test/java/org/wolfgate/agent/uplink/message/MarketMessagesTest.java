package org.wolfgate.agent.uplink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

class MarketMessagesTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final Interval FIRST = new Interval(NOON, NOON.plusSeconds(2));
    private static final Interval SECOND = new Interval(NOON.plusSeconds(2), NOON.plusMillis(2500));

    @Test
    void everyMessageIsReadAsItWasWritten() throws MessageException {
        List<ScheduleBlock> blocks = List.of(
                new ScheduleBlock(FIRST, ActivePower.parse("-3 MW")), new ScheduleBlock(SECOND, ActivePower.ZERO));
        assertEquals(
                new Event.ScheduleArrived("solar", "s1", blocks),
                MarketMessages.read(MarketMessages.schedule("solar", "s1", blocks)));
        List<InsuredTranche> tranches = List.of(
                new InsuredTranche("a", ActivePower.parse("20 MW"), Optional.of(Price.parse("-3.25"))),
                new InsuredTranche("b", ActivePower.ZERO, Optional.empty()));
        assertEquals(
                new Event.TranchesArrived("solar", tranches),
                MarketMessages.read(MarketMessages.tranches("solar", tranches)));
        List<Event.SpotBlock> spots = List.of(new Event.SpotBlock(FIRST, Price.parse("-0.01")));
        assertEquals(new Event.SpotArrived("west", spots), MarketMessages.read(MarketMessages.spot("west", spots)));
        assertEquals(
                new Event.FrequencyArrived(NOON, new Frequency(59_987)),
                MarketMessages.read(MarketMessages.frequency(NOON, new Frequency(59_987))));
        for (String loading : List.of("0.85", "-1.2", "0", "10", "0.000000001")) {
            assertEquals(
                    new Event.LoadingArrived("mid", NOON, PerUnit.parse(loading)),
                    MarketMessages.read(MarketMessages.loading("mid", NOON, PerUnit.parse(loading))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'schema':'wolfgate/weather/1'} | unknown schema 'wolfgate/weather/1'",
                "{'schema':'wolfgate/frequency/1','at':'2030-06-01T12:00:00Z','frequency_mhz':60} | 'frequency_mhz'",
                "{'schema':'wolfgate/frequency/1','at':'2030-06-01T12:00:00Z','frequency_mhz':60000,'x':1} | 'x'",
                "{'schema':'wolfgate/loading/1','gate':'g','at':'2030-06-01T12:00:00Z','loading':85} | flow over limit",
                "{'schema':'wolfgate/loading/1','gate':'g','at':'2030-06-01T12:00:00Z','loading':0.0000000001} | nine",
                "{'schema':'wolfgate/loading/1','gate':'g','at':'2030-06-01T12:00:00Z','loading':'0.8'} | a number",
                "{'schema':'wolfgate/loading/1','gate':'g','at':'2030-06-01T12:00:00Z'} | 'loading' is missing",
                "{'schema':'wolfgate/loading/1','gate':'','at':'2030-06-01T12:00:00Z','loading':0.8} | 'gate'",
                "{'schema':'wolfgate/schedule/1','node':'n','id':'i','blocks':[]} | 'blocks'",
                "{'schema':'wolfgate/schedule/1','node':'n','id':'i','blocks':[7]} | 'blocks'",
                "{'schema':'wolfgate/tranches/1','node':'n','units':[{'unit':'a','kw':-1}]} | below zero",
                "{'schema':'wolfgate/tranches/1','node':'n','units':[{'unit':'a','kw':1},{'unit':'a','kw':1}]} | same id",
                "{'schema':'wolfgate/tranches/1','node':'n','units':[{'unit':'a','kw':1,'mw':1}]} | 'units[0].mw'",
                "{'schema':'wolfgate/spot/1','zone':'z','blocks':[{'start':'2030-06-01T12:00:00Z',"
                        + "'end':'2030-06-01T12:00:00Z','price':1}]} | 'blocks[0].end'"
            })
    void whatCannotBeReadSaysWhy(String payload, String naming) {
        byte[] bytes = payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        MessageException e = assertThrows(MessageException.class, () -> MarketMessages.read(bytes));
        assertTrue(e.text().contains(naming), e.text());
    }

    @Test
    void whatIsTooLongIsNotEvenParsed() {
        assertThrows(MessageException.class, () -> MarketMessages.read(new byte[MarketMessages.LONGEST + 1]));
    }

    @Test
    void noiseIsRefusedAndNothingElseIsThrown() {
        byte[] whole = MarketMessages.spot("west", List.of(new Event.SpotBlock(FIRST, Price.parse("60"))));
        Seeds.holds(10_000, random -> {
            byte[] payload = whole.clone();
            payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertInstanceOf(Event.SpotArrived.class, MarketMessages.read(payload));
            } catch (MessageException e) {
                assertFalse(e.text().isBlank());
            }
        });
    }
}
