package org.smssev.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.smssev.common.io.FileErrors;
import org.smssev.common.stage.Stage;
import org.smssev.jobs.Stages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The commands put together, and how errors become messages and exit codes. */
@Command(
        name = "smssev",
        description = "Turn patents and expert scores into a graded list of critical technologies.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineApp.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing new to do",
            "1:unexpected error, or the output cannot be written",
            "2:wrong usage or configuration",
            "3:input missing or unreadable",
            "4:a quality gate failed",
            "5:another run is using the warehouse"
        },
        footerHeading = "%nHelp:%n",
        footer = {
            "  smssev COMMAND --help shows the options of a command.",
            "  Commands find the configuration smssev.yaml in this folder or one above."
        })
public final class CommandLineApp {
    private static final int UNWRITTEN = 1;

    CommandLineApp() {}

    /** The version of the product. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineApp.class.getPackage().getImplementationVersion();
            return new String[] {"smssev " + (version == null ? "(development)" : version)};
        }
    }

    /** Runs a command line on standard output and error; returns the exit code. */
    public static int run(String... args) {
        // System.out would keep to itself that it cannot be written.
        return run(
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    /** Runs a command line; output that cannot be written is an error. */
    static int run(OutputStream standard, PrintWriter err, String... args) {
        CheckedOutput checked = new CheckedOutput(standard);
        PrintWriter out = new PrintWriter(checked, true, StandardCharsets.UTF_8);
        int exit = run(out, err, args);
        out.flush();
        Optional<String> failure = checked.failure();
        failure.ifPresent(why -> err.println("smssev: standard output: cannot write (" + why
                + "). The output is incomplete. Make room or write elsewhere, and run the command again."));
        return exit == 0 && failure.isPresent() ? UNWRITTEN : exit;
    }

    /** Runs a command line; returns the exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new CommandLineApp());
        line.addSubcommand(new DemoCommand());
        line.addSubcommand(new InitCommand());
        line.addSubcommand(new GenerateCommand());
        line.addSubcommand(new BenchCommand());
        line.addSubcommand(new RunCommand());
        for (Stage stage : Stages.all()) {
            CommandLine command = new CommandLine(new StageCommand(stage.name()));
            command.getCommandSpec().name(stage.name());
            command.getCommandSpec()
                    .usageMessage()
                    .description(stage.description(), StageCommand.tables(stage), StageCommand.publishing());
            line.addSubcommand(stage.name(), command);
        }
        line.addSubcommand(new ScoresheetCommand());
        line.addSubcommand(new InspectCommand());
        line.addSubcommand(new ExplainCommand());
        line.addSubcommand(new DiffCommand());
        line.addSubcommand(new StatusCommand());
        line.addSubcommand(new TablesCommand());
        line.addSubcommand(new SqlCommand());
        line.addSubcommand(new ExportCommand());
        line.addSubcommand(new VerifyCommand());
        line.addSubcommand(new VacuumCommand());
        line.addSubcommand(new CompletionCommand());
        CommandGroups.install(line);
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((e, command, parsed) -> new ErrorText(command).explain(e, err));
        line.registerConverter(Path.class, CommandLineApp::local);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (args.length == 0) {
            line.usage(out);
            return 0;
        }
        return execute(line, err, args);
    }

    /** Executes a command line; picocli hands its handler exceptions, but no errors of the virtual machine. */
    static int execute(CommandLine line, PrintWriter err, String... args) {
        try {
            return line.execute(args);
        } catch (VirtualMachineError e) {
            return new ErrorText(told(line)).explain(e, err);
        }
    }

    /** The command that was called, which knows how errors are told; the program as a whole if that was not known yet. */
    private static CommandLine told(CommandLine line) {
        CommandLine told = line;
        CommandLine.ParseResult parsed = line.getParseResult();
        while (parsed != null && parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
            told = parsed.commandSpec().commandLine();
        }
        return told;
    }

    /** A local file or folder; {@code s3a://bucket/file} would be taken for a folder {@code s3a:} of the working directory. */
    private static Path local(String name) {
        if (name.matches("(?!file:)[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw new TypeConversionException(
                    "'" + name + "' is not a local path. Name a local file or folder; only the warehouse may lie on"
                            + " another file system.");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(FileErrors.unreadableName(name));
        }
    }
}
