package org.smssev.jobs.ingest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.config.IngestConfig.International;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ObjectRows;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.testing.Datasets;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class FamilyStepTest {
    private static final List<Party> NOBODY = List.of();

    private static Row patent(
            String number, String family, String date, List<Party> applicants, List<Party> inventors, boolean isGone) {
        Patent patent = new Patent(
                number,
                number.substring(0, 2),
                "A1",
                family,
                null,
                LocalDate.parse(date),
                LocalDate.parse(date),
                applicants,
                inventors,
                List.of(new IpcCode("H01M 10/0525", "F", "I"), new IpcCode("C08J 5/04", null, null)),
                List.of(),
                List.of(),
                "en",
                "r1",
                "r1",
                List.of("s"),
                isGone,
                "",
                "title of " + number,
                null,
                null);
        return ObjectRows.row(patent);
    }

    private static Dataset<Row> patents(SparkSession spark) {
        List<Party> applicants = List.of(
                new Party("LG Chem Ltd.", "KR", "LG CHEM"),
                new Party("Toray", null, "TORAY"),
                new Party("LG CHEM LTD", "KR", "LG CHEM"));
        List<Party> inventors = List.of(new Party("A", "JP", null), new Party("B", "KR", null));
        List<Row> rows = List.of(
                patent("US-1-A1", "several", "2011-02-01", NOBODY, NOBODY, false),
                patent("EP-1-A1", "several", "2010-02-01", applicants, inventors, false),
                patent("US-2-A1", "alone", "2012-02-01", applicants, inventors, false),
                patent("US-3-A1", "gone", "2012-02-01", applicants, inventors, true),
                patent("US-4-A1", "nobody", "2012-02-01", NOBODY, NOBODY, false));
        return spark.createDataFrame(rows, PatentRows.SCHEMA).repartition(3).select(PatentRows.toTable());
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICANT, 'KR 0.5,UNKNOWN 0.5', UNKNOWN 1.0",
        "INVENTOR, 'JP 0.5,KR 0.5', UNKNOWN 1.0",
        "OFFICE, 'US 1.0', US 1.0"
    })
    void familiesAreMadeAlikeWhetherTheyAreMovedOrNot(
            CountryBy countryBy, String ofEurope, String ofNobody, SparkSession spark) {
        Families.Rules rules = new Families.Rules(countryBy, false, International.TWO_OFFICES, false);
        Dataset<Row> patents = patents(spark);
        long[] several = patents
                .filter("family_id = 'several'")
                .select(DigestedKeys.digest("family_id"))
                .limit(1)
                .collectAsList()
                .stream()
                .mapToLong(r -> r.getLong(0))
                .toArray();

        InternalRows planned = InternalRows.planned(patents);
        Dataset<Row> moved = FamilyStep.families(planned, rules, 2).dataset();
        List<Row> families;
        try (DigestedKeys digested = new DigestedKeys(spark, several)) {
            Dataset<Row> atPlace =
                    FamilyStep.families(planned, digested, rules, 2).dataset();
            Datasets.assertSameRows(moved, atPlace, "family_id");
            InternalRows made = InternalRows.made(spark, planned.rows().map(InternalRow::copy), patents.schema());
            Datasets.assertSameRows(
                    moved, FamilyStep.families(made, digested, rules, 2).dataset(), "family_id");
            Datasets.assertSameRows(moved, FamilyStep.families(made, rules, 2).dataset(), "family_id");
            families = atPlace.orderBy("family_id").collectAsList();
        }

        assertThat(families).extracting(r -> r.getString(0)).containsExactly("alone", "nobody", "several");
        assertThat(countries(families.get(2))).isEqualTo(ofEurope);
        assertThat(countries(families.get(1))).isEqualTo(ofNobody);
        Row family = families.get(2);
        assertThat(family.<String>getAs("representative")).isEqualTo("EP-1-A1");
        assertThat(family.<String>getAs("applicant")).isEqualTo("LG CHEM");
        assertThat(family.<String>getAs("title")).isEqualTo("title of EP-1-A1");
        assertThat(family.<Boolean>getAs("is_international")).isTrue();
        assertThat(family.<String>getList(family.fieldIndex("ipc"))).containsExactly("C08J 5/04", "H01M 10/0525");
        assertThat(families.get(1).<String>getAs("applicant")).isNull();
    }

    private static String countries(Row family) {
        return String.join(
                ",",
                family.<Row>getList(family.fieldIndex("countries")).stream()
                        .map(c -> c.getString(0) + " " + c.getDouble(1))
                        .toList());
    }
}
