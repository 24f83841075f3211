package org.wolfgate.agent.uplink;

import java.nio.file.Path;

/**
 * PEM files for TLS with client certificates; read anew at each connection, so that a renewed certificate needs no
 * restart.
 *
 * @param ca who signed the broker's certificate
 * @param certificate the client's own, followed by intermediate ones if there are any
 * @param key the client's private key, PKCS #8, not encrypted
 */
public record TlsFiles(Path ca, Path certificate, Path key) {}
