/**
 * The worked examples of Deng and Oren, section 3, recomputed: each published figure beside ours, and why the wrong ones
 * are wrong. The four-node schemes go through the same dispatch that the ISO's desk uses.
 */
@NullMarked
package org.wolfgate.agent.insurance.paper;

import org.jspecify.annotations.NullMarked;
