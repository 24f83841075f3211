package org.wolfgate.agent;

import java.util.Optional;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationConfig.UplinkConfig;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.Station;
import org.wolfgate.agent.uplink.TlsFiles;
import org.wolfgate.agent.uplink.UplinkSettings;

/** How the substation's file wants the ISO to be reached, and who says so. */
final class IsoLink {

    /** Records back to which earlier runs are looked for. */
    private static final int EARLIER_RUNS = 5000;

    private IsoLink() {}

    static UplinkSettings settings(UplinkConfig uplink, Topics topics) {
        return new UplinkSettings(
                uplink.broker().toString(),
                uplink.clientId(),
                topics.root(),
                topics.inbound(),
                Optional.empty(),
                Pace.normal(),
                uplink.tls().map(tls -> new TlsFiles(tls.ca(), tls.certificate(), tls.key())));
    }

    static Station station(SubstationConfig config, BootId boot, Ledger ledger) {
        return Station.here(
                config.settings().substation(), boot.value(), ledger.reader().boots(EARLIER_RUNS));
    }
}
