/** Tests of the verbs. */
@NullMarked
package org.wolfgate.agent.cli.field;

import org.jspecify.annotations.NullMarked;
