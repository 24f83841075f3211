package org.wolfgate.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;

class MarketBookTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final int SECONDS = 60;

    @Test
    void atEverySecondTheSpotPricePublishedLastCounts() {
        Seeds.holds(500, random -> {
            MarketBook book = new MarketBook(MarketBook.State.EMPTY);
            List<Optional<Price>> oracle = new ArrayList<>(Collections.nCopies(SECONDS, Optional.empty()));
            for (int message = 0; message <= random.nextInt(8); message++) {
                int start = random.nextInt(SECONDS - 1);
                int end = start + 1 + random.nextInt(SECONDS - 1 - start);
                Price price = new Price(message);
                book.spot(
                        "west",
                        List.of(new SpotBlock(new Interval(NOON.plusSeconds(start), NOON.plusSeconds(end)), price)));
                Collections.fill(oracle.subList(start, end), Optional.of(price));
            }
            for (int second = 0; second < SECONDS; second++) {
                assertEquals(oracle.get(second), book.spot("west", NOON.plusSeconds(second)), "second " + second);
            }
        });
    }

    @Test
    void onlyWhatEndedLongAgoIsForgotten() {
        MarketBook book = new MarketBook(MarketBook.State.EMPTY);
        book.spot("west", List.of(new SpotBlock(new Interval(NOON, NOON.plusSeconds(60)), new Price(6000))));
        book.forget(NOON.plusSeconds(7200));
        assertEquals(1, book.spots("west").size());
        book.forget(NOON.plusSeconds(7260));
        assertEquals(0, book.spots("west").size());
    }
}
