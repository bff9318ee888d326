package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.FamilyId;
import org.smssev.jobs.ingest.format.Field;

/**
 * Tells which publications are of one family where a record names no family: those that are listed as its members, those
 * of one application (grant, publication and correction), and those that share a priority; by {@link LinkedFamilies} where others
 * name one.
 */
final class FamilyLinks {
    /** In increments of so many records that name families at most, those are looked for that these tear apart. */
    private static final long MOST_NAMED = 100_000;

    /** Fields by which a record that could be split is accepted or rejected. */
    private static final Set<Field> DECIDING = EnumSet.of(
            Field.PUBLICATION_NUMBER,
            Field.OFFICE,
            Field.KIND,
            Field.PRIORITY_DATE,
            Field.FILING_DATE,
            Field.PUBLICATION_DATE,
            Field.WITHDRAWN);

    private final Field named;
    private final Field members;
    private final LinkedFamilies linked;
    private final Set<String> earlierNames = new HashSet<>();
    /** Families that were derived and share an application with one that a record of this release names. */
    private final Set<String> torn = new HashSet<>();
    /**
     * Publications whose family is given, by another record or an earlier release, where a record that names none is linked with
     * other families: what links those does not move them.
     */
    private final Map<String, String> toldFamilies = new HashMap<>();
    /** Publications that another record marks as withdrawn, so that they link nothing. */
    private final Set<String> marked = new HashSet<>();

    private FamilyLinks(boolean extended, boolean mayBeNamed) {
        linked = new LinkedFamilies(mayBeNamed);
        named = named(extended);
        members = members(extended);
    }

    private static Field named(boolean extended) {
        return extended ? Field.EXTENDED_FAMILY_ID : Field.FAMILY_ID;
    }

    private static Field members(boolean extended) {
        return extended ? Field.EXTENDED_FAMILY_MEMBERS : Field.FAMILY_MEMBERS;
    }

    /** Whether records may tell of links, so that a pass over them looks for these. */
    static boolean follows(RecordPlan plan, boolean extended) {
        return plan.has(members(extended))
                || RecordNormaliser.APPLICATIONS.stream().anyMatch(plan::has);
    }

    /**
     * Links publications whose record names no family.
     *
     * @param extended whether the extended families are asked for
     * @param earlier the patents of an earlier release to which this one is added, whose families stay as they are; null if
     *     there are none
     */
    static FamilyLinks of(List<Input> inputs, boolean extended, StoredTable earlier) {
        Field named = named(extended);
        boolean mayBeNamed = earlier != null
                || inputs.stream().anyMatch(input -> input.plan().has(named));
        FamilyLinks links = new FamilyLinks(extended, mayBeNamed);
        if (inputs.stream().anyMatch(input -> follows(input.plan(), extended))) {
            inputs.stream()
                    .filter(input -> input.plan().mapping().positions().containsKey(Field.WITHDRAWN))
                    .forEach(links::mark);
        }
        inputs.stream().filter(input -> follows(input.plan(), extended)).forEach(links::connect);
        if (!links.linked.isEmpty()) {
            inputs.forEach(links::name);
            if (earlier != null) {
                links.nameByEarlier(inputs, earlier.dataset());
            }
        }
        if (earlier != null) {
            Map<String, String> kept = new HashMap<>();
            inputs.stream()
                    .filter(input ->
                            !follows(input.plan(), extended) && !input.plan().has(links.named))
                    .forEach(input -> links.keep(input, earlier.dataset(), kept));
            if (!kept.isEmpty()) {
                inputs.forEach(input -> links.rename(input, kept));
            }
            kept.forEach(links.toldFamilies::putIfAbsent);
            List<Input> naming = inputs.stream()
                    .filter(input -> input.plan().has(links.named) && follows(input.plan(), extended))
                    .toList();
            long records = naming.stream()
                    .flatMap(input -> input.files().stream())
                    .mapToLong(Input.Read::records)
                    .sum();
            if (records > 0 && records <= MOST_NAMED) {
                links.findTorn(naming, earlier.dataset());
            }
        }
        return links;
    }

    /** Canonical publication number to family; one that is a family of its own, or names one, is absent. */
    Map<String, String> families() {
        Map<String, String> families = linked.families();
        families.entrySet().removeIf(family -> family.getKey().equals(family.getValue()));
        toldFamilies.forEach((number, name) -> {
            if (number.equals(name)) {
                families.remove(number);
            } else {
                families.put(number, name);
            }
        });
        return families;
    }

    /** Families of the earlier release that this one shows to be one with another, and that stay apart nevertheless. */
    long apart() {
        Set<String> apart = new HashSet<>(torn);
        apart.addAll(linked.apart(earlierNames));
        return apart.size();
    }

    private void findTorn(List<Input> naming, Dataset<Row> earlier) {
        Set<String> keys = new TreeSet<>();
        Set<String> given = new TreeSet<>();
        naming.forEach(input -> forEachNamed(input, (number, record) -> {
            given.add(number.canonical());
            keys.addAll(record.normaliser().applications(record.fields(), number));
        }));
        torn.addAll(TornFamilies.of(keys, given, earlier));
    }

