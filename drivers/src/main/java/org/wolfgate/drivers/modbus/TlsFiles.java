package org.wolfgate.drivers.modbus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom a TLS line trusts and what it shows of itself (MODBUS/TCP Security, version 21).
 *
 * @param trust certificates of the authorities that sign devices, as PEM; the Java runtime's own if empty
 * @param identity this side's key and certificate, as PKCS#12, for devices that ask for one
 * @param password file with the password of the identity on its first line; none if empty
 * @param namesChecked whether the device's certificate must carry the host name or address that was dialled
 */
public record TlsFiles(Optional<Path> trust, Optional<Path> identity, Optional<Path> password, boolean namesChecked) {

    /** The runtime's own authorities, no identity. */
    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** Only devices signed by the authorities in this PEM file. */
    public static TlsFiles trusting(Path trust) {
        return new TlsFiles(Optional.of(trust), Optional.empty(), Optional.empty(), true);
    }
}
