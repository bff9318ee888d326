package org.smssev.jobs.ingest.family;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.format.FamilyId;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.merge.LastChange;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.record.CellValues;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.source.FilePart;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.ingest.source.Landing;
import org.smssev.jobs.ingest.source.RecordPlan;
import scala.jdk.javaapi.CollectionConverters;

/** What the records of a release tell of families. Tasks read them, so that the driver gets numbers and keys alone. */
final class FamilyRecords {
    /** The driver holds what so many partitions tell at most. */
    private static final int AT_A_TIME = 8;

    private final Field named;
    private final Field members;

    /** By the fields of the simple, or of the extended families. */
    FamilyRecords(boolean extended) {
        named = RecordPlan.namedFamily(extended);
        members = RecordPlan.familyMembers(extended);
    }

    /**
     * What a record tells of families.
     *
     * @param family the one that it names; null if none
     * @param day of its last change, counted from 1970 on; {@link Reading#UNTOLD} where that is not told
     * @param file number of its file
     * @param record its number there
     */
    record Told(LinkedFamilies.Links links, String family, long day, int file, long record) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the records that name a family and will not be rejected. */
    void forEachNamed(Input input, Consumer<Told> taken) {
        if (input.plan().has(named)) {
            forEach(input, true, record -> {
                if (record.family() != null) {
                    taken.accept(record);
                }
            });
        }
    }

    /** Takes what the records of {@link #rows} tell that will not be rejected, as Spark reads them; tasks do. */
    void forEach(Input input, boolean isNamed, Consumer<Told> taken) {
        RecordPlan plan = input.plan();
        Field name = named;
        Field list = members;
        Map<String, Integer> files = new HashMap<>(input.numbers());
        forEach(rows(input, isNamed).toJavaRDD().mapPartitions(rows -> told(rows, plan, name, list, files)), taken);
    }

    /** In their order, some partitions at a time: {@code toLocalIterator} would read one after the other, on one core. */
    static <T> void forEach(JavaRDD<T> records, Consumer<T> taken) {
        int all = records.getNumPartitions();
        int most = Math.min(records.context().defaultParallelism(), AT_A_TIME);
        for (int first = 0; first < all; first += most) {
            int[] some = IntStream.range(first, Math.min(first + most, all)).toArray();
            for (List<T> partition : records.collectPartitions(some)) {
                partition.forEach(taken);
            }
        }
    }

    private static Iterator<Told> told(
            Iterator<Row> rows, RecordPlan plan, Field named, Field members, Map<String, Integer> files) {
        RecordNormaliser check = check(plan);
        LastChange changes = new LastChange(plan.writings().get(Field.LAST_CHANGE));
        String separator = plan.writings().containsKey(members)
                ? plan.writings().get(members).listSeparator()
                : "";
        Integer only = files.size() == 1 ? files.values().iterator().next() : null;
        List<Told> told = new ArrayList<>();
        rows.forEachRemaining(row -> {
            Map<Field, String> fields = plan.fields(row);
            PublicationNumber.Parts number = accepted(fields, check);
            if (number != null) {
                String list = fields.get(members);
                LinkedFamilies.Links links = new LinkedFamilies.Links(
                        number.canonical(),
                        list == null ? List.of() : RecordNormaliser.numbers(CellValues.split(list, separator)),
                        check.applications(Field.APPLICATION_NUMBER, fields, number),
                        check.applications(Field.PRIORITY_NUMBERS, fields, number));
                told.add(new Told(
                        links,
                        RecordNormaliser.family(fields, named),
                        changes.of(fields).epochDay(),
                        only == null ? files.get(row.getString(Landing.FILE)) : only,
                        row.getLong(Landing.RECORD_NO)));
            }
        });
        return told.iterator();
    }

    /** The publications of records that name no family and will not be rejected. */
    JavaRDD<String> unnamed(Input input) {
        RecordPlan plan = input.plan();
        Field name = named;
        // In place without a plan of Spark, as a first one takes longer than to read a small release.
        JavaRDD<Row> rows = input.parts() == null
                ? rows(input, false).toJavaRDD()
                : input.parts().flatMap(FilePart::rows).filter(row -> row.isNullAt(Landing.REASON));
        return rows.mapPartitions(some -> {
            RecordNormaliser check = check(plan);
            Iterator<String> numbers = CollectionConverters.asJava(CollectionConverters.asScala(some)
                    .map(row -> unnamed(plan.fields(row), name, check))
                    .filter(number -> !number.isEmpty()));
            return numbers;
        });
    }

    /** The publication of a record; empty where it names its family, or will be rejected. */
    private static String unnamed(Map<Field, String> fields, Field named, RecordNormaliser check) {
        PublicationNumber.Parts number =
                RecordNormaliser.family(fields, named) == null ? accepted(fields, check) : null;
        return number == null ? "" : number.canonical();
    }

    /** The publications that records mark as withdrawn, of the rows that may be marks. */
    Set<String> marked(Input input) {
        RecordPlan plan = input.plan();
        Dataset<Row> rows = narrow(input, input.dataset().get().filter("_reason IS NULL"));
        Column mark = functions.upper(
                functions.trim(column(rows, plan.mapping().positions().get(Field.WITHDRAWN))));
        return new HashSet<>(rows.filter(
                        mark.isNotNull().and(functions.not(mark.isin(RecordNormaliser.NO_MARKS.toArray()))))
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
            Patent patent = check.decide(fields).patent();
            if (patent != null && patent.withdrawn()) {
                marks.add(patent.publicationNumber());
            }
        });
        return marks.iterator();
    }

    private static RecordNormaliser check(RecordPlan plan) {
        return plan.normaliser("", "", NormaliserSetup.PLAIN);
    }

    /** The number of a record; null where it has none, will be rejected, or is withdrawn, so that it links nothing. */
    private static PublicationNumber.Parts accepted(Map<Field, String> fields, RecordNormaliser check) {
        Patent patent = check.decide(fields).patent();
        return patent == null || patent.withdrawn() ? null : RecordNormaliser.number(fields);
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
                    .or(name.isin(NoValue.WORDS.toArray()))
                    .or(name.rlike("^(?:" + FamilyId.NONE + ")$"));
            // Spark trims blanks of ASCII only; others are looked at here.
            rows = rows.filter(isNamed ? functions.not(none) : none.or(name.rlike("[^ -~]")));
        }
        return narrow(input, rows);
    }

    /** The same rows without the columns that do not matter here. */
    private Dataset<Row> narrow(Input input, Dataset<Row> rows) {
        if (input.plan().layout() != null) {
            return rows;
        }
        Set<Field> fields = EnumSet.of(named, members, Field.LAST_CHANGE);
        fields.addAll(RecordNormaliser.DECIDING);
        fields.addAll(RecordNormaliser.APPLICATIONS);
        fields.add(Field.PRIORITY_COUNTRIES);
        Set<Integer> kept = new HashSet<>(Set.of(Landing.RECORD_NO));
        if (input.files().size() > 1) {
            kept.add(Landing.FILE);
        }
        fields.forEach(field -> kept.addAll(input.plan().mapping().at(field)));
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