    /** What was connected may belong to families that are known from before, by a publication or an application of them. */
    private void nameByEarlier(List<Input> inputs, Dataset<Row> earlier) {
        Dataset<Row> known = earlier.select("family_id", "publication_number", "applications", "withdrawn");
        List<Row> publications =
                taken(known.withColumn("link", functions.col("publication_number")), linked.publications());
        // What is withdrawn links nothing, but keeps its family where it is given again.
        List<Row> applications = taken(
                        known.filter("NOT withdrawn")
                                .withColumn("link", functions.explode(functions.col("applications"))),
                        linked.applications())
                .stream()
                .filter(r -> !marked.contains(r.getString(1)))
                .toList();
        Set<String> met = new HashSet<>();
        publications.forEach(r -> met.add(r.getString(1)));
        applications.forEach(r -> met.add(r.getString(1)));
        Map<String, String> renamed = new HashMap<>();
        if (!met.isEmpty()) {
            inputs.forEach(input -> forEachNamed(input, (number, record) -> {
                if (met.contains(number.canonical())) {
                    renamed.putIfAbsent(number.canonical(), record.family(named));
                }
            }));
        }
        publications.forEach(r -> {
            nameByEarlier(r, renamed, false);
            toldFamilies.putIfAbsent(r.getString(1), r.getString(0));
        });
        applications.forEach(r -> nameByEarlier(r, renamed, true));
    }

    private static List<Row> taken(Dataset<Row> links, List<String> wanted) {
        return links.join(
                        Broadcasts.ofFew(links.sparkSession(), wanted),
                        functions.col("link").equalTo(functions.col("x_key")),
                        "left_semi")
                .select("family_id", "publication_number", "link")
                .distinct()
                .collectAsList();
    }

    /** A publication that moves to another family with this release takes its application there. */
    private void nameByEarlier(Row earlier, Map<String, String> renamed, boolean isApplication) {
        String family = renamed.get(earlier.getString(1));
        if (family == null) {
            family = earlier.getString(0);
            earlierNames.add(family);
        }
        linked.nameKnown(earlier.getString(2), isApplication, family);
    }

    /** Publications that are known from before keep their families where nothing is told of families at all. */
    private void keep(Input input, Dataset<Row> earlier, Map<String, String> kept) {
        RecordPlan plan = input.plan();
        JavaRDD<String> numbers = rows(input, false).toJavaRDD().mapPartitions(rows -> numbers(rows, plan));
        Dataset<Row> given = earlier.sparkSession()
                .createDataset(numbers.rdd(), Encoders.STRING())
                .toDF("x_key");
        earlier.filter("family_id <> publication_number")
                .select("publication_number", "family_id")
                .join(given, functions.col("publication_number").equalTo(functions.col("x_key")), "left_semi")
                .collectAsList()
                .forEach(r -> kept.putIfAbsent(r.getString(0), r.getString(1)));
    }

    /** Publications whose family another source of this release names do not keep the one that they had. */
    private void rename(Input input, Map<String, String> kept) {
        forEachNamed(input, (number, record) -> {
            if (kept.containsKey(number.canonical())) {
                toldFamilies.putIfAbsent(number.canonical(), record.family(named));
            }
        });
    }

