/** Deviation tariffs as data: named rates, bands and charges, each with the mark of how far its source can be trusted. */
@NullMarked
package org.wolfgate.agent.pricing.tariff;

import org.jspecify.annotations.NullMarked;
