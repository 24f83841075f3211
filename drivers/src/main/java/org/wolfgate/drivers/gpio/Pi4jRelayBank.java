package org.wolfgate.drivers.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayBank;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayOutput.AtStart;
import org.wolfgate.drivers.relay.RelayOutput.AtStop;

/**
 * A relay bank over Pi4J 2, whose provider is always named and never guessed. Pi4J's own {@code state()} of an output is
 * the last command, so it is never taken for a read-back; and without an initial state its gpiod provider drives the line
 * low, so every line is requested in the state that it shall have.
 */
final class Pi4jRelayBank implements RelayBank {

    private static final Logger LOG = LoggerFactory.getLogger(Pi4jRelayBank.class);

    private final String name;
    private final GpioKeys keys;
    private final Map<String, DigitalOutput> outputs = new HashMap<>();
    private final Map<String, DigitalInput> inputs = new HashMap<>();
    private Optional<Context> context = Optional.empty();

    private Pi4jRelayBank(String name, GpioKeys keys) {
        this.name = name;
        this.keys = keys;
    }

    /** Takes the lines that are not to wait for a set-point. A chip that is not there is tried again at each set-point. */
    static Pi4jRelayBank open(String name, GpioKeys keys) {
        Pi4jRelayBank bank = new Pi4jRelayBank(name, keys);
        bank.start();
        for (RelayOutput output : keys.outputs().values()) {
            if (output.atStart() != AtStart.WAIT) {
                bank.set(output, output.atStart() == AtStart.ENERGISED).ifPresent(LOG::error);
            }
        }
        return bank;
    }

    @Override
    public Optional<String> set(RelayOutput output, boolean energised) {
        DigitalState level = output.high(energised) ? DigitalState.HIGH : DigitalState.LOW;
        try {
            DigitalOutput known = outputs.get(output.name());
            if (known == null) {
                outputs.put(output.name(), take(output, level));
            } else {
                known.state(level);
            }
            return Optional.empty();
        } catch (Pi4JException | LinkageError | IllegalStateException | IllegalArgumentException e) {
            return Optional.of(failed(output.name(), output.line(), e));
        }
    }

    private DigitalOutput take(RelayOutput output, DigitalState initial) {
        DigitalOutputConfigBuilder config = DigitalOutput.newConfigBuilder(context())
                .id(name + "-" + output.name())
                .address(output.line())
                .initial(initial)
                .provider(keys.provider() + "-digital-output");
        if (output.atStop() != AtStop.KEEP) {
            config.shutdown(output.high(output.atStop() == AtStop.ENERGISED) ? DigitalState.HIGH : DigitalState.LOW);
        }
        return context().create(config.build());
    }

    @Override
    public Reading<Boolean> feedback(String input) {
        GpioKeys.Feedback wired = keys.feedback(input);
        try {
            DigitalInput contact = inputs.computeIfAbsent(input, any -> take(input, wired));
            return Reading.good(contact.isHigh() != wired.activeLow());
        } catch (Pi4JException | LinkageError | IllegalStateException | IllegalArgumentException e) {
            return Reading.missing(failed(input, wired.line(), e));
        }
    }

    private DigitalInput take(String input, GpioKeys.Feedback wired) {
        return context()
                .create(DigitalInput.newConfigBuilder(context())
                        .id(name + "-" + input)
                        .address(wired.line())
                        .pull(wired.activeLow() ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
                        .provider(keys.provider() + "-digital-input")
                        .build());
    }

    /** The first set-point must not wait until Pi4J has found its providers. */
    private void start() {
        try {
            context();
        } catch (Pi4JException | LinkageError | IllegalStateException e) {
            LOG.error("relay bank {}: {}", name, GpioTrouble.advice(e));
        }
    }

    private Context context() {
        Context made = context.orElseGet(this::newContext);
        context = Optional.of(made);
        return made;
    }

    /** No shutdown hook of Pi4J's own: the bank is closed by the loop that owns it. */
    private Context newContext() {
        ContextBuilder builder = Pi4J.newContextBuilder()
                .noAutoDetectPlatforms()
                .autoDetectProviders()
                .disableShutdownHook();
        return (keys.provider().equals("mock") ? builder.autoDetectMockPlugins() : builder).build();
    }

    private String failed(String which, int line, Throwable cause) {
        return "relay bank " + name + ", " + which + " on GPIO line " + line + ": " + GpioTrouble.advice(cause);
    }

    @Override
    public void close() {
        try {
            context.ifPresent(Context::shutdown);
        } catch (Pi4JException e) {
            LOG.warn("relay bank {}: lines may not be in their state at stop: {}", name, GpioTrouble.advice(e));
        }
        context = Optional.empty();
        outputs.clear();
        inputs.clear();
    }
}
