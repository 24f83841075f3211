/**
 * The technician's verbs: they talk to equipment without any configuration file and without a network beyond it. What is
 * judged is judged in {@code bringup}.
 */
@NullMarked
package org.wolfgate.agent.cli.field;

import org.jspecify.annotations.NullMarked;
