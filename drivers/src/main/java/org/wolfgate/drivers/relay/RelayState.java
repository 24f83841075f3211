package org.wolfgate.drivers.relay;

import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;

/**
 * A step table as it stands. Commanded and confirmed are different things: an output that was set is no relay that moved.
 *
 * @param commanded the limit of the contacts as they were last set; empty if they never were
 * @param confirmed the limit by the feedback contacts; MISSING where not every contact has one
 */
public record RelayState(Optional<ActivePower> commanded, Reading<ActivePower> confirmed) {}
