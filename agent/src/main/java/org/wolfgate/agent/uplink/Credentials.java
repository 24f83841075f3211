package org.wolfgate.agent.uplink;

import java.nio.file.Path;

/**
 * How the agent names itself to the broker.
 *
 * @param user the user name
 * @param passwordFile a file that holds the password on its first line; read anew at each connection, so that it can be
 *     changed without a restart
 */
public record Credentials(String user, Path passwordFile) {}
