/** The demo: a broker, a simulated substation and the ISO's side around the real agent. */
@NullMarked
package org.wolfgate.demo;

import org.jspecify.annotations.NullMarked;
