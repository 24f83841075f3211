/** Programs this project did not write, started and stopped by tests; and the cable in between. */
@NullMarked
package org.wolfgate.peers;

import org.jspecify.annotations.NullMarked;
