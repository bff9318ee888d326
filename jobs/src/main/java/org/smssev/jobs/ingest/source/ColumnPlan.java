package org.smssev.jobs.ingest.source;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Text;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.CutCells;
import org.smssev.jobs.ingest.format.Entities;
import org.smssev.jobs.ingest.format.EscapedReturns;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.IpcText;
import org.smssev.jobs.ingest.format.Markup;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.format.PrintedList;
import org.smssev.jobs.ingest.record.CellValues;
import org.smssev.jobs.ingest.record.Writing;

/**
 * Where the fields of a record stand in a row.
 *
 * @param positions position of each field's column
 * @param further positions of columns that a field is taken from, in their order, where those before them are empty
 * @param writings how each field's column writes lists and dates
 * @param mapped fields whose columns a configuration names
 * @param constants what a configuration says of fields that a row does not tell
 */
public record ColumnPlan(
        EnumMap<Field, Integer> positions,
        EnumMap<Field, List<Integer>> further,
        EnumMap<Field, Writing> writings,
        EnumSet<Field> mapped,
        EnumMap<Field, String> constants)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern ALTERNATIVES = Pattern.compile(Pattern.quote(IngestConfig.OR));

    /** Fields of words, in which entities of HTML occur, and in those that are no names its tags. */
    private static final Set<Field> PROSE = EnumSet.of(Field.TITLE, Field.ABSTRACT, Field.APPLICANTS, Field.INVENTORS);

    private static final Set<Field> PARTIES = EnumSet.of(Field.APPLICANTS, Field.INVENTORS);

    /** Fields of which each value of a list counts for itself. */
    private static final Set<Field> LISTS = EnumSet.of(
            Field.APPLICANTS,
            Field.INVENTORS,
            Field.IPC,
            Field.PRIORITY_NUMBERS,
            Field.FAMILY_MEMBERS,
            Field.EXTENDED_FAMILY_MEMBERS,
            Field.CITED);

    /** Fields of codes, of which one is spelled as people spell nothing. */
    private static final Set<Field> COUNTRIES =
            EnumSet.of(Field.APPLICANT_COUNTRIES, Field.INVENTOR_COUNTRIES, Field.PRIORITY_COUNTRIES);
    /** Namibia, as its code; in columns of tables it is what R and others write of a value that lacks. */
    private static final Pattern NA = Pattern.compile("(?<![\\p{L}\\d])NA(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);

    private static final Set<Field> DATES = EnumSet.of(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);

    /** A plan without any field. */
    static ColumnPlan empty() {
        return new ColumnPlan(
                new EnumMap<>(Field.class),
                new EnumMap<>(Field.class),
                new EnumMap<>(Field.class),
                EnumSet.noneOf(Field.class),
                new EnumMap<>(Field.class));
    }

    /** Says that a field stands at a position; a later call wins. */
    void put(Field field, int position, Text text) {
        positions.put(field, position);
        writings.put(field, new Writing(text.listSeparator(), text.datePattern()));
        mapped.add(field);
    }

    /** Says that a field stands at the first of some positions that is filled. */
    void put(Field field, List<Integer> at, Text text) {
        put(field, at.get(0), text);
        if (at.size() > 1) {
            further.put(field, List.copyOf(at.subList(1, at.size())));
        }
    }

    /** The positions of a field, in their order; none where no column has it. */
    public List<Integer> at(Field field) {
        Integer first = positions.get(field);
        return first == null
                ? List.of()
                : Stream.concat(Stream.of(first), further.getOrDefault(field, List.of()).stream())
                        .toList();
    }

    /** The positions of all fields. */
    IntStream places() {
        return positions.keySet().stream().flatMap(field -> at(field).stream()).mapToInt(at -> at);
    }

    /** Says of which office the numbers are that name none; null where that is not known. */
    void office(String office) {
        if (office != null) {
            constants.put(Field.OFFICE, office);
        }
    }

    /** Says how dates are written that a layout does not read by itself; those that it reads are ISO. */
    void dated(Text text) {
        for (Field field : DATES) {
            writings.put(field, new Writing(Writing.CANONICAL.listSeparator(), text.datePattern()));
        }
    }

    /** The cells of a row by field; {@code cellAt} gives the cell of a position, null if empty. */
    Map<Field, String> cells(IntFunction<String> cellAt) {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        positions.forEach((field, position) -> {
            String cell = further.containsKey(field) ? filled(field, cellAt) : cellAt.apply(position);
            if (cell != null) {
                cell = EscapedReturns.plain(cell);
                boolean isList = LISTS.contains(field);
                boolean mayBePrinted = mapped.contains(field) && (isList || COUNTRIES.contains(field));
                String separator = writings.get(field).listSeparator();
                String printed = mayBePrinted ? unprinted(field, cell, separator) : null;
                String whole = printed != null ? printed : isList ? CutCells.whole(cell, separator) : cell;
                if (mapped.contains(field) && COUNTRIES.contains(field)) {
                    whole = withoutNothing(whole, separator);
                }
                if (whole != null) {
                    cells.put(field, plain(field, whole));
                }
            }
        });
        if (positions.containsKey(Field.PRIORITY_COUNTRIES)) {
            String separator = positions.containsKey(Field.PRIORITY_NUMBERS)
                    ? writings.get(Field.PRIORITY_NUMBERS).listSeparator()
                    : "";
            PriorityCountries.putInFront(
                    cells, separator, writings.get(Field.PRIORITY_COUNTRIES).listSeparator());
        }
        constants.forEach(cells::putIfAbsent);
        return cells;
    }

    /** The first cell of a field that stands for something; null where none does. */
    private String filled(Field field, IntFunction<String> cellAt) {
        return at(field).stream()
                .map(cellAt::apply)
                .filter(cell -> cell != null && !cell.isBlank() && !NoValue.isOne(cell.strip()))
                .findFirst()
                .orElse(null);
    }

    /** The values of a list that a program printed, as a cell holds them; null where the cell holds no such list. */
    private static String unprinted(Field field, String cell, String separator) {
        // Those of parties and their countries keep their places.
        boolean areAligned = PARTIES.contains(field) || COUNTRIES.contains(field);
        return PrintedList.of(cell)
                .map(values -> values.stream()
                        .map(value -> NoValue.isOne(value.strip()) ? "" : value)
                        // What parts the values of other cells parts none of these.
                        .map(value -> separator.isEmpty() ? value : value.replace(separator, ","))
                        .filter(value -> areAligned || !value.isEmpty())
                        .collect(Collectors.joining(String.valueOf(CellValues.ROWS))))
                .orElse(null);
    }

    private static String plain(Field field, String text) {
        if (field == Field.IPC) {
            return IpcText.plain(text);
        }
        if (!PROSE.contains(field)) {
            return text;
        }
        String decoded = Entities.decoded(text);
        // As JSON and XML have them, so that a text is the same from whatever source.
        return PARTIES.contains(field) ? decoded : Cleaning.even(Markup.without(decoded));
    }

    /** Countries in the place of which nothing stands are left out, and the others keep their places; null where none is left. */
    private static String withoutNothing(String cell, String separator) {
        if (!NA.matcher(cell).find()) {
            return cell;
        }
        List<String> values = CellValues.split(cell, separator).stream()
                .map(value -> NoValue.isOne(value) ? "" : value)
                .toList();
        return values.stream().allMatch(String::isEmpty) ? null : String.join(String.valueOf(CellValues.ROWS), values);
    }

    /**
     * The fields that a source maps.
     *
     * @throws UserException if a field is unknown
     */
    static Map<Field, String> mapped(Source source) {
        return mapped(source.columns(), "ingest.sources." + source.name() + ".columns");
    }

    /**
     * The fields that a configuration maps.
     *
     * @param where setting, for messages
     * @throws UserException if a field is unknown
     */
    static Map<Field, String> mapped(Map<String, String> columns, String where) {
        Map<Field, String> mapped = new EnumMap<>(Field.class);
        columns.forEach((key, column) -> mapped.put(
                Field.of(key)
                        .orElseThrow(() -> new UserException(
                                Exit.USAGE,
                                where + ": unknown field '" + key + "'. The fields are "
                                        + Stream.of(Field.values())
                                                .map(Field::key)
                                                .collect(Collectors.joining(", ")))),
                column));
        return mapped;
    }

    /** Takes every column that is named as a field, in the spelling that {@link Field} describes. */
    void canonical(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            int position = Landing.FIRST_CELL + i;
            Field.of(header.get(i)).ifPresent(field -> {
                positions.put(field, position);
                writings.put(field, Writing.CANONICAL);
            });
        }
    }

    /** The columns of a setting: one, or several of which the first that is filled counts. */
    static List<String> columns(String setting) {
        return Stream.of(ALTERNATIVES.split(setting)).map(String::strip).toList();
    }

    /** All columns that a source maps. */
    static List<String> columns(Source source) {
        return source.columns().values().stream()
                .flatMap(setting -> columns(setting).stream())
                .toList();
    }

    /**
     * Position of a column in a file.
     *
     * @param setting what maps it, for messages
     * @throws UserException if the file lacks it
     */
    static int position(FileId file, List<String> header, String column, String setting) {
        int position = header.indexOf(column.strip());
        if (position < 0) {
            throw new UserException(
                    Exit.INPUT,
                    file.path() + ": no column '" + column + "' (" + setting + " of source "
                            + file.source() + "). The columns are " + header
                            + ". Correct the mapping, or remove the file from the"
                            + " folder if it is not part of the data.");
        }
        if (header.lastIndexOf(column.strip()) != position) {
            throw new UserException(
                    Exit.INPUT,
                    file.path() + ": several columns '" + column + "' (" + setting + " of source " + file.source()
                            + "). Rename all but one. The columns are " + header);
        }
        return position;
    }
}
