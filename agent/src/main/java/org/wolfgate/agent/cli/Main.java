package org.wolfgate.agent.cli;

import org.wolfgate.agent.cli.field.CommissionVerb;
import org.wolfgate.agent.cli.field.IdentifyVerb;
import org.wolfgate.agent.cli.field.ReadVerb;
import org.wolfgate.agent.cli.field.ScanVerb;
import org.wolfgate.agent.cli.field.TuneVerb;
import org.wolfgate.agent.cli.field.WatchVerb;
import org.wolfgate.agent.cli.field.WriteVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code wolfgate} command: finds the verb and maps its outcome to an exit code. */
@Command(
        name = "wolfgate",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Meters, curtails, settles and reports the injection nodes of a substation.",
        subcommands = {
            CheckVerb.class,
            DispatchVerb.class,
            ExplainVerb.class,
            KeysVerb.class,
            LedgerVerb.class,
            OrderVerb.class,
            PaperVerb.class,
            PremiumVerb.class,
            RepriceVerb.class,
            RunVerb.class,
            StatusVerb.class,
            StatementVerb.class,
            VerifyVerb.class,
            SelftestVerb.class,
            ScanVerb.class,
            IdentifyVerb.class,
            ReadVerb.class,
            WriteVerb.class,
            WatchVerb.class,
            TuneVerb.class,
            CommissionVerb.class
        })
public final class Main implements Runnable {

    /** Bad input, said in one line. */
    static final int BAD_INPUT = 1;

    /** The agent could not go on; whoever supervises it should start it anew. */
    static final int FAILED = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    public static void main(String[] args) {
        Logs.toOneLine();
        System.exit(commandLine().execute(args));
    }

    /** The command with all its verbs. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler(new OneLineErrors());
        line.setExecutionExceptionHandler(new OneLineErrors());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: give a verb");
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"wolfgate " + (version == null ? "from a source tree" : version)};
        }
    }
}
