package org.wolfgate.agent.cli.field;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.agent.bringup.Clue;
import org.wolfgate.drivers.profile.MeterProfile;
import org.wolfgate.drivers.profile.ProfileNames;
import org.wolfgate.drivers.profile.Profiles;
import org.wolfgate.drivers.yaml.Problems;

/** What every known meter profile would see. A profile with problems is left out: {@code check} is for those. */
final class ProfileClues {

    private ProfileClues() {}

    static List<Clue> all(Path site) {
        Profiles profiles = new Profiles(site);
        return ProfileNames.meters(site).stream()
                .flatMap(name -> profiles.meter(name, new Problems()).map(profile -> clue(name, profile)).stream())
                .toList();
    }

    static Clue clue(String name, MeterProfile profile) {
        return new Clue(
                name,
                profile.origin().name(),
                profile.frequency(),
                profile.phases().voltages(),
                profile.power(),
                Stream.of(profile.exported(), profile.imported())
                        .flatMap(Optional::stream)
                        .toList(),
                profile.identity());
    }
}
