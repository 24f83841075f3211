/** Runs the case files as tests. */
@NullMarked
package org.wolfgate.vectors;

import org.jspecify.annotations.NullMarked;
