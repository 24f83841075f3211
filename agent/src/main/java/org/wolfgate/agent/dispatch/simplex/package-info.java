/**
 * The bounded dual simplex with bound flipping, on the level of nodes: a few two-sided rows over many columns, each a
 * merit order of blocks.
 */
@NullMarked
package org.wolfgate.agent.dispatch.simplex;

import org.jspecify.annotations.NullMarked;
