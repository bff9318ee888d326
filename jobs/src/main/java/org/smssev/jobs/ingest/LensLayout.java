package org.smssev.jobs.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Text;
import org.smssev.jobs.ingest.format.Field;

/** The CSV exports of The Lens of 2015, 2016, 2021 and 2024, told apart by their column names. */
final class LensLayout {
    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            Map.entry(Field.PUBLICATION_NUMBER, List.of("Display Key", "Publication Number")),
            Map.entry(Field.OFFICE, List.of("Jurisdiction")),
            Map.entry(Field.KIND, List.of("Kind")),
            Map.entry(Field.PUBLICATION_DATE, List.of("Publication Date")),
            Map.entry(Field.FILING_DATE, List.of("Application Date", "Filing Date")),
            Map.entry(Field.PRIORITY_DATE, List.of("Earliest Priority Date", "Priority Numbers")),
            Map.entry(Field.TITLE, List.of("Title")),
            Map.entry(Field.ABSTRACT, List.of("Abstract")),
            Map.entry(Field.APPLICANTS, List.of("Applicants")),
            Map.entry(Field.INVENTORS, List.of("Inventors")),
            Map.entry(Field.IPC, List.of("IPCR Classifications", "IPC Classifications")),
            Map.entry(Field.FAMILY_MEMBERS, List.of("Simple Family Members")));

    private LensLayout() {}

    /** How The Lens writes text, whatever the configuration says of lists and dates. */
    static Text text(Text configured) {
        return new Text(configured.encoding(), ",", "\"", ";;", "yyyy-MM-dd", configured.maxCell());
    }

    /**
     * The columns that an export has.
     *
     * @throws UserException if it is no export of patents, e.g. one of scholarly works, which has the same file name
     */
    static Map<Field, String> columns(SourceFile file) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        NAMES.forEach((field, names) ->
                names.stream().filter(file.header()::contains).findFirst().ifPresent(name -> columns.put(field, name)));
        if (!columns.containsKey(Field.PUBLICATION_NUMBER) || !columns.containsKey(Field.OFFICE)) {
            throw new UserException(
                    Exit.INPUT,
                    "File " + file.path() + " of source " + file.source()
                            + " is no patent export of The Lens: it lacks Jurisdiction or Display Key (Publication"
                            + " Number); its columns are " + file.header() + ". Export patents, or set format:"
                            + " DELIMITED and map the columns");
        }
        return columns;
    }
}
