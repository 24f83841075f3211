/**
 * YAML files read with their positions, so that every problem names file, line and column. The only package that sees
 * the YAML library.
 */
@NullMarked
package org.wolfgate.drivers.yaml;

import org.jspecify.annotations.NullMarked;
