/** Runs files of worked cases against the product's own code. */
@NullMarked
package org.wolfgate.vectors;

import org.jspecify.annotations.NullMarked;
