/**
 * The substation as one state machine: events in, records and set-points out. No clock, thread, file or socket; a
 * script drives it in tests exactly as the running agent does.
 */
@NullMarked
package org.wolfgate.agent.control;

import org.jspecify.annotations.NullMarked;
