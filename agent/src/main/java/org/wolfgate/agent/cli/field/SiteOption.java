package org.wolfgate.agent.cli.field;

import java.nio.file.Path;
import org.wolfgate.drivers.profile.Profiles;
import picocli.CommandLine.Option;

/** Where a site keeps its own profiles: {@code --site}. */
final class SiteOption {

    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "folder with the site's own meters/ and plants/ (default: here)")
    private Path folder = Path.of(".");

    Path folder() {
        return folder;
    }

    Profiles profiles() {
        return new Profiles(folder);
    }
}
