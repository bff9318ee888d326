package org.smssev.jobs.ingest.database;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.ingest.format.Field;

/** The bulk tables of PatentsView, granted patents ({@code g_}) and pre-grant publications ({@code pg_}), as records. */
public final class PatentsView {
    public static final String GRANTED = PatentsViewTables.GRANTED;
    public static final String PREGRANT = PatentsViewTables.PREGRANT;

    private static final String KEY = "record_key";

    private static final UserDefinedFunction DATE = udf((UDF1<String, String>) TableValues::date, DataTypes.StringType);
    private static final UserDefinedFunction FOREIGN =
            udf((UDF2<String, String, String>) TableValues::foreign, DataTypes.StringType);
    private static final UserDefinedFunction CITED =
            udf((UDF2<String, String, String>) TableValues::cited, DataTypes.StringType);
    private static final UserDefinedFunction NUMBER =
            udf((UDF3<String, String, String, String>) TableValues::publication, DataTypes.StringType);
    private static final UserDefinedFunction SYMBOL =
            udf((UDF5<String, String, String, String, String, String>) TableValues::symbol, DataTypes.StringType);
    private static final UserDefinedFunction IPC =
            udf((UDF5<String, String, String, String, String, String>) TableValues::ipc, DataTypes.StringType);

    private PatentsView() {}

    /** Name of the table that has such a header; empty if it is none of those known. */
    public static Optional<String> role(List<String> header) {
        return PatentsViewTables.ROLES.of(header);
    }

    /**
     * The table that a file of another header was to be, and the columns that it lacks: {@code g_patent, of which it lacks
     * wipo_kind}.
     *
     * @param file its name, without folders
     */
    public static Optional<String> near(String file, List<String> header) {
        return PatentsViewTables.ROLES.near(file, header);
    }

    /** What the records lack for want of tables, a sentence each: {@code without g_ipc_at_issue there is no IPC}. */
    public static List<String> lacking(Set<String> roles) {
        List<String> granted = roles.contains(GRANTED) ? PatentsViewTables.ROLES.lacking(roles, "g_") : List.of();
        List<String> pregrant = roles.contains(PREGRANT) ? PatentsViewTables.ROLES.lacking(roles, "pg_") : List.of();
        List<String> location = roles.contains(PREGRANT) && !roles.contains(GRANTED)
                ? PatentsViewTables.ROLES.lacking(roles, PatentsViewTables.LOCATION)
                : List.of();
        return Stream.of(granted, pregrant, location).flatMap(List::stream).toList();
    }

    /**
     * Puts the tables together.
     *
     * @param tables by role; text columns, the base table with {@code _record_no} and other columns that start with an
     *     underscore, which are kept
     * @return a row for each row of the base table, of both where both are there: {@code _table} (the role of the base),
     *     the base's underscore columns, and a text column for each field, named by its key
     * @throws UserException INPUT if there is neither base table
     */
    public static Dataset<Row> assemble(Map<String, Dataset<Row>> tables) {
        Dataset<Row> granted = tables.containsKey(GRANTED) ? granted(tables) : null;
        Dataset<Row> pregrant = tables.containsKey(PREGRANT) ? pregrant(tables) : null;
        if (granted == null && pregrant == null) {
            throw new UserException(
                    Exit.INPUT,
                    "PatentsView: the tables " + GRANTED + " and " + PREGRANT
                            + " with the records are missing. Found are "
                            + tables.keySet().stream().sorted().toList() + ". Add one of the two to the folder.");
        }
        if (granted == null || pregrant == null) {
            return granted == null ? pregrant : granted;
        }
        return granted.unionByName(pregrant, true);
    }

    private static Dataset<Row> granted(Map<String, Dataset<Row>> tables) {
        Dataset<Row> base = tables.get(GRANTED);
        Column id = TableParts.text(base, "patent_id");
        Column kind = TableParts.text(base, "wipo_kind");
        Column mark = lower(TableParts.text(base, "withdrawn"));
        Map<String, Column> values = basics(id, kind);
        values.put(Field.PUBLICATION_DATE.key(), DATE.apply(TableParts.text(base, "patent_date")));
        values.put(Field.TITLE.key(), TableParts.text(base, "patent_title"));
        values.put("own_abstract", TableParts.text(base, "patent_abstract"));
        values.put(Field.WITHDRAWN.key(), when(mark.isin("1", "true"), lit("1")));
        Dataset<Row> records = TableParts.records(base, values);
        Dataset<Row> application = tables.get("g_application");
        if (application != null) {
            records = join(
                    records, TableParts.first(application, key(application, "patent_id"), application(application)));
        }
        records = withAbstract(records, tables.get("g_patent_abstract"), "patent_id", "patent_abstract");
        records = withLists(records, tables, "g_", "patent_id");
        Dataset<Row> cited = cited(tables);
        if (cited != null) {
            records = join(
                    records,
                    TableParts.list(cited, col(KEY), List.of(col("o0"), col("o1")), Field.CITED, col("number")));
        }
        return finish(records, GRANTED);
    }

    private static Dataset<Row> pregrant(Map<String, Dataset<Row>> tables) {
        Dataset<Row> base = tables.get(PREGRANT);
        Column id = TableParts.text(base, "pgpub_id");
        Map<String, Column> values = basics(id, TableParts.text(base, "wipo_kind"));
        values.putAll(application(base));
        values.put(Field.PUBLICATION_DATE.key(), DATE.apply(TableParts.text(base, "published_date")));
        values.put(Field.TITLE.key(), TableParts.text(base, "application_title"));
        values.put("own_abstract", TableParts.text(base, "application_abstract"));
        Dataset<Row> records = TableParts.records(base, values);
        records = withAbstract(
                records, tables.get("pg_published_application_abstract"), "pgpub_id", "application_abstract");
        return finish(withLists(records, tables, "pg_", "pgpub_id"), PREGRANT);
    }

