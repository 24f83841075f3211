package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.money.Price;

class MeanOfPricesTest {

    @Test
    void aTieIsRoundedToTheEvenStep() {
        MeanOfPrices prices = MeanOfPrices.EMPTY.plus(new Price(1)).plus(new Price(2));
        assertEquals(Optional.of(new Price(2)), prices.mean(new Price(1)));
        assertEquals(Optional.of(new Price(0)), prices.mean(new Price(5)), "0.015 on a step of 0.05");
    }

    @Test
    void withoutSamplesThereIsNoPrice() {
        assertEquals(Optional.empty(), MeanOfPrices.EMPTY.mean(new Price(1)));
    }
}
