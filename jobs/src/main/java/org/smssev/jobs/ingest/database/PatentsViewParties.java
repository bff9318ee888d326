package org.smssev.jobs.ingest.database;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.jobs.ingest.format.Field;

/** Applicants and inventors of PatentsView, with their countries through the tables of places. */
final class PatentsViewParties {
    private static final UserDefinedFunction COUNTRY =
            udf((UDF1<String, String>) TableValues::country, DataTypes.StringType);
    private static final UserDefinedFunction PERSON =
            udf((UDF2<String, String, String>) TableValues::person, DataTypes.StringType);

    private final Map<String, Dataset<Row>> tables;
    private final String prefix;
    private final String id;

    /**
     * The parties of one set.
     *
     * @param prefix {@code g_} or {@code pg_}, with which its tables begin
     * @param id column of a record's number in them
     */
    PatentsViewParties(Map<String, Dataset<Row>> tables, String prefix, String id) {
        this.tables = tables;
        this.prefix = prefix;
        this.id = id;
    }

    /** Assignees; where a record has none, the applicants as printed. */
    Dataset<Row> withApplicants(Dataset<Row> records, String key) {
        Dataset<Row> assignees = tables.get(prefix + "assignee_disambiguated");
        Dataset<Row> result = assignees == null
                ? records.withColumn(Field.APPLICANTS.key(), TableParts.nothing())
                        .withColumn(Field.APPLICANT_COUNTRIES.key(), TableParts.nothing())
                : TableParts.with(
                        records,
                        records.col(key),
                        lists(
                                assignees,
                                "assignee_sequence",
                                party(assignees, "disambig_assignee_", "individual_name_"),
                                places(),
                                Field.APPLICANTS.key(),
                                Field.APPLICANT_COUNTRIES.key()));
        Dataset<Row> applicants = tables.get(prefix + "applicant_not_disambiguated");
        if (applicants == null) {
            return result;
        }
        Dataset<Row> printed = lists(
                applicants,
                "applicant_sequence",
                party(applicants, "raw_applicant_", "name_"),
                printedPlaces(),
                "printed",
                "printed_countries");
        Column assignee = col(Field.APPLICANTS.key());
        Column country = col(Field.APPLICANT_COUNTRIES.key());
        // The countries first: they go by whether there is an assignee.
        return TableParts.with(result, result.col(key), printed)
                .withColumn(
                        Field.APPLICANT_COUNTRIES.key(),
                        when(assignee.isNotNull(), country).otherwise(col("printed_countries")))
                .withColumn(Field.APPLICANTS.key(), coalesce(assignee, col("printed")));
    }

    /** Inventors. */
    Dataset<Row> withInventors(Dataset<Row> records, String key) {
        Dataset<Row> inventors = tables.get(prefix + "inventor_disambiguated");
        if (inventors == null) {
            return records;
        }
        Dataset<Row> lists = lists(
                inventors,
                "inventor_sequence",
                person(inventors, "disambig_inventor_name_"),
                places(),
                Field.INVENTORS.key(),
                Field.INVENTOR_COUNTRIES.key());
        return TableParts.with(records, records.col(key), lists);
    }

    /** The organisation, else the person. */
    private static Column party(Dataset<Row> table, String prefix, String person) {
        return coalesce(TableParts.text(table, prefix + "organization"), person(table, prefix + person));
    }

    private static Column person(Dataset<Row> table, String prefix) {
        return PERSON.apply(TableParts.text(table, prefix + "first"), TableParts.text(table, prefix + "last"));
    }

    private Dataset<Row> places() {
        return countries(tables.get(PatentsViewTables.LOCATION), "location_id", "disambig_country");
    }

    private Dataset<Row> printedPlaces() {
        return countries(tables.get(PatentsViewTables.RAW_LOCATION), "rawlocation_id", "raw_country");
    }

    /** Country by place; null without the table. */
    private static Dataset<Row> countries(Dataset<Row> places, String id, String column) {
        if (places == null) {
            return null;
        }
        Map<String, Column> country = Map.of("country", COUNTRY.apply(TableParts.text(places, column)));
        return TableParts.first(places, TableParts.text(places, id), country);
    }

    /** Names in their order, aligned with their countries. */
    private Dataset<Row> lists(
            Dataset<Row> table, String sequence, Column name, Dataset<Row> places, String names, String countries) {
        Dataset<Row> parties = table.select(
                        TableParts.text(table, id).as("record"),
                        TableParts.number(TableParts.text(table, sequence)).as("sequence"),
                        name.as("name"),
                        coalesce(TableParts.text(table, "location_id"), TableParts.text(table, "rawlocation_id"))
                                .as("place"))
                .where(col("name").isNotNull());
        Dataset<Row> placed = places == null
                ? parties.withColumn("country", TableParts.nothing())
                : TableParts.with(parties, parties.col("place"), places);
        Map<String, Column> values = new LinkedHashMap<>();
        values.put(names, col("name"));
        values.put(countries, col("country"));
        return TableParts.lists(placed, col("record"), List.of(col("sequence")), values);
    }
}
