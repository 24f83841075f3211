package org.wolfgate.drivers;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wolfgate.drivers.yaml.Section;

/** A family of lines, such as {@code modbus-tcp}. Found by {@link ServiceLoader}: a new family is a jar. */
public interface DriverProvider {

    /** The family's name in configuration files. */
    String family();

    /**
     * Reads the keys of one line. Problems go to the section; the caller closes it.
     *
     * @param name of the line, for messages
     * @param profiles folder of the site's own profiles, with {@code meters} and {@code plants} inside; it need not
     *     exist, since the profiles that come with the product are always known
     */
    LineSettings line(String name, Section keys, Path profiles);

    /** All families on the class path, by name. */
    static Map<String, DriverProvider> installed() {
        return ServiceLoader.load(DriverProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toUnmodifiableMap(DriverProvider::family, Function.identity()));
    }
}
