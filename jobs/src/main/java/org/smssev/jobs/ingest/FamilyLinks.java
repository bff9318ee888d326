package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.jobs.ingest.format.Field;

/**
 * Tells which publications are of one family where a source names no family: those that are listed as its members, those
 * of one application (grant, publication and correction), and those that share a priority.
 */
final class FamilyLinks {
    /** Keeps applications and priorities apart from publications of the same digits. */
    private static final String APPLICATION = "\uffff";

    /** What a publication and its links are known by. */
    private static final Set<Field> NUMBERS = EnumSet.of(
            Field.PUBLICATION_NUMBER, Field.OFFICE, Field.KIND, Field.APPLICATION_NUMBER, Field.PRIORITY_NUMBERS);

    private FamilyLinks() {}

    /** Adds what the records of a file say; those that name their family say nothing. */
    static void connect(Input input, boolean extended, FamilyIds families) {
        Field named = extended ? Field.EXTENDED_FAMILY_ID : Field.FAMILY_ID;
        Field members = extended ? Field.EXTENDED_FAMILY_MEMBERS : Field.FAMILY_MEMBERS;
        RecordPlan plan = input.plan();
        boolean says = plan.has(members) || plan.has(Field.APPLICATION_NUMBER) || plan.has(Field.PRIORITY_NUMBERS);
        if (!says) {
            return;
        }
        Map<Field, RecordNormaliser.Writing> writings = plan.writings();
        Iterator<Row> rows = unnamed(input, named, members).toLocalIterator();
        while (rows.hasNext()) {
            Map<Field, String> fields = plan.fields(rows.next());
            PublicationNumber.Parts number = RecordNormaliser.number(fields);
            if (number == null || RecordNormaliser.first(fields, named) != null) {
                continue;
            }
            List<String> family = new ArrayList<>();
            family.add(number.canonical());
            if (fields.get(members) != null) {
                family.addAll(RecordNormaliser.numbers(RecordNormaliser.split(
                        fields.get(members), writings.get(members).listSeparator())));
            }
            for (Field field : List.of(Field.APPLICATION_NUMBER, Field.PRIORITY_NUMBERS)) {
                if (fields.get(field) != null) {
                    RecordNormaliser.split(
                                    fields.get(field), writings.get(field).listSeparator())
                            .stream()
                            .filter(n -> !RecordNormaliser.isNull(n))
                            .forEach(n -> family.add(APPLICATION + ApplicationNumber.key(n, number.office())));
                }
            }
            families.connect(family);
        }
    }

    /** Rows that may name no family, without the columns that do not matter here. */
    private static Dataset<Row> unnamed(Input input, Field named, Field members) {
        Dataset<Row> rows = input.rows().filter("_reason IS NULL");
        Map<Field, Integer> positions = input.plan().mapping().positions();
        if (positions.containsKey(named)) {
            Column name = functions.upper(functions.trim(functions.substring_index(
                    column(rows, positions.get(named)), String.valueOf(RecordNormaliser.ROWS), 1)));
            rows = rows.filter(name.isNull().or(name.equalTo("")).or(name.isin(RecordNormaliser.NULLS.toArray())));
        }
        if (input.plan().layout() != null) {
            return rows;
        }
        Set<Integer> kept = new HashSet<>();
        Stream.concat(NUMBERS.stream(), Stream.of(named, members))
                .filter(positions::containsKey)
                .forEach(field -> kept.add(positions.get(field)));
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
