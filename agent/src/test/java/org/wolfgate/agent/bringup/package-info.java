/** Tests of the verbs. */
@NullMarked
package org.wolfgate.agent.bringup;

import org.jspecify.annotations.NullMarked;
