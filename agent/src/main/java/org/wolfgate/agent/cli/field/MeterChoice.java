package org.wolfgate.agent.cli.field;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wolfgate.agent.bringup.Candidate;
import org.wolfgate.agent.bringup.MeterPicture;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.profile.MeterProfile;
import org.wolfgate.drivers.profile.Profiles;
import org.wolfgate.drivers.sunspec.SunSpecKeys;

/**
 * What a meter is taken to be: a make with a profile, or a device that describes itself.
 *
 * @param name as it will stand in the configuration
 * @param make as on the plate
 * @param evidence why, one line each
 * @param probe a request that it answers as in service
 * @param look reads it once; its argument is whether it faces the other way
 */
record MeterChoice(String name, String make, List<String> evidence, Request probe, Look look) {

    /** One look at the meter. */
    @FunctionalInterface
    interface Look {
        MeterPicture at(boolean inverted);
    }

    /** What to offer; empty if nothing fits. */
    static String best(Identification found) {
        return found.best().map(Candidate::profile).orElse(found.sunSpec().isPresent() ? SunSpecKeys.PROFILE : "");
    }

    /**
     * The technician's choice.
     *
     * @throws IllegalArgumentException if there is no such profile, or the device carries no marker
     */
    static MeterChoice of(String name, Profiles profiles, Identification found, Device device) {
        if (name.equals(SunSpecKeys.PROFILE)) {
            SunSpecLook sunSpec = found.sunSpec()
                    .orElseThrow(() -> new IllegalArgumentException("it does not carry the SunSpec marker"));
            return new MeterChoice(
                    name,
                    sunSpec.maker(),
                    List.of("marker at " + sunSpec.base() + ", models " + sunSpec.models()),
                    new Request.Read(device.unit(), RegisterTable.HOLDING, sunSpec.base(), 4),
                    inverted -> MeterLook.sunSpec(device, inverted));
        }
        MeterProfile profile = ProfileTable.profile(profiles, name);
        return new MeterChoice(
                name,
                profile.origin().name(),
                evidence(found, candidate -> candidate.profile().equals(name)),
                new Request.Read(
                        device.unit(),
                        profile.power().table(),
                        profile.power().address(),
                        profile.power().encoding().type().words()),
                inverted -> MeterLook.at(device, profile, inverted));
    }

    private static List<String> evidence(Identification found, Predicate<Candidate> chosen) {
        Optional<Candidate> candidate =
                found.candidates().stream().filter(chosen).findFirst();
        return candidate.map(Candidate::why).orElse(List.of("chosen by hand, against what was found"));
    }
}
