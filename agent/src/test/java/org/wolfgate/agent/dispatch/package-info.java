/** Tests of the dispatch: worked examples, and properties against an independent solver. */
@NullMarked
package org.wolfgate.agent.dispatch;

import org.jspecify.annotations.NullMarked;
