package org.wolfgate.drivers.gpio;

import java.nio.file.Path;
import java.util.Map;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.yaml.Section;

/** The family {@code gpio}: relay outputs on the controller's own lines. */
public final class GpioProvider implements DriverProvider {

    @Override
    public String family() {
        return "gpio";
    }

    @Override
    public LineSettings line(String name, Section keys, Path profiles) {
        return new GpioSettings(name, GpioKeys.read(keys), Map.of(), Map.of());
    }
}
