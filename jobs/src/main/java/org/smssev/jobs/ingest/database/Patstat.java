package org.smssev.jobs.ingest.database;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.ingest.database.TableRoles.Role;
import org.smssev.jobs.ingest.format.Field;

/** The tables of PATSTAT Global as records, one for each publication. */
public final class Patstat {
    public static final String PUBLICATIONS = "tls211";

    private static final String APPLICATIONS = "tls201";
    private static final String PRIORITIES = "tls204";
    /** Families of applications in older editions, whose tls201 has none. */
    private static final String SIMPLE_FAMILIES = "tls218";

    private static final String EXTENDED_FAMILIES = "tls219";
    private static final String KEY = "application_key";
    private static final String PUBLICATION_KEY = "publication_key";

    private static final TableRoles ROLES = new TableRoles(List.of(
            Role.of(APPLICATIONS, "appln_id appln_auth appln_nr appln_filing_date", "", "filing date and family"),
            Role.of("tls202", "appln_id appln_title", "", "title"),
            Role.of("tls203", "appln_id appln_abstract", "", "abstract"),
            Role.of(PRIORITIES, "appln_id prior_appln_id", "", "priority number"),
            Role.of("tls206", "person_id person_name person_ctry_code", "appln_id", "applicant and inventor"),
            Role.of("tls207", "person_id appln_id applt_seq_nr invt_seq_nr", "", "applicant and inventor"),
            Role.of("tls209", "appln_id ipc_class_symbol", "", "IPC"),
            Role.of(PUBLICATIONS, "pat_publn_id publn_auth publn_nr publn_kind", "citn_id", ""),
            Role.of("tls212", "pat_publn_id citn_id cited_pat_publn_id", "", "cited publication"),
            Role.ofOnly(SIMPLE_FAMILIES, "appln_id docdb_family_id"),
            Role.ofOnly(EXTENDED_FAMILIES, "appln_id inpadoc_family_id")));

    private static final UserDefinedFunction DATE = udf((UDF1<String, String>) TableValues::date, DataTypes.StringType);
    private static final UserDefinedFunction COUNTRY =
            udf((UDF1<String, String>) TableValues::country, DataTypes.StringType);
    private static final UserDefinedFunction ID = udf((UDF1<String, String>) TableValues::id, DataTypes.StringType);
    private static final UserDefinedFunction NUMBER =
            udf((UDF3<String, String, String, String>) TableValues::publication, DataTypes.StringType);
    private static final UserDefinedFunction IPC =
            udf((UDF5<String, String, String, String, String, String>) TableValues::ipc, DataTypes.StringType);

    private Patstat() {}

    /** Name of the table that has such a header, {@code tls201} to {@code tls219}; empty if it is none of those used. */
    public static Optional<String> role(List<String> header) {
        return ROLES.of(header);
    }

    /**
     * The table that a file of another header was to be, and the columns that it lacks: {@code tls211, of which it lacks publn_kind}.
     *
     * @param file its name, without folders
     */
    public static Optional<String> near(String file, List<String> header) {
        return ROLES.near(file, header);
    }

    /** What the records lack for want of tables, a sentence each: {@code without tls209 there is no IPC}. */
    public static List<String> lacking(Set<String> roles) {
        return ROLES.lacking(roles, "tls");
    }

    /** A table without the row that stands for "no publication", its id 0 and its number a blank, which is no record. */
    public static Dataset<Row> withoutDefault(Dataset<Row> table) {
        Column isDefault = TableParts.text(table, "pat_publn_id")
                .equalTo("0")
                .and(TableParts.text(table, "publn_nr").isNull());
        return table.filter(not(coalesce(isDefault, lit(false))));
    }

    /**
     * Puts the tables together.
     *
     * @param tables by role, parts of a table already one; text columns, tls211 with {@code _record_no} and other columns
     *     that start with an underscore, which are kept
     * @return a row for each row of tls211: {@code _table}, its underscore columns, and a text column for each field, named
     *     by its key; default values are null
     * @throws UserException INPUT if tls211 is not there
     */
    public static Dataset<Row> assemble(Map<String, Dataset<Row>> tables) {
        Dataset<Row> base = tables.get(PUBLICATIONS);
        if (base == null) {
            throw new UserException(
                    Exit.INPUT,
                    "PATSTAT: the table tls211_pat_publn with the records is missing. Found are "
                            + tables.keySet().stream().sorted().toList() + ". Add its parts to the folder.");
        }
        Dataset<Row> records = publications(base);
        records = withApplications(records, tables);
        records = withFamilies(records, tables.get(SIMPLE_FAMILIES), "docdb_family_id", Field.FAMILY_ID);
        records = withFamilies(records, tables.get(EXTENDED_FAMILIES), "inpadoc_family_id", Field.EXTENDED_FAMILY_ID);
        records = withText(records, tables.get("tls202"), "appln_title", Field.TITLE, Field.TITLE_LANGUAGE);
        records = withText(records, tables.get("tls203"), "appln_abstract", Field.ABSTRACT, Field.ABSTRACT_LANGUAGE);
        records = withPersons(records, tables.get("tls206"), tables.get("tls207"));
        Dataset<Row> ipc = tables.get("tls209");
        if (ipc != null) {
            records = join(records, KEY, ipc(ipc));
        }
        Dataset<Row> citations = tables.get("tls212");
        if (citations != null) {
            records = join(records, PUBLICATION_KEY, cited(citations, base));
        }
        return TableParts.fields(records, PUBLICATIONS);
    }

