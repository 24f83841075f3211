package org.wolfgate.drivers.gpio;

import java.nio.file.Files;
import java.nio.file.Path;

/** What to check when the GPIO lines cannot be had, from the hardware upward. */
final class GpioTrouble {

    private static final Path CHIP = Path.of("/dev/gpiochip0");
    private static final Path MODEL = Path.of("/proc/device-tree/model");

    private GpioTrouble() {}

    /** One line: what was seen and what to try. */
    static String advice(Throwable cause) {
        return advice(cause, CHIP, MODEL);
    }

    static String advice(Throwable cause, Path chip, Path model) {
        if (!Files.exists(chip)) {
            return "this machine has no GPIO (no " + chip
                    + "); use a controller with a GPIO header, or another relay device";
        }
        if (!Files.isReadable(chip) || !Files.isWritable(chip)) {
            return "no permission on " + chip + "; add the service's user to the group gpio (systemd/relays.conf does)";
        }
        if (!Files.exists(model)) {
            return chip + " is there, but this board is not known to be a Raspberry Pi, the only kind that Pi4J's gpiod"
                    + " provider takes (" + root(cause) + ")";
        }
        return root(cause) + "; is the line taken by another program (gpioinfo shows it) or by an overlay?";
    }

    private static String root(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage() == null ? deepest : deepest.getMessage());
    }
}
