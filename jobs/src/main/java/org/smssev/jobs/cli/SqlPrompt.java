package org.smssev.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.smssev.jobs.read.SqlScript;

/** A prompt for queries: they end with a semicolon, and are kept in a history for later sessions. */
final class SqlPrompt {
    private static final String HISTORY = ".smssev_history";

    private final Collection<String> names;
    private final Consumer<String> execute;
    private final Consumer<RuntimeException> explain;

    /**
     * A prompt.
     *
     * @param names the tables and views, which the tab key completes
     * @param execute runs a query and prints its result
     * @param explain prints an error, after which the prompt goes on
     */
    SqlPrompt(Collection<String> names, Consumer<String> execute, Consumer<RuntimeException> explain) {
        this.names = names;
        this.execute = execute;
        this.explain = explain;
    }

    /** Whether a person types and reads, which the launcher knows. */
    static boolean isTerminal() {
        return Boolean.getBoolean("smssev.interactive");
    }

    /** Asks for queries until the user leaves; returns the exit code. */
    int run() {
        try (Terminal terminal = TerminalBuilder.builder().name("smssev").build()) {
            return run(terminal, Path.of(System.getProperty("user.home"), HISTORY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int run(Terminal terminal, Path history) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new Statements())
                .completer(new StringsCompleter(names))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     > ")
                // An exclamation mark is an operator of SQL, not a search of the history.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        terminal.writer().println("End a query with ; and leave with exit. The tab key completes names of tables.");
        while (true) {
            try {
                String text = reader.readLine("smssev> ");
                if (text.strip().matches("(?i)(exit|quit|\\\\q)\\s*;?")) {
                    return 0;
                }
                if (!text.isBlank()) {
                    execute.accept(text);
                }
            } catch (UserInterruptException e) {
                // Ctrl-C drops the line, as in other prompts.
                terminal.writer().println();
            } catch (EndOfFileException e) {
                return 0;
            } catch (RuntimeException e) {
                explain.accept(e);
            }
        }
    }

    /** Reads on until a statement is complete. */
    private static final class Statements implements Parser {
        private final DefaultParser words =
                new DefaultParser().eofOnUnclosedQuote(false).eofOnEscapedNewLine(false);

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE
                    && !SqlScript.isComplete(line)
                    && !line.strip().matches("(?i)exit|quit|\\\\q")) {
                throw new EOFError(-1, cursor, "the query has no semicolon yet");
            }
            return words.parse(line, cursor, context);
        }

        @Override
        public boolean isEscapeChar(char c) {
            return false;
        }
    }
}
