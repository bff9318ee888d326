package org.smssev.jobs.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A layout told by column names. A subclass says which names tell it and, by field, which columns it is taken from and
 * how their cells are cleaned; what needs several columns at once it does in {@link #finish}.
 */
abstract class ExportLayout implements TableLayout {
    /** So many columns tell a layout whose names were changed; a table of somebody's own has fewer by chance. */
    private static final int TELLING = 7;

    private final String name;
    private final List<Required> required = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<HeaderName> ignored = new ArrayList<>();
    private final List<Field> slashed = new ArrayList<>();
    private final List<Field> parties = new ArrayList<>();
    private boolean writesSlashes = true;

    /**
     * Columns that a field is taken from: the first that is filled.
     *
     * @param cleaner gives the field's value of a cell; null if {@link #finish} does
     * @param names accepted names, the preferred first
     */
    private record Column(Field field, UnaryOperator<String> cleaner, List<HeaderName> names) {
        Column(Field field, UnaryOperator<String> cleaner, String... names) {
            this(field, cleaner, HeaderName.all(names));
        }

        /** Where its names stand, in the order of preference. */
        IntStream at(Map<String, Integer> positions) {
            return names.stream()
                    .map(n -> positions.get(n.key()))
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue);
        }
    }

    /** Names of which a header must have one. */
    private record Required(List<HeaderName> names) {
        boolean isMet(Map<String, Integer> positions) {
            return names.stream().anyMatch(n -> positions.containsKey(n.key()));
        }

        /** Some of them for the user, those of an English header in English. */
        String some(boolean isAscii) {
            Comparator<HeaderName> alike = Comparator.comparing(
                    n -> isAscii && !StandardCharsets.US_ASCII.newEncoder().canEncode(n.written()));
            return names.stream()
                    .sorted(alike)
                    .limit(3)
                    .map(HeaderName::written)
                    .collect(Collectors.joining(" or "));
        }
    }

    /** Names as {@link RowCells#of} takes them. */
    protected static String[] keys(String... names) {
        return Stream.of(names).map(HeaderNames::key).toArray(String[]::new);
    }

    /** A layout; its constructor goes on with {@link #required} and {@link #column}. */
    protected ExportLayout(String name) {
        this.name = name;
    }

    /** Says that a header must have one of these names. */
    protected final void required(String... anyOf) {
        required.add(new Required(HeaderName.all(anyOf)));
    }

    /** Says where a field is from. The cleaner never gives null. */
    protected final void column(Field field, UnaryOperator<String> cleaner, String... names) {
        columns.add(new Column(field, cleaner, names));
    }

    /** Says which columns {@link #finish} takes a field from. */
    protected final void finished(Field field, String... names) {
        columns.add(new Column(field, null, names));
    }

    /** Names columns that tell the layout but are not read. */
    protected final void ignored(String... names) {
        ignored.addAll(HeaderName.all(names));
    }

    /** Names fields of dates that may be written with slashes, the year last; their cells come as ISO where it is told how. */
    protected final void slashed(Field... dates) {
        slashed.addAll(List.of(dates));
    }

    /** The same where the tool writes none, so that a file which does not tell was rewritten by a program that nothing is known of. */
    protected final void slashedByOthers(Field... dates) {
        slashed(dates);
        writesSlashes = false;
    }

    /** Names fields of parties whose names may hold the semicolon that parts them in other files. */
    protected final void parties(Field... names) {
        parties.addAll(List.of(names));
    }

    /** Sets the fields that several columns give, or one column several of. Does nothing unless overridden. */
    protected void finish(RowCells cells, FieldValues out) {}

    @Override
    public final String name() {
        return name;
    }

    @Override
    public Optional<Bound> bind(List<String> header) {
        List<String> cleaned = clean(header);
        return binds(positions(cleaned)) ? Optional.of(new BoundExport(name, List.copyOf(cleaned))) : Optional.empty();
    }

    /**
     * Where the columns of a header stand. Where a program has {@linkplain HeaderNames#isRenamed renamed} them and many are of
     * the layout, letters and digits alone count.
     */
    final Map<String, Integer> positions(List<String> header) {
        Map<String, Integer> positions = HeaderNames.positions(header);
        return HeaderNames.isRenamed(header) ? renamed(positions, HeaderNames.loosePositions(header)) : positions;
    }

    /**
     * Where the columns of a header stand whose names a program has changed.
     *
     * @param positions as its names are spelled
     * @param loose where they stand by letters and digits alone
     */
    final Map<String, Integer> renamed(Map<String, Integer> positions, Map<String, Integer> loose) {
        Map<String, Integer> all = new HashMap<>(positions);
        Set<Integer> known = new HashSet<>();
        allNames().forEach(name -> {
            Integer place = loose.get(name.loose());
            if (place != null) {
                all.putIfAbsent(name.key(), place);
                known.add(place);
            }
        });
        return known.size() >= TELLING && binds(all) && isSure(all) ? all : positions;
    }

    /** Whether a header with names at these positions is of this layout. */
    boolean binds(Map<String, Integer> positions) {
        for (Required r : required) {
            if (!r.isMet(positions)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a header that {@link #binds} tells the layout alone; else the first rows have to {@link #fits fit}. */
    boolean isSure(Map<String, Integer> positions) {
        return true;
    }

    /** What the first rows have to have where the header {@link #isSure does not tell} the layout alone; a clause for the user. */
    String rowsNeeded() {
        return "";
    }

    /** Whether names may be cut in two, as what parts them stands within names as well. */
    boolean cutsNames() {
        return false;
    }

    /** Whether the publication number of a record of an office is one that the source gave itself, which no other source has. */
    boolean isOwnNumber(Map<String, Integer> positions, String office) {
        return false;
    }

    /** Whether the first rows of a table are of this layout. */
    boolean fits(Map<String, Integer> positions, Iterator<TableRow> rows) {
        return true;
    }

    private static List<String> clean(List<String> header) {
        return header.stream().map(n -> n == null ? "" : n.strip()).toList();
    }

    @Override
    public Nearness nearness(List<String> header) {
        Map<String, Integer> positions = HeaderNames.positions(header);
        List<String> missing = new ArrayList<>();
        boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(String.join("", header));
        Set<String> present = HeaderNames.loosePositions(header).keySet();
        for (Required r : required) {
            if (!r.isMet(positions) && r.names.stream().noneMatch(n -> present.contains(n.loose()))) {
                missing.add(r.some(isAscii));
            }
        }
        if (missing.isEmpty() && !binds(positions)) {
            // They are spelled otherwise, as programs rename columns, and are too few for that.
            missing.add("more of its columns");
        }
        List<List<HeaderName>> all = Stream.concat(
                        columns.stream().map(Column::names), ignored.stream().map(List::of))
                .toList();
        long found = all.stream()
                .filter(names -> names.stream().anyMatch(n -> present.contains(n.loose())))
                .count();
        return new Nearness((double) found / all.size(), missing);
    }

    /** Columns of a header that the layout knows, read or ignored. */
    final long known(List<String> header) {
        Set<String> names = new HashSet<>();
        allNames().forEach(n -> names.add(n.loose()));
        return HeaderNames.loosePositions(header).keySet().stream()
                .filter(names::contains)
                .count();
    }

    /** Names that are read, then those that are not. */
    private Stream<HeaderName> allNames() {
        return Stream.concat(columns.stream().flatMap(c -> c.names.stream()), ignored.stream());
    }

    /** Names of all columns that the layout knows, read or not. */
    final Set<String> written() {
        return allNames().map(HeaderName::written).collect(Collectors.toSet());
    }

    /** Names of all columns that the layout may read, each once. */
    final List<String> names() {
        return columns.stream()
                .flatMap(c -> c.names.stream())
                .map(HeaderName::written)
                .distinct()
                .toList();
    }

    /** Columns that the layout reads; the layout that reads most of a header is the one it is of. */
    final int read(Map<String, Integer> positions) {
        TreeSet<Integer> read = new TreeSet<>();
        plan(positions).forEach(at -> Arrays.stream(at).forEach(read::add));
        return read.size();
    }

    /** The columns of a header by field. */
    final Map<Field, String> named(List<String> header) {
        List<int[]> plan = plan(positions(header));
        Map<Field, TreeSet<Integer>> read = new EnumMap<>(Field.class);
        for (int i = 0; i < columns.size(); i++) {
            TreeSet<Integer> at = read.computeIfAbsent(columns.get(i).field, f -> new TreeSet<>());
            Arrays.stream(plan.get(i)).forEach(at::add);
        }
        Map<Field, String> named = new EnumMap<>(Field.class);
        read.forEach((field, at) -> {
            if (!at.isEmpty()) {
                named.put(field, String.join(", ", at.stream().map(header::get).toList()));
            }
        });
        return named;
    }

    /** Where the columns of each entry of the table stand, in the order of preference. */
    final List<int[]> plan(Map<String, Integer> positions) {
        return columns.stream().map(c -> c.at(positions).toArray()).toList();
    }

    /**
     * The first place of each name that is there again, with each of its further places; none where the number of the publication
     * is there again, as two tables may stand side by side.
     */
    final List<int[]> repeats(List<String> header, Map<String, Integer> positions) {
        List<int[]> repeats = HeaderNames.repeats(header);
        int[] numbers = columnsOf(List.of(Field.PUBLICATION_NUMBER), positions);
        boolean areTwo =
                repeats.stream().anyMatch(repeat -> Arrays.stream(numbers).anyMatch(at -> at == repeat[0]));
        return areTwo ? List.of() : repeats;
    }

    /** Where the columns of {@link #slashed(Field...)} stand. */
    final int[] slashed(Map<String, Integer> positions) {
        return columnsOf(slashed, positions);
    }

    /** Whether the tool writes dates with slashes, the day first. */
    final boolean writesSlashes() {
        return writesSlashes;
    }

    /** Where the columns of {@link #parties(Field...)} stand. */
    final int[] parties(Map<String, Integer> positions) {
        return columnsOf(parties, positions);
    }

    private int[] columnsOf(List<Field> fields, Map<String, Integer> positions) {
        return columns.stream()
                .filter(c -> fields.contains(c.field))
                .flatMapToInt(c -> c.at(positions))
                .distinct()
                .toArray();
    }

    /** The fields of a row. */
    final Map<Field, String> fields(RowCells cells, List<int[]> plan) {
        FieldValues out = new FieldValues();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.cleaner == null) {
                continue;
            }
            for (int at : plan.get(i)) {
                String cell = cells.at(at);
                if (!cell.isEmpty()) {
                    out.put(column.field, column.cleaner.apply(cell));
                    break;
                }
            }
        }
        finish(cells, out);
        return out.map();
    }
}
