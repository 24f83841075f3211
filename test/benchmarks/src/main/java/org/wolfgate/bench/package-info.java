/** Measures speed against other solvers, on the same machine and the same instances. */
@NullMarked
package org.wolfgate.bench;

import org.jspecify.annotations.NullMarked;
