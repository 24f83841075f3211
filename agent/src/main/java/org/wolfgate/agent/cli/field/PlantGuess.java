package org.wolfgate.agent.cli.field;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.agent.bringup.Text;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.profile.PlantProfile;
import org.wolfgate.drivers.profile.ProfileNames;
import org.wolfgate.drivers.profile.Profiles;
import org.wolfgate.drivers.sunspec.SunSpecKeys;
import org.wolfgate.drivers.yaml.Problems;

/**
 * A plant profile whose registers a device has. Weak evidence: many devices have a register there, so a person decides.
 *
 * @param profile its name
 * @param seen what stood in the set-point
 */
record PlantGuess(String profile, String seen) {

    private static final ActivePower SOME_RATING = ActivePower.ofKilowatts(1_000_000);

    /** SunSpec if the device says so; else profiles whose every register can be read and whose set-point makes sense. */
    static List<PlantGuess> of(Device device, Path site, Identification found) {
        return found.sunSpec()
                .map(sunSpec -> List.of(new PlantGuess(SunSpecKeys.PROFILE, "it carries the SunSpec marker")))
                .orElseGet(() -> profiled(device, site));
    }

    private static List<PlantGuess> profiled(Device device, Path site) {
        Profiles profiles = new Profiles(site);
        return ProfileNames.plants(site).stream()
                .flatMap(
                        name -> profiles
                                .plant(name, SOME_RATING, new Problems())
                                .flatMap(profile -> guess(device, name, profile))
                                .stream())
                .toList();
    }

    private static Optional<PlantGuess> guess(Device device, String name, PlantProfile profile) {
        Reading<Long> held = read(device, profile.setPoint());
        boolean others = profile.available()
                .map(point ->
                        read(device, point).value().filter(watts -> watts >= 0).isPresent())
                .orElse(true);
        return held.value()
                .filter(watts -> watts >= 0 && watts <= SOME_RATING.watts() && others)
                .map(watts -> new PlantGuess(
                        name,
                        "set-point "
                                + new RegisterAddress(
                                        profile.setPoint().address(),
                                        profile.setPoint().documentOffset())
                                + " = " + Text.watts(watts)));
    }

    private static Reading<Long> read(Device device, Point point) {
        return device.points(List.of(point), 0, 125).getOrDefault(point, Reading.missing("not read"));
    }
}
