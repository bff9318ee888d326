package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What patent files are and how they would be read; writes nothing, starts no Spark. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "What a patent file is and how it would be read: layout, encoding, columns, the first records as"
                + " they would be stored, and what would be rejected and why. Writes nothing.")
final class InspectCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of any known layout, plain, .gz or .zip.")
    private List<Path> files;

    @Option(names = "--records", paramLabel = "N", description = "Look at the first N records of each file only.")
    private long records = Long.MAX_VALUE;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<UserException> refused = new ArrayList<>();
        for (Path file : files) {
            Inspection.of(file, records, i -> print(i, out), e -> {
                err.println("smssev: " + e.getMessage());
                refused.add(e);
            });
        }
        return refused.isEmpty() ? 0 : refused.get(refused.size() - 1).exit().code();
    }

    private static void print(Inspection i, PrintWriter out) {
        out.println(i.name());
        line(out, "is", i.layout() + ": " + i.form());
        i.columns().forEach((field, column) -> line(out, field.key(), column));
        if (!i.ignored().isEmpty()) {
            line(out, "not read", String.join(", ", i.ignored()));
        }
        if (i.read() > 0 || i.whole()) {
            line(
                    out,
                    "records",
                    String.format(
                            Locale.ROOT,
                            "%,d read%s, %,d would be stored, %,d rejected%s",
                            i.read(),
                            i.whole() ? "" : " (of more)",
                            i.taken(),
                            i.read() - i.taken(),
                            i.rejected().isEmpty() ? "" : " " + i.rejected()));
            line(out, "IPC", String.format(Locale.ROOT, "%,d codes that are none", i.malformedIpc()));
        }
        i.first().forEach(p -> print(p, out));
        i.examples().forEach(e -> line(out, "rejected", e));
        out.println();
    }

    private static void print(Patent p, PrintWriter out) {
        line(out, "stored", p.publicationNumber() + "  family " + p.familyId());
        line(
                out,
                "",
                "priority " + p.priorityDate() + ", filed " + p.filingDate() + ", published " + p.publicationDate());
        line(out, "", "(" + p.language() + ") " + p.title());
        line(out, "", "IPC " + p.ipc().stream().map(IpcCode::symbol).collect(Collectors.joining("; ")));
        line(out, "", "applicants " + parties(p.applicants()));
        line(
                out,
                "",
                "inventors " + parties(p.inventors()) + "; cites " + p.cited().size());
    }

    private static String parties(List<Party> parties) {
        return parties.stream()
                .map(p -> p.name() + (p.country() == null ? "" : " [" + p.country() + "]"))
                .collect(Collectors.joining("; "));
    }

    private static void line(PrintWriter out, String label, String text) {
        String shown = text.replaceAll("\\p{Cntrl}+", " ");
        out.printf(
                Locale.ROOT,
                "  %-24s %s%n",
                label,
                shown.length() <= WIDTH * 5 ? shown : shown.substring(0, WIDTH * 5) + " …");
    }
}