    private static Dataset<Row> publications(Dataset<Row> base) {
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(PUBLICATION_KEY, id(base, "pat_publn_id"));
        values.put(KEY, id(base, "appln_id"));
        values.put(Field.PUBLICATION_NUMBER.key(), publication(base));
        values.put(Field.OFFICE.key(), COUNTRY.apply(TableParts.text(base, "publn_auth")));
        values.put(Field.KIND.key(), TableParts.text(base, "publn_kind"));
        values.put(Field.PUBLICATION_DATE.key(), date(base, "publn_date"));
        values.put(Field.LANGUAGE.key(), language(base, "publn_lg"));
        return TableParts.records(base, values);
    }

    private static Dataset<Row> withApplications(Dataset<Row> records, Map<String, Dataset<Row>> tables) {
        Dataset<Row> applications = tables.get(APPLICATIONS);
        if (applications == null) {
            return records;
        }
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(Field.APPLICATION_NUMBER.key(), application(applications));
        values.put(Field.FILING_DATE.key(), date(applications, "appln_filing_date"));
        values.put(Field.PRIORITY_DATE.key(), date(applications, "earliest_filing_date"));
        values.put(Field.FAMILY_ID.key(), id(applications, "docdb_family_id"));
        values.put(Field.EXTENDED_FAMILY_ID.key(), id(applications, "inpadoc_family_id"));
        Dataset<Row> result = join(records, KEY, TableParts.first(applications, id(applications, "appln_id"), values));
        Dataset<Row> priorities = tables.get(PRIORITIES);
        return priorities == null ? result : join(result, KEY, priorities(priorities, applications));
    }

    /**
     * Priorities that tls204 gives, and those of them whose application tls201 lacks, so that they have no number. An extract by
     * scope leaves most of them out.
     *
     * @param tables by role, as for {@link #assemble}
     * @return empty if a table is not there
     */
    public static Optional<Priorities> priorities(Map<String, Dataset<Row>> tables) {
        Dataset<Row> applications = tables.get(APPLICATIONS);
        Dataset<Row> claims = tables.get(PRIORITIES);
        if (applications == null || claims == null) {
            return Optional.empty();
        }
        Dataset<Row> prior =
                claims.select(id(claims, "prior_appln_id").as("prior")).where("prior IS NOT NULL");
        Dataset<Row> known =
                applications.select(id(applications, "appln_id").as("known")).distinct();
        Row counts = prior.join(known, prior.col("prior").equalTo(known.col("known")), "left")
                .agg(count("prior"), count("known"))
                .first();
        return Optional.of(new Priorities(counts.getLong(0), counts.getLong(0) - counts.getLong(1)));
    }

    /**
     * How many priorities there are.
     *
     * @param all those that are given
     * @param unnumbered those of them that have no number
     */
    public record Priorities(long all, long unnumbered) {}

    private static Dataset<Row> withFamilies(Dataset<Row> records, Dataset<Row> table, String column, Field field) {
        if (table == null) {
            return records;
        }
        Column told = TableParts.text(records, field.key());
        String family = "family";
        Dataset<Row> families = TableParts.first(table, id(table, "appln_id"), Map.of(family, id(table, column)));
        return join(records, KEY, families)
                .withColumn(field.key(), coalesce(told, col(family)))
                .drop(family);
    }

    private static Dataset<Row> priorities(Dataset<Row> priorities, Dataset<Row> applications) {
        Dataset<Row> claims = priorities.select(
                id(priorities, "appln_id").as("claiming"),
                id(priorities, "prior_appln_id").as("prior"),
                TableParts.number(TableParts.text(priorities, "prior_appln_seq_nr"))
                        .as("sequence"));
        Dataset<Row> numbers = TableParts.first(
                applications, id(applications, "appln_id"), Map.of("number", application(applications)));
        return TableParts.list(
                TableParts.with(claims, claims.col("prior"), numbers),
                col("claiming"),
                List.of(col("sequence")),
                Field.PRIORITY_NUMBERS,
                col("number"));
    }

    private static Dataset<Row> withText(
            Dataset<Row> records, Dataset<Row> table, String column, Field text, Field language) {
        if (table == null) {
            return records;
        }
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(text.key(), TableParts.text(table, column));
        values.put(language.key(), language(table, column + "_lg"));
        Dataset<Row> filled = table.where(TableParts.text(table, column).isNotNull());
        return join(records, KEY, TableParts.first(filled, id(table, "appln_id"), values));
    }

