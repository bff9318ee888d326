package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.jobs.ingest.format.Field;

/**
 * Tells which publications are of one family where a record names no family: those that are listed as its members, those
 * of one application (grant, publication and correction), and those that share a priority. Where one of them is of a
 * family that another record names, so are all.
 */
final class FamilyLinks {
    /** Keeps applications and priorities apart from publications of the same digits. */
    private static final String APPLICATION = "\uffff";
    /** Names of families sort before numbers, so that a group is called by its least name. */
    private static final String NAME = "\u0001";

    private static final List<Field> APPLICATIONS = List.of(Field.APPLICATION_NUMBER, Field.PRIORITY_NUMBERS);

    private final Field named;
    private final Field members;
    private final FamilyIds ids = new FamilyIds();

    private FamilyLinks(boolean extended) {
        named = extended ? Field.EXTENDED_FAMILY_ID : Field.FAMILY_ID;
        members = extended ? Field.EXTENDED_FAMILY_MEMBERS : Field.FAMILY_MEMBERS;
    }

    /**
     * Families of publications whose record names none.
     *
     * @param extended whether the extended families are asked for
     * @return canonical publication number to family; a publication that is not linked to another may be absent
     */
    static Map<String, String> families(List<Input> inputs, boolean extended) {
        FamilyLinks links = new FamilyLinks(extended);
        inputs.forEach(links::connect);
        if (!links.ids.isEmpty()) {
            inputs.forEach(links::name);
        }
        Map<String, String> families = new HashMap<>();
        links.ids.families().forEach((member, family) -> {
            if (!member.startsWith(APPLICATION) && !member.startsWith(NAME)) {
                families.put(member, family.startsWith(NAME) ? family.substring(NAME.length()) : family);
            }
        });
        return families;
    }

    private void connect(Input input) {
        RecordPlan plan = input.plan();
        if (!plan.has(members) && APPLICATIONS.stream().noneMatch(plan::has)) {
            return;
        }
        Map<Field, RecordNormaliser.Writing> writings = plan.writings();
        Iterator<Row> rows = rows(input, false).toLocalIterator();
        while (rows.hasNext()) {
            Map<Field, String> fields = plan.fields(rows.next());
            PublicationNumber.Parts number = RecordNormaliser.number(fields);
            if (number != null && RecordNormaliser.first(fields, named) == null) {
                ids.connect(links(fields, number, writings));
            }
        }
    }

    /** Of the families that are named, only those matter that what was connected belongs to. */
    private void name(Input input) {
        RecordPlan plan = input.plan();
        if (!plan.has(named)) {
            return;
        }
        Map<Field, RecordNormaliser.Writing> writings = plan.writings();
        Iterator<Row> rows = rows(input, true).toLocalIterator();
        while (rows.hasNext()) {
            Map<Field, String> fields = plan.fields(rows.next());
            PublicationNumber.Parts number = RecordNormaliser.number(fields);
            String name = RecordNormaliser.first(fields, named);
            if (number != null && name != null) {
                List<String> known = new ArrayList<>(links(fields, number, writings));
                known.removeIf(link -> !ids.contains(link));
                if (!known.isEmpty()) {
                    known.add(NAME + name);
                    ids.connect(known);
                }
            }
        }
    }

    /** The number of a record, and the numbers that link it with others. */
    private List<String> links(
            Map<Field, String> fields, PublicationNumber.Parts number, Map<Field, RecordNormaliser.Writing> writings) {
        List<String> links = new ArrayList<>();
        links.add(number.canonical());
        if (fields.get(members) != null) {
            links.addAll(RecordNormaliser.numbers(RecordNormaliser.split(
                    fields.get(members), writings.get(members).listSeparator())));
        }
        for (Field field : APPLICATIONS) {
            if (fields.get(field) != null) {
                RecordNormaliser.split(fields.get(field), writings.get(field).listSeparator()).stream()
                        .filter(n -> !RecordNormaliser.isNull(n))
                        .forEach(n -> links.add(APPLICATION + ApplicationNumber.key(n, number.office())));
            }
        }
        return links;
    }

    /**
     * Rows that may name a family, or may name none, as far as their columns tell; without the columns that do not matter
     * here.
     */
    private Dataset<Row> rows(Input input, boolean isNamed) {
        Dataset<Row> rows = input.rows().filter("_reason IS NULL");
        Map<Field, Integer> positions = input.plan().mapping().positions();
        if (positions.containsKey(named)) {
            Column name = functions.upper(functions.trim(functions.substring_index(
                    column(rows, positions.get(named)), String.valueOf(RecordNormaliser.ROWS), 1)));
            Column none = name.isNull().or(name.equalTo("")).or(name.isin(RecordNormaliser.NULLS.toArray()));
            rows = rows.filter(isNamed ? functions.not(none) : none);
        }
        if (input.plan().layout() != null) {
            return rows;
        }
        Set<Field> fields = EnumSet.of(Field.PUBLICATION_NUMBER, Field.OFFICE, Field.KIND, named, members);
        fields.addAll(APPLICATIONS);
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