    private static Map<String, Column> basics(Column id, Column kind) {
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(KEY, id);
        values.put(Field.PUBLICATION_NUMBER.key(), NUMBER.apply(lit("US"), id, kind));
        values.put(Field.OFFICE.key(), lit("US"));
        values.put(Field.KIND.key(), kind);
        values.put(Field.LANGUAGE.key(), lit("en"));
        return values;
    }

    private static Map<String, Column> application(Dataset<Row> table) {
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(Field.FILING_DATE.key(), DATE.apply(TableParts.text(table, "filing_date")));
        values.put(
                Field.APPLICATION_NUMBER.key(),
                NUMBER.apply(lit("US"), TableParts.text(table, "application_id"), TableParts.nothing()));
        return values;
    }

    private static Dataset<Row> withAbstract(Dataset<Row> records, Dataset<Row> table, String id, String column) {
        Column own = col("own_abstract");
        if (table == null) {
            return records.withColumn(Field.ABSTRACT.key(), own);
        }
        Map<String, Column> value = Map.of("table_abstract", TableParts.text(table, column));
        return join(records, TableParts.first(table, key(table, id), value))
                .withColumn(Field.ABSTRACT.key(), coalesce(own, col("table_abstract")));
    }

    /** IPC, applicants, inventors and priorities, which both sets have alike. */
    private static Dataset<Row> withLists(
            Dataset<Row> records, Map<String, Dataset<Row>> tables, String prefix, String id) {
        Dataset<Row> result = records;
        Dataset<Row> ipc = tables.get(prefix + "ipc_at_issue");
        if (ipc != null) {
            result = join(result, TableParts.list(ipc, key(ipc, id), order(ipc, "ipc_sequence"), Field.IPC, ipc(ipc)));
        }
        PatentsViewParties parties = new PatentsViewParties(tables, prefix, id);
        result = parties.withInventors(parties.withApplicants(result, KEY), KEY);
        Dataset<Row> priorities = tables.get(prefix + "foreign_priority");
        if (priorities != null) {
            Map<String, Column> values = new LinkedHashMap<>();
            values.put(
                    Field.PRIORITY_NUMBERS.key(),
                    FOREIGN.apply(
                            TableParts.text(priorities, "foreign_country_filed"),
                            TableParts.text(priorities, "foreign_application_id")));
            values.put(Field.PRIORITY_DATE.key(), DATE.apply(TableParts.text(priorities, "filing_date")));
            List<Column> order = order(priorities, "priority_claim_sequence");
            result = join(result, TableParts.lists(priorities, key(priorities, id), order, values));
        }
        return result;
    }

    private static Column ipc(Dataset<Row> table) {
        Column symbol = SYMBOL.apply(
                TableParts.text(table, "section"),
                TableParts.text(table, "ipc_class"),
                TableParts.text(table, "subclass"),
                TableParts.text(table, "main_group"),
                TableParts.text(table, "subgroup"));
        return IPC.apply(
                symbol,
                TableParts.text(table, "ipc_version_indicator"),
                TableParts.text(table, "classification_level"),
                TableParts.text(table, "symbol_position"),
                TableParts.text(table, "classification_value"));
    }

    /** Cited numbers: US patents, then US applications, then foreign ones, each in their order; null without a table. */
    private static Dataset<Row> cited(Map<String, Dataset<Row>> tables) {
        Dataset<Row> all = null;
        List<String> roles = List.of("g_us_patent_citation", "g_us_application_citation", "g_foreign_citation");
        List<String> numbers = List.of("citation_patent_id", "citation_document_number", "citation_application_id");
        for (int i = 0; i < roles.size(); i++) {
            Dataset<Row> table = tables.get(roles.get(i));
            if (table == null) {
                continue;
            }
            Column number = TableParts.text(table, numbers.get(i));
            Column cited = i == 2
                    ? CITED.apply(TableParts.text(table, "citation_country"), number)
                    : NUMBER.apply(lit("US"), number, TableParts.text(table, "wipo_kind"));
            Dataset<Row> part = table.select(
                            key(table, "patent_id").as(KEY),
                            lit(i).as("o0"),
                            TableParts.number(TableParts.text(table, "citation_sequence"))
                                    .as("o1"),
                            cited.as("number"))
                    .filter("number IS NOT NULL");
            all = all == null ? part : all.union(part);
        }
        return all;
    }

    private static List<Column> order(Dataset<Row> table, String sequence) {
        return List.of(TableParts.number(TableParts.text(table, sequence)));
    }

    private static Column key(Dataset<Row> table, String id) {
        return TableParts.text(table, id);
    }

    private static Dataset<Row> join(Dataset<Row> records, Dataset<Row> parts) {
        return TableParts.with(records, records.col(KEY), parts);
    }

    private static Dataset<Row> finish(Dataset<Row> records, String role) {
        Column english = lit("en");
        return TableParts.fields(
                records.withColumn(
                                Field.TITLE_LANGUAGE.key(),
                                when(col(Field.TITLE.key()).isNotNull(), english))
                        .withColumn(
                                Field.ABSTRACT_LANGUAGE.key(),
                                when(col(Field.ABSTRACT.key()).isNotNull(), english)),
                role);
    }
}
