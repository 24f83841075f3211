/** The agent's YAML files, read with line numbers: every problem of a file in one go. */
@NullMarked
package org.wolfgate.agent.config;

import org.jspecify.annotations.NullMarked;
