/**
 * The bounded dual simplex with bound flipping, on the level of nodes: a few two-sided rows over many columns, each a
 * merit order of blocks.
 *
 * <p>{@link org.wolfgate.agent.dispatch.simplex.DualSimplex} is the loop: {@code Leaving} picks what is out of its bounds,
 * weighed by {@code SteepestEdge}; {@code Direction} says how prices must move; {@code LongStep} moves them past every
 * block that is cheaper to flip than to stop at; {@code Tableau} holds prices, amounts and flows; {@code Basis} and
 * {@code Lu} hold the square matrix of active rows by marginal columns. {@code FairShare} then settles ties.
 */
@NullMarked
package org.wolfgate.agent.dispatch.simplex;

import org.jspecify.annotations.NullMarked;
