package org.smssev.jobs.ingest;

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
import org.smssev.jobs.ingest.TableRoles.Role;
import org.smssev.jobs.ingest.format.Field;

/** The bulk tables of PatentsView, granted patents ({@code g_}) and pre-grant publications ({@code pg_}), as records. */
final class PatentsView {
    static final String GRANTED = "g_patent";
    static final String PREGRANT = "pg_published_application";
    /** Its header is the same in both sets, so that one role stands for both. */
    static final String LOCATION = "g_location_disambiguated";

    private static final String KEY = "record_key";

    private static final TableRoles ROLES = new TableRoles(List.of(
            Role.of(GRANTED, "patent_id patent_title patent_date wipo_kind", "", ""),
            Role.of("g_application", "patent_id application_id filing_date", "pgpub_id", "filing date"),
            Role.of("g_patent_abstract", "patent_id patent_abstract", "patent_title", "abstract"),
            Role.of("g_ipc_at_issue", "patent_id section ipc_class subclass main_group subgroup", "", "IPC"),
            Role.of(
                    "g_assignee_disambiguated",
                    "patent_id assignee_sequence location_id",
                    "inventor_sequence",
                    "applicant"),
            Role.of(
                    "g_inventor_disambiguated",
                    "patent_id inventor_sequence location_id",
                    "assignee_sequence",
                    "inventor"),
            Role.of(LOCATION, "location_id disambig_country", "", "country"),
            Role.of(
                    "g_us_patent_citation",
                    "patent_id citation_patent_id",
                    "citation_document_number",
                    "cited US patent"),
            Role.of(
                    "g_us_application_citation",
                    "patent_id citation_document_number",
                    "citation_patent_id",
                    "cited US application"),
            Role.of("g_foreign_citation", "patent_id citation_application_id", "", "cited foreign publication"),
            Role.of("g_foreign_priority", "patent_id foreign_application_id filing_date", "", "foreign priority"),
            Role.of("g_cpc_current", "patent_id cpc_sequence cpc_group", "", ""),
            Role.of("g_wipo_technology", "patent_id wipo_field_id", "", ""),
            Role.of(PREGRANT, "pgpub_id application_title published_date", "", ""),
            Role.of(
                    "pg_published_application_abstract",
                    "pgpub_id application_abstract",
                    "application_title",
                    "abstract"),
            Role.of("pg_ipc_at_issue", "pgpub_id section ipc_class subclass main_group subgroup", "", "IPC"),
            Role.of(
                    "pg_assignee_disambiguated",
                    "pgpub_id assignee_sequence location_id",
                    "inventor_sequence",
                    "applicant"),
            Role.of(
                    "pg_inventor_disambiguated",
                    "pgpub_id inventor_sequence location_id",
                    "assignee_sequence",
                    "inventor"),
            Role.of("pg_foreign_priority", "pgpub_id foreign_application_id filing_date", "", "foreign priority"),
            Role.of("pg_granted_pgpubs_crosswalk", "pgpub_id patent_id application_id", "filing_date", ""),
            Role.of("pg_cpc_current", "pgpub_id cpc_sequence cpc_group", "", "")));

    private static final UserDefinedFunction DATE = udf((UDF1<String, String>) TableValues::date, DataTypes.StringType);
    private static final UserDefinedFunction COUNTRY =
            udf((UDF1<String, String>) TableValues::country, DataTypes.StringType);
    private static final UserDefinedFunction PERSON =
            udf((UDF2<String, String, String>) TableValues::person, DataTypes.StringType);
    private static final UserDefinedFunction FOREIGN =
            udf((UDF2<String, String, String>) TableValues::foreign, DataTypes.StringType);
    private static final UserDefinedFunction NUMBER =
            udf((UDF3<String, String, String, String>) TableValues::publication, DataTypes.StringType);
    private static final UserDefinedFunction SYMBOL =
            udf((UDF5<String, String, String, String, String, String>) TableValues::symbol, DataTypes.StringType);
    private static final UserDefinedFunction IPC =
            udf((UDF5<String, String, String, String, String, String>) TableValues::ipc, DataTypes.StringType);

