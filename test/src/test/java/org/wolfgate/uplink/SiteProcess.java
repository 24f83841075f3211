package org.wolfgate.uplink;

import java.nio.file.Path;

/** A site in a process of its own, that appends as fast as it can until it is killed. */
final class SiteProcess {

    private SiteProcess() {}

    /** {@code args}: the site's directory, the broker. Prints each sequence number that the ledger promised. */
    public static void main(String[] args) {
        Site site = new Site(Path.of(args[0]), args[1]);
        while (true) {
            site.append(1);
            System.out.println(site.ledger().last());
        }
    }
}
