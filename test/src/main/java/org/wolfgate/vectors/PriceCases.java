package org.wolfgate.vectors;

import java.util.Map;
import org.wolfgate.agent.pricing.Quote;

/** Group {@code price}: a frequency and an area control error to a price. */
final class PriceCases {

    private PriceCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        Quote quote = Parameters.of(inputs).quote(inputs.frequency("f_mhz"), inputs.megawatts("ace_mw"));
        return Map.of("price", quote.price(), "f_used_mhz", quote.used(), "flags", quote.flags());
    }
}
