/** The ISO's side: collects nodes, solves the network, signs and publishes orders. */
@NullMarked
package org.wolfgate.agent.desk;

import org.jspecify.annotations.NullMarked;
