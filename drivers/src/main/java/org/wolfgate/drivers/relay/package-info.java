/** Plants that are limited in steps by relay contacts: which contacts say which limit, and in which order they move. */
@NullMarked
package org.wolfgate.drivers.relay;

import org.jspecify.annotations.NullMarked;
