package org.wolfgate.drivers.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts Pi4J's gpiod path without moving anything, for the self-test. */
public final class GpioCheck {

    private static final Path CHIP = Path.of("/dev/gpiochip0");
    private static final String PROVIDER = "gpiod-digital-input";

    private GpioCheck() {}

    /**
     * One line: what works, or what to do.
     *
     * @param works whether relays could be driven here
     */
    public record Outcome(boolean works, String text) {}

    /** Loads the provider with its native library and opens the chip. Takes no line where there is a chip. */
    public static Outcome run() {
        try {
            Context context = Pi4J.newContextBuilder()
                    .noAutoDetectPlatforms()
                    .autoDetectProviders()
                    .disableShutdownHook()
                    .build();
            try {
                return started(context);
            } finally {
                context.shutdown();
            }
        } catch (Pi4JException | LinkageError | IllegalStateException e) {
            return new Outcome(false, GpioTrouble.advice(e));
        }
    }

    private static Outcome started(Context context) throws Pi4JException {
        if (!context.hasProvider(PROVIDER)) {
            return new Outcome(false, "Pi4J's gpiod provider is not in this jar; use the jar as it was built");
        }
        if (!Files.exists(CHIP)) {
            // There is nothing that could move: go on to where a line is asked for, and see it refused.
            context.create(DigitalInput.newConfigBuilder(context)
                    .id("selftest")
                    .address(0)
                    .provider(PROVIDER)
                    .build());
        }
        return new Outcome(
                true,
                CHIP + " is there and Pi4J's gpiod provider has started; 'selftest --relays -c FILE' moves relays");
    }
}
