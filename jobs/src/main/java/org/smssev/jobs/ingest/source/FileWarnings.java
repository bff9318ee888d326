package org.smssev.jobs.ingest.source;

import java.util.List;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.format.TextForm;

/** What is warned of the files of a source, or of a table that is joined to one, as they are opened. */
final class FileWarnings {
    /** Files that a warning names. */
    private static final int N_NAMED = 5;

    private FileWarnings() {}

    /**
     * Warns of what may be lost or misread in files.
     *
     * @param of the source, or the role of the joined table
     */
    static void tell(StageContext context, String of, List<SourceReader.Opened> files) {
        warnOfUnsure(context, of, files);
        warnOfSheetsLeft(context, of, files);
    }

    /**
     * Tells of a file that is left out, as its bytes are those of another one.
     *
     * @param of the source, or the role of the joined table
     */
    static void tellRepeated(StageContext context, String of, FileId id) {
        context.quality(
                "repeated_file", of + "/" + id.name(), 1.0, "left out, because an earlier file has the same bytes");
    }

    /**
     * Tells of files in which nothing is looked for.
     *
     * @param of the source
     */
    static void tellPassedOver(StageContext context, String of, List<SourceReader.Opened> files) {
        files.stream()
                .filter(f -> f.file().kind() == SourceFile.Kind.UNREAD)
                .forEach(f -> context.quality(
                        "table_unread",
                        of + "/" + f.id().name(),
                        null,
                        f.file().layout() + ", a table that smssev does not use"));
        warn(
                context,
                "parts_empty",
                of,
                files.stream()
                        .filter(f -> f.file().kind() == SourceFile.Kind.EMPTY)
                        .map(f -> f.id().name())
                        .toList(),
                "packed files are empty. Some programs leave such files among the parts of an export: ",
                ". If you expected data in them, count the records of the export.");
    }

    /** Text in another character set than was guessed is stored as what it is not, and nothing later tells it. */
    private static void warnOfUnsure(StageContext context, String of, List<SourceReader.Opened> files) {
        warn(
                context,
                "encoding_unsure",
                of,
                files.stream()
                        .filter(f -> f.file().form() != null && f.file().form().sure() == TextForm.Sureness.UNSURE)
                        .map(f -> f.id().name() + " (" + f.file().form().charset() + ")")
                        .toList(),
                "files have a character set that was guessed and is uncertain: ",
                ". Check names with non-ASCII letters with `smssev inspect`, and set text.encoding if they are wrong.");
    }

    /** Notes mostly; but a part of the table that looks like none is lost else without a word. */
    private static void warnOfSheetsLeft(StageContext context, String of, List<SourceReader.Opened> files) {
        warn(
                context,
                "sheets_left",
                of,
                files.stream()
                        .flatMap(f -> f.file().sheetsLeft().stream().map(sheet -> f.id().name() + ", " + sheet))
                        .toList(),
                "sheets of workbooks were not read, because their columns differ from those of the table: ",
                ". If a sheet continues the table, save it as a separate file with the header.");
    }

    private static void warn(
            StageContext context, String check, String of, List<String> what, String before, String behind) {
        if (!what.isEmpty()) {
            String named = String.join("; ", what.subList(0, Math.min(N_NAMED, what.size())));
            context.warnAbove(check, of, what.size(), 0, before + named + behind);
        }
    }
}
