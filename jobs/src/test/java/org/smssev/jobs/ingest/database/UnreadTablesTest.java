package org.smssev.jobs.ingest.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadTablesTest {
    @ParameterizedTest
    @CsvSource({
        "g_claims, patent_id claim_sequence claim_text dependent claim_number exemplary",
        "pg_claims, pgpub_id claim_sequence claim_text dependent claim_number",
        "g_cpc_at_issue, patent_id cpc_sequence cpc_version_indicator cpc_section cpc_group cpc_type cpc_action_date",
        "g_cpc_current, patent_id cpc_sequence cpc_section cpc_class cpc_subclass cpc_group cpc_type",
        "g_cpc_title, cpc_subclass cpc_subclass_title cpc_group cpc_group_title cpc_class cpc_class_title",
        "g_assignee_not_disambiguated, PATENT_ID assignee_sequence assignee_id raw_assignee_organization rawlocation_id",
        "g_persistent_inventor, patent_id inventor_sequence disamb_inventor_id_20250930",
        "g_us_rel_doc, patent_id related_doc_sequence related_doc_type related_doc_number wipo_kind",
        "pg_granted_pgpubs_crosswalk, pgpub_id patent_id application_id current_pgpub_id_flag",
        "tls224, appln_id cpc_class_symbol",
        "tls228, docdb_family_id cited_docdb_family_id",
        "tls902, ipc not_with_ipc unless_with_ipc nace2_code nace2_weight nace2_descr",
        "tls904, nuts nuts_level nuts_label"
    })
    void theOtherTablesOfADeliveryAreKnownByTheirColumns(String table, String header) {
        List<String> columns = List.of(header.split(" "));
        assertThat(UnreadTables.of(columns)).contains(table);
        assertThat(PatentsView.role(columns)).isEmpty();
        assertThat(Patstat.role(columns)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "patent_id patent_title patent_date claim_sequence claim_text",
        "appln_id publn_nr cpc_class_symbol",
        "patent_id my_score",
        "patent_id assignee_sequence assignee_id disambig_assignee_organization",
        "pgpub_id inventor_sequence inventor_id",
        "number title ipc nace2_code",
        "patent_id title abstract num_figures assignee",
        "patent_id application_number applicant title ipc cpc_sequence cpc_group",
        "docdb_family_id pubno title cpc_class_symbol",
        "Lens ID Title"
    })
    void whatHoldsRecordsOfSomebodysOwnIsNoneOfThese(String header) {
        assertThat(UnreadTables.of(List.of(header.split(" ")))).isEmpty();
    }

    /** These have places, by which they are joined to countries, and are asked for first. */
    @Test
    void tablesThatAreReadHaveRolesOfTheirOwn() {
        assertThat(PatentsView.role(
                        List.of("patent_id", "assignee_sequence", "disambig_assignee_organization", "location_id")))
                .contains("g_assignee_disambiguated");
        assertThat(PatentsView.role(List.of("patent_id", "applicant_sequence", "rawlocation_id")))
                .contains("g_applicant_not_disambiguated");
    }
}
