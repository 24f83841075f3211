/** Benchmarks: how fast the product is, beside the cheapest honest alternative in the same run. */
@NullMarked
package org.wolfgate.bench;

import org.jspecify.annotations.NullMarked;