    private PatentsView() {}

    /** Name of the table that has such a header; empty if it is none of those known. */
    static Optional<String> role(List<String> header) {
        return ROLES.of(header);
    }

    /** What the records lack for want of tables, a sentence each: {@code without g_ipc_at_issue there is no IPC}. */
    static List<String> lacking(Set<String> roles) {
        List<String> granted = roles.contains(GRANTED) ? ROLES.lacking(roles, "g_") : List.of();
        List<String> pregrant = roles.contains(PREGRANT) ? ROLES.lacking(roles, "pg_") : List.of();
        List<String> location =
                roles.contains(PREGRANT) && !roles.contains(GRANTED) ? ROLES.lacking(roles, LOCATION) : List.of();
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
    static Dataset<Row> assemble(Map<String, Dataset<Row>> tables) {
        Dataset<Row> granted = tables.containsKey(GRANTED) ? granted(tables) : null;
        Dataset<Row> pregrant = tables.containsKey(PREGRANT) ? pregrant(tables) : null;
        if (granted == null && pregrant == null) {
            throw new UserException(
                    Exit.INPUT,
                    "Tables of PatentsView without " + GRANTED + " or " + PREGRANT
                            + ", which hold the records: there are "
                            + tables.keySet().stream().sorted().toList() + ". Put one of them into the folder");
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
        Dataset<Row> assignees = tables.get(prefix + "assignee_disambiguated");
        if (assignees != null) {
            Column name = coalesce(
                    TableParts.text(assignees, "disambig_assignee_organization"),
                    PERSON.apply(
                            TableParts.text(assignees, "disambig_assignee_individual_name_first"),
                            TableParts.text(assignees, "disambig_assignee_individual_name_last")));
            Dataset<Row> parties =
                    parties(assignees, key(assignees, id), "assignee_sequence", name, tables.get(LOCATION));
            result = join(result, lists(parties, Field.APPLICANTS, Field.APPLICANT_COUNTRIES));
        }
        Dataset<Row> inventors = tables.get(prefix + "inventor_disambiguated");
        if (inventors != null) {
            Column name = PERSON.apply(
                    TableParts.text(inventors, "disambig_inventor_name_first"),
                    TableParts.text(inventors, "disambig_inventor_name_last"));
            Dataset<Row> parties =
                    parties(inventors, key(inventors, id), "inventor_sequence", name, tables.get(LOCATION));
            result = join(result, lists(parties, Field.INVENTORS, Field.INVENTOR_COUNTRIES));
        }
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

    /** Names in their order with countries through the location. */
    private static Dataset<Row> parties(
            Dataset<Row> table, Column key, String sequence, Column name, Dataset<Row> locations) {
        Dataset<Row> parties = table.select(
                key.as(KEY),
                TableParts.number(TableParts.text(table, sequence)).as("sequence"),
                name.as("name"),
                TableParts.text(table, "location_id").as("place"));
        if (locations == null) {
            return parties.withColumn("country", TableParts.nothing());
        }
        Map<String, Column> country = Map.of("country", COUNTRY.apply(TableParts.text(locations, "disambig_country")));
        Dataset<Row> countries = TableParts.first(locations, key(locations, "location_id"), country);
        return TableParts.with(parties, parties.col("place"), countries);
    }

    private static Dataset<Row> lists(Dataset<Row> parties, Field names, Field countries) {
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(names.key(), col("name"));
        values.put(countries.key(), col("country"));
        return TableParts.lists(parties.where(col("name").isNotNull()), col(KEY), List.of(col("sequence")), values);
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
                    ? FOREIGN.apply(TableParts.text(table, "citation_country"), number)
                    : NUMBER.apply(lit("US"), number, TableParts.text(table, "wipo_kind"));
            Dataset<Row> part = table.select(
                    key(table, "patent_id").as(KEY),
                    lit(i).as("o0"),
                    TableParts.number(TableParts.text(table, "citation_sequence"))
                            .as("o1"),
                    cited.as("number"));
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
