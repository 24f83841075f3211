/** Flowgate rights: what a schedule needs on each gate, what is held, and what is short. */
@NullMarked
package org.wolfgate.agent.pricing.rights;

import org.jspecify.annotations.NullMarked;
