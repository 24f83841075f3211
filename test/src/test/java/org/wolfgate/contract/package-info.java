/** The message contract of docs/reference against what the product writes. */
@NullMarked
package org.wolfgate.contract;

import org.jspecify.annotations.NullMarked;
