package org.wolfgate.agent.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code wolfgate} command: finds the verb and maps its outcome to an exit code. */
@Command(
        name = "wolfgate",
        mixinStandardHelpOptions = true,
        subcommands = {DispatchVerb.class, PaperVerb.class, PremiumVerb.class},
        description = "Meters, curtails, settles and reports the injection nodes of a substation.")
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new Main()).setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors);
    }
}
