/** Programs that this project did not write, on the other end of the wire. */
@NullMarked
package org.wolfgate.peers;

import org.jspecify.annotations.NullMarked;
