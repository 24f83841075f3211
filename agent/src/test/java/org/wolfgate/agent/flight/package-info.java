/** The ring on disk, torn, full and overrun. */
@NullMarked
package org.wolfgate.agent.flight;

import org.jspecify.annotations.NullMarked;
