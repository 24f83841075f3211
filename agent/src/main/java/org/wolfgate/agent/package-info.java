/** The running agent: threads, queues and the wiring of the rooms below. */
@NullMarked
package org.wolfgate.agent;

import org.jspecify.annotations.NullMarked;
