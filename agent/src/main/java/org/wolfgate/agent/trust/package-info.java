/** Who may say what: keys by file, signatures over messages and records, and the rights of each issuer. */
@NullMarked
package org.wolfgate.agent.trust;

import org.jspecify.annotations.NullMarked;