    private static Iterator<String> numbers(Iterator<Row> rows, RecordPlan plan) {
        RecordNormaliser check = check(plan);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public String next() {
                PublicationNumber.Parts number = accepted(plan.fields(rows.next()), check);
                return number == null ? "" : number.canonical();
            }
        };
    }

    /** Takes the publications that records mark as withdrawn, of the rows that may be marks. */
    private void mark(Input input) {
        RecordPlan plan = input.plan();
        Dataset<Row> rows = narrow(input, input.dataset().get().filter("_reason IS NULL"));
        Column mark = functions.upper(
                functions.trim(column(rows, plan.mapping().positions().get(Field.WITHDRAWN))));
        marked.addAll(rows.filter(mark.isNotNull().and(functions.not(mark.isin(RecordNormaliser.NO_MARKS.toArray()))))
                .toJavaRDD()
                .mapPartitions(some -> marks(some, plan))
                .distinct()
                .collect());
    }

    private static Iterator<String> marks(Iterator<Row> rows, RecordPlan plan) {
        RecordNormaliser check = check(plan);
        List<String> marks = new ArrayList<>();
        rows.forEachRemaining(row -> {
            Map<Field, String> fields = plan.fields(row);
            Patent patent = decided(fields, check);
            if (patent != null && patent.withdrawn()) {
                marks.add(patent.publicationNumber());
            }
        });
        return marks.iterator();
    }

    private void connect(Input input) {
        forEach(input, false, (number, record) -> {
            if (record.family(named) == null) {
                linked.add(links(number, record));
            }
        });
    }

    /** Of the families that are named, only those matter that what was connected belongs to. */
    private void name(Input input) {
        forEachNamed(input, (number, record) -> {
            String name = record.family(named);
            if (linked.contains(number.canonical())) {
                toldFamilies.putIfAbsent(number.canonical(), name);
            }
            linked.name(links(number, record), name);
        });
    }

    /** The fields of a record, how they are written, and the normaliser of its source. */
    private record Told(
            Map<Field, String> fields, Map<Field, RecordNormaliser.Writing> writings, RecordNormaliser normaliser) {
        /** The family that it names; null if none. */
        String family(Field named) {
            return RecordNormaliser.family(fields, named);
        }
    }

    /** Takes the records that name a family and will not be rejected, in their order. */
    private void forEachNamed(Input input, BiConsumer<PublicationNumber.Parts, Told> taken) {
        if (input.plan().has(named)) {
            forEach(input, true, (number, record) -> {
                if (record.family(named) != null) {
                    taken.accept(number, record);
                }
            });
        }
    }

    /** Takes the records of {@link #rows} that will not be rejected, in their order. */
    private void forEach(Input input, boolean isNamed, BiConsumer<PublicationNumber.Parts, Told> taken) {
        RecordPlan plan = input.plan();
        Map<Field, RecordNormaliser.Writing> writings = plan.writings();
        RecordNormaliser check = check(plan);
        Iterator<Row> rows = rows(input, isNamed).toLocalIterator();
        while (rows.hasNext()) {
            Map<Field, String> fields = plan.fields(rows.next());
            PublicationNumber.Parts number = accepted(fields, check);
            if (number != null && !marked.contains(number.canonical())) {
                taken.accept(number, new Told(fields, writings, check));
            }
        }
    }

    private static RecordNormaliser check(RecordPlan plan) {
        return new RecordNormaliser("", "", plan.writings(), NormaliserSetup.PLAIN);
    }

    /** The number of a record; null where it has none, will be rejected, or is withdrawn, so that it links nothing. */
    private static PublicationNumber.Parts accepted(Map<Field, String> fields, RecordNormaliser check) {
        Patent patent = decided(fields, check);
        return patent == null || patent.withdrawn() ? null : RecordNormaliser.number(fields);
    }

    /** What decides on a record; null where it will be rejected. */
    private static Patent decided(Map<Field, String> fields, RecordNormaliser check) {
        Map<Field, String> deciding = new EnumMap<>(Field.class);
        DECIDING.stream().filter(fields::containsKey).forEach(field -> deciding.put(field, fields.get(field)));
        return check.normalise(deciding).patent();
    }

    private LinkedFamilies.Links links(PublicationNumber.Parts number, Told record) {
        Map<Field, String> fields = record.fields();
        List<String> listed = fields.get(members) == null
                ? List.of()
                : RecordNormaliser.numbers(CellValues.split(
                        fields.get(members), record.writings().get(members).listSeparator()));
        RecordNormaliser normaliser = record.normaliser();
        return new LinkedFamilies.Links(
                number.canonical(),
                listed,
                normaliser.applications(Field.APPLICATION_NUMBER, fields, number),
                normaliser.applications(Field.PRIORITY_NUMBERS, fields, number));
    }

    /** Rows that may name a family, or may name none, as far as their columns tell; without the columns that do not matter. */
    private Dataset<Row> rows(Input input, boolean isNamed) {
        Dataset<Row> rows = input.dataset().get().filter("_reason IS NULL");
        Map<Field, Integer> positions = input.plan().mapping().positions();
        if (positions.containsKey(named)) {
            Column name = functions.upper(functions.trim(
                    functions.substring_index(column(rows, positions.get(named)), String.valueOf(CellValues.ROWS), 1)));
            Column none = name.isNull()
                    .or(name.equalTo(""))
                    .or(name.isin(CellValues.NULLS.toArray()))
                    .or(name.rlike("^(?:" + FamilyId.NONE + ")$"));
            // Spark trims blanks of ASCII only; others are looked at here.
            rows = rows.filter(isNamed ? functions.not(none) : none.or(name.rlike("[^ -~]")));
        }
        return narrow(input, rows);
    }

    /** The same rows without the columns that do not matter here. */
    private Dataset<Row> narrow(Input input, Dataset<Row> rows) {
        Map<Field, Integer> positions = input.plan().mapping().positions();
        if (input.plan().layout() != null) {
            return rows;
        }
        Set<Field> fields = EnumSet.of(named, members);
        fields.addAll(DECIDING);
        fields.addAll(RecordNormaliser.APPLICATIONS);
        Set<Integer> kept = new HashSet<>();
        fields.stream().filter(positions::containsKey).forEach(field -> kept.add(positions.get(field)));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < rows.columns().length; i++) {
            columns.add(
                    kept.contains(i)
                            ? column(rows, i)
                            : functions.lit(null).cast(DataTypes.StringType).as("column " + i));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Column column(Dataset<Row> rows, int position) {
        return functions.col("`" + rows.columns()[position].replace("`", "``") + "`");
    }
}
