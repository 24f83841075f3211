package org.wolfgate.agent.cli.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wolfgate.agent.bringup.MeterPicture;
import org.wolfgate.agent.bringup.Rotation;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.profile.MeterProfile;
import org.wolfgate.drivers.profile.PhasePoints;
import org.wolfgate.drivers.sunspec.SunSpecPicture;

/** One look at a meter through its profile. */
final class MeterLook {

    private static final List<Optional<Long>> NONE = List.of(Optional.empty(), Optional.empty(), Optional.empty());

    private final Map<Point, Reading<Long>> readings;

    private MeterLook(Map<Point, Reading<Long>> readings) {
        this.readings = readings;
    }

    /**
     * Reads everything that commissioning needs.
     *
     * @param inverted whether the meter faces the other way
     */
    static MeterPicture at(Device device, MeterProfile profile, boolean inverted) {
        PhasePoints phases = profile.phases();
        List<Point> points = Stream.of(
                        List.of(profile.power()),
                        phases.voltages(),
                        phases.lineVoltages(),
                        phases.currents(),
                        phases.powers(),
                        Stream.of(phases.reactive(), phases.apparent())
                                .flatMap(Optional::stream)
                                .toList(),
                        phases.rotation().map(one -> List.of(one.point())).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
        MeterLook look = new MeterLook(device.points(points, profile.mergeGap(), profile.mostWords()));
        boolean turned = profile.importPositive() != inverted;
        return new MeterPicture(
                look.three(phases.voltages()),
                look.three(phases.lineVoltages()),
                look.three(phases.currents()).stream()
                        .map(one -> one.map(Math::abs))
                        .toList(),
                look.three(phases.powers()).stream()
                        .map(one -> one.map(watts -> turned ? -watts : watts))
                        .toList(),
                look.value(profile.power()).map(watts -> turned ? -watts : watts),
                phases.reactive().flatMap(look::value),
                phases.apparent().flatMap(look::value),
                phases.rotation().flatMap(look::rotation));
    }

    /** The same of a device that describes itself. */
    static MeterPicture sunSpec(Device device, boolean inverted) {
        return SunSpecPicture.read(device.line(), device.unit())
                .value()
                .map(seen -> new MeterPicture(
                        seen.voltages(),
                        NONE,
                        seen.currents().stream().map(one -> one.map(Math::abs)).toList(),
                        seen.powers().stream()
                                .map(one -> one.map(watts -> inverted ? -watts : watts))
                                .toList(),
                        seen.power().map(watts -> inverted ? -watts : watts),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .orElseGet(() -> MeterPicture.ofPower(Optional.empty()));
    }

    /** Of a single-phase meter the other phases are absent. */
    private List<Optional<Long>> three(List<Point> points) {
        return IntStream.range(0, 3)
                .mapToObj(k -> k < points.size() ? value(points.get(k)) : Optional.<Long>empty())
                .toList();
    }

    private Optional<Long> value(Point point) {
        return Optional.ofNullable(readings.get(point)).flatMap(Reading::value);
    }

    private Optional<Rotation> rotation(PhasePoints.RotationPoint rotation) {
        return value(rotation.point()).map(seen -> {
            if (seen == rotation.right()) {
                return Rotation.RIGHT;
            }
            return seen == rotation.left() ? Rotation.LEFT : Rotation.NONE;
        });
    }
}