    private static Dataset<Row> withPersons(Dataset<Row> records, Dataset<Row> persons, Dataset<Row> roles) {
        if (persons == null || roles == null) {
            return records;
        }
        Map<String, Column> values = new LinkedHashMap<>();
        values.put("name", coalesce(TableParts.text(persons, "person_name"), TableParts.text(persons, "psn_name")));
        values.put("country", COUNTRY.apply(TableParts.text(persons, "person_ctry_code")));
        Dataset<Row> known = TableParts.first(persons, id(persons, "person_id"), values);
        Dataset<Row> links = roles.select(
                id(roles, "appln_id").as("appln"),
                id(roles, "person_id").as("person"),
                TableParts.number(TableParts.text(roles, "applt_seq_nr")).as("applicant"),
                TableParts.number(TableParts.text(roles, "invt_seq_nr")).as("inventor"));
        Dataset<Row> parties = TableParts.with(links, links.col("person"), known)
                .where(col("name").isNotNull());
        Dataset<Row> applicants = parties(parties, "applicant", Field.APPLICANTS, Field.APPLICANT_COUNTRIES);
        Dataset<Row> inventors = parties(parties, "inventor", Field.INVENTORS, Field.INVENTOR_COUNTRIES);
        return join(join(records, KEY, applicants), KEY, inventors);
    }

    /** Persons in a role; the sequence is 0 for those who are not in it. */
    private static Dataset<Row> parties(Dataset<Row> parties, String sequence, Field names, Field countries) {
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(names.key(), col("name"));
        values.put(countries.key(), col("country"));
        return TableParts.lists(parties.where(col(sequence).gt(0)), col("appln"), List.of(col(sequence)), values);
    }

    /** The table has no sequence: first the first code, then inventive before additional ones, then by symbol. */
    private static Dataset<Row> ipc(Dataset<Row> table) {
        Column position = TableParts.text(table, "ipc_position");
        Column value = TableParts.text(table, "ipc_value");
        Column code = IPC.apply(
                TableParts.text(table, "ipc_class_symbol"),
                TableParts.text(table, "ipc_version"),
                TableParts.text(table, "ipc_class_level"),
                position,
                value);
        List<Column> order = List.of(
                when(position.equalTo("F"), lit(0)).otherwise(lit(1)),
                when(value.equalTo("I"), lit(0)).otherwise(lit(1)));
        return TableParts.list(table, id(table, "appln_id"), order, Field.IPC, code);
    }

    /** Publications that are cited, by their number; citations of applications and of other literature have none. */
    private static Dataset<Row> cited(Dataset<Row> citations, Dataset<Row> base) {
        Dataset<Row> links = citations.select(
                id(citations, "pat_publn_id").as("citing"),
                id(citations, "cited_pat_publn_id").as("cited_publication"),
                TableParts.number(TableParts.text(citations, "pat_citn_seq_nr")).as("sequence"),
                TableParts.number(TableParts.text(citations, "citn_id")).as("citation"));
        Dataset<Row> numbers = TableParts.first(base, id(base, "pat_publn_id"), Map.of("number", publication(base)));
        return TableParts.list(
                TableParts.with(links, links.col("cited_publication"), numbers),
                col("citing"),
                List.of(col("sequence"), col("citation")),
                Field.CITED,
                col("number"));
    }

    private static Column publication(Dataset<Row> table) {
        return NUMBER.apply(
                TableParts.text(table, "publn_auth"),
                TableParts.text(table, "publn_nr"),
                TableParts.text(table, "publn_kind"));
    }

    /**
     * The number of an application. Since 2018 PATSTAT gives WO for the office of international ones, and the receiving office,
     * which DOCDB has in the number, in a column of its own. Offices count them apart, so that without it there is no number.
     */
    private static Column application(Dataset<Row> table) {
        Column office = TableParts.text(table, "appln_auth");
        Column receiving = COUNTRY.apply(TableParts.text(table, "receiving_office"));
        return NUMBER.apply(
                when(office.equalTo("WO"), receiving).otherwise(office),
                TableParts.text(table, "appln_nr"),
                TableParts.text(table, "appln_kind"));
    }

    private static Column date(Dataset<Row> table, String column) {
        return DATE.apply(TableParts.text(table, column));
    }

    private static Column id(Dataset<Row> table, String column) {
        return ID.apply(TableParts.text(table, column));
    }

    private static Column language(Dataset<Row> table, String column) {
        Column code = lower(TableParts.text(table, column));
        return when(code.rlike("^[a-z]{2}$").and(code.notEqual("xx")), code);
    }

    private static Dataset<Row> join(Dataset<Row> records, String key, Dataset<Row> parts) {
        return TableParts.with(records, records.col(key), parts);
    }
}
