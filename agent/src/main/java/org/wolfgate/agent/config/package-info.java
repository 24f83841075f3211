/** Substations and tariffs as files: read, checked in one go, and turned into settings for the rooms below. */
@NullMarked
package org.wolfgate.agent.config;

import org.jspecify.annotations.NullMarked;
