package org.wolfgate.agent.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Option;

/** Which substation, and where its ledger is: the options of verbs that need both. */
final class SiteOptions {

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "the substation's file")
    private Path config = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:STATE_DIRECTORY:-data}",
            description = "folder of the ledger (default: $$STATE_DIRECTORY as systemd sets it, else ./data)")
    private Path data = Path.of("");

    /** The substation as configured; empty if its file has problems, which are then printed. */
    Optional<SubstationConfig> read() {
        Problems problems = new Problems();
        Optional<SubstationConfig> read = SubstationFile.read(config, problems);
        CheckVerb.print(problems.list());
        return read;
    }

    Path config() {
        return config;
    }

    Path data() {
        return data;
    }
}
