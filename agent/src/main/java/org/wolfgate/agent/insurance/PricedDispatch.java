package org.wolfgate.agent.insurance;

import org.wolfgate.agent.dispatch.Dispatch;

/**
 * A region of spot prices and the dispatch that is right in all of it.
 *
 * @param prices the region
 * @param dispatch its grants are in the order of the scheme's blocks
 */
public record PricedDispatch(PriceRegion prices, Dispatch dispatch) {}
