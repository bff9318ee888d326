package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.smssev.jobs.ingest.format.Field;

/**
 * Tells which publications are of one family where a source names no family: those that are listed as its members, those
 * of one application (grant, publication and correction), and those that share a priority.
 */
final class FamilyLinks {
    /** Keeps applications and priorities apart from publications of the same digits. */
    private static final String APPLICATION = "\uffff";

    private FamilyLinks() {}

    /** Adds what the records of a file say; those that name their family say nothing. */
    static void connect(Input input, boolean extended, FamilyIds families) {
        Field named = extended ? Field.EXTENDED_FAMILY_ID : Field.FAMILY_ID;
        Field members = extended ? Field.EXTENDED_FAMILY_MEMBERS : Field.FAMILY_MEMBERS;
        RecordPlan plan = input.plan();
        boolean says = plan.has(members) || plan.has(Field.APPLICATION_NUMBER) || plan.has(Field.PRIORITY_NUMBERS);
        if (!says || (plan.has(named) && !plan.isSparse(named))) {
            return;
        }
        Map<Field, RecordNormaliser.Writing> writings = plan.writings();
        Iterator<Row> rows = input.rows().filter("_reason IS NULL").toLocalIterator();
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
}
