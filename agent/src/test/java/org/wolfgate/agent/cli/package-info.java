/** Tests of the verbs. */
@NullMarked
package org.wolfgate.agent.cli;

import org.jspecify.annotations.NullMarked;
