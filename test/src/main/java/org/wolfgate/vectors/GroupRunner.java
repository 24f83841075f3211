package org.wolfgate.vectors;

import java.util.Map;

/** Lets the product answer the cases of one group. */
@FunctionalInterface
interface GroupRunner {

    /**
     * The product's answer, by the names of the case's expectation; see {@link Answers} for the kinds of value.
     *
     * @throws RuntimeException if the product refuses the input, which then counts as a failure
     */
    Map<String, Object> answer(Inputs inputs);
}
