/** The network and the minimum-compensation dispatch that decides which insured transactions run, with its proof. */
@NullMarked
package org.wolfgate.agent.dispatch;

import org.jspecify.annotations.NullMarked;
