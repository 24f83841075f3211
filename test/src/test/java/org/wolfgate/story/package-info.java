/** The whole agent against a real broker and the simulated substation. */
@NullMarked
package org.wolfgate.story;

import org.jspecify.annotations.NullMarked;
