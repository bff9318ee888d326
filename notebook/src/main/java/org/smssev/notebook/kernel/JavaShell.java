package org.smssev.notebook.kernel;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/** Evaluates cells of Java one after the other, in this process. */
public final class JavaShell implements AutoCloseable {
    private static final String JARS = "%jars";
    private static final String CLASS_PATH = "%classpath";

    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    /** A shell that sees what this process sees. */
    public JavaShell() {
        shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        analysis = shell.sourceCodeAnalysis();
    }

    /**
     * Evaluates a cell.
     *
     * @return value of the last expression; null where the cell ends with a declaration, assignment or statement
     * @throws CellException if it does not compile or throws; what stood before has been evaluated
     */
    public Object eval(String cell) {
        String rest = withoutMagics(cell);
        Snippet last = null;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            if (!info.completeness().isComplete()) {
                throw new CellException(
                        info.completeness() == Completeness.UNKNOWN
                                ? diagnosis(rest)
                                : "The cell is not complete:\n" + rest,
                        null);
            }
            for (SnippetEvent event : shell.eval(info.source())) {
                check(event);
                if (event.causeSnippet() == null) {
                    last = event.snippet();
                }
            }
            rest = info.remaining();
        }
        return last == null ? null : value(last);
    }

    /** Adds jars of {@code %jars} and {@code %classpath} that are not there yet, and leaves the Java. */
    private String withoutMagics(String cell) {
        List<String> java = new ArrayList<>();
        for (String line : cell.split("\n", -1)) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals(JARS) || words[0].equals(CLASS_PATH)) {
                Arrays.stream(words)
                        .skip(1)
                        .filter(word -> word.toLowerCase(Locale.ROOT).endsWith(".jar"))
                        .filter(word -> !new File(word).getName().equals(KernelSpec.PATH_JAR))
                        .forEach(this::addJar);
            } else if (words[0].startsWith("%")) {
                throw new CellException(words[0] + ": unknown magic. Use " + JARS + " or " + CLASS_PATH + ".", null);
            } else {
                java.add(line);
            }
        }
        return String.join("\n", java);
    }

    private void addJar(String path) {
        if (!new File(path).isFile()) {
            throw new CellException(new File(path).getAbsolutePath() + ": jar not found. Correct the path.", null);
        }
        shell.addToClasspath(path);
    }

    private void check(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            throw new CellException(diagnosis(event.snippet()), null);
        }
        if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
                || event.status() == Snippet.Status.RECOVERABLE_DEFINED) {
            String missing = event.snippet() instanceof jdk.jshell.DeclarationSnippet declaration
                    ? shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "))
                    : "";
            throw new CellException(
                    "Not defined: " + missing + "\n" + event.snippet().source(), null);
        }
        if (event.exception() != null) {
            throw thrown(event.exception());
        }
    }

    private static CellException thrown(JShellException exception) {
        if (exception instanceof EvalException thrown) {
            StringBuilder message = new StringBuilder(thrown.getExceptionClassName() + ": " + thrown.getMessage());
            for (StackTraceElement line : thrown.getStackTrace()) {
                message.append("\n    at ").append(line);
            }
            return new CellException(message.toString(), thrown);
        }
        return new CellException("A name in this cell is not defined yet: " + exception.getMessage(), exception);
    }

    private String diagnosis(String source) {
        return shell.eval(source).stream()
                .map(SnippetEvent::snippet)
                .map(this::diagnosis)
                .collect(Collectors.joining("\n"));
    }

    private String diagnosis(Snippet snippet) {
        return snippet.source().strip() + "\n"
                + shell.diagnostics(snippet)
                        .map(problem -> problem.getMessage(Locale.ENGLISH))
                        .collect(Collectors.joining("\n"));
    }

    private Object value(Snippet last) {
        String name = null;
        if (last instanceof VarSnippet variable && last.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            name = variable.name();
        } else if (last instanceof ExpressionSnippet expression
                && last.subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND) {
            name = expression.name();
        }
        if (name == null) {
            return null;
        }
        shell.eval(CellValue.class.getName() + ".set(" + name + ");").forEach(this::check);
        return CellValue.take();
    }

    /** Whether code is complete: yes, not yet, or never. */
    Completeness completeness(String code) {
        return analysis.analyzeCompletion(code).completeness();
    }

    /** What may follow at a place of the code, and from where it would replace. */
    List<String> continuations(String code, int at, int[] anchor) {
        return analysis.completionSuggestions(code, at, anchor).stream()
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .distinct()
                .toList();
    }

    /** Signatures of what stands at a place of the code. */
    List<String> signatures(String code, int at) {
        return analysis.documentation(code, at, false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .toList();
    }

    /** Stops the cell that runs. */
    void stop() {
        shell.stop();
    }

    @Override
    public void close() {
        shell.close();
    }
}
