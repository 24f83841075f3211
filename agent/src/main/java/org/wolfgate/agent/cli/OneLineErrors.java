package org.wolfgate.agent.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Bad input is one line on standard error and exit code 1. */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        return say(command, e.getMessage() + "; see " + command.getCommandSpec().qualifiedName() + " --help");
    }

    /** Anything but bad input is a fault of ours and keeps its stack trace. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof IllegalArgumentException) {
            return say(command, command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
        }
        throw e;
    }

    private static int say(CommandLine command, String message) {
        command.getErr().println(message.replaceAll("\\s*\\R\\s*", " "));
        command.getErr().flush();
        return 1;
    }
}
