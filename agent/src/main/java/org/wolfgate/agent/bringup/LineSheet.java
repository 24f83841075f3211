package org.wolfgate.agent.bringup;

import java.util.Map;

/**
 * A line as it is written into a configuration file.
 *
 * @param name lower-case letters, digits and '-'
 * @param address as the technician typed it
 * @param keys of the line, in the order of the file
 */
public record LineSheet(String name, String address, Map<String, String> keys) {}
