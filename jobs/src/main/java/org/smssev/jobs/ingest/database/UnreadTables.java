package org.smssev.jobs.ingest.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smssev.jobs.ingest.database.TableRoles.Role;

/**
 * Tables of PatentsView and PATSTAT of which nothing is read, by their columns, so that a whole delivery may lie in a folder. What
 * holds titles or numbers of publications besides is a table of somebody's own, and none of these.
 */
public final class UnreadTables {
    private static final String OWN =
            "title abstract ipc number pubno publication_number publn_nr applicant applicants assignee"
                    + " inventor inventors patent_title patent_abstract application_title appln_title";
    /** What tables of the same persons have that are read. */
    private static final String PERSONS =
            "assignee_id inventor_id disambig_assignee_organization disambig_assignee_individual_name_last"
                    + " disambig_inventor_name_last location_id";

    /** Of granted patents; those of applications have {@code pgpub_id} for {@code patent_id}. */
    private static final List<String> PATENTS_VIEW = List.of(
            "assignee_not_disambiguated: patent_id assignee_sequence rawlocation_id",
            "attorney_disambiguated: patent_id attorney_sequence attorney_id",
            "attorney_not_disambiguated: patent_id attorney_sequence raw_attorney_name_last",
            "botanic: patent_id latin_name",
            "brf_sum_text: patent_id summary_text",
            "claims: patent_id claim_sequence claim_text",
            "cpc_at_issue: patent_id cpc_sequence cpc_group cpc_action_date",
            "cpc_current: patent_id cpc_sequence cpc_group",
            "detail_desc_text: patent_id description_text",
            "draw_desc_text: patent_id draw_desc_text",
            "examiner_not_disambiguated: patent_id raw_examiner_name_last",
            "figures: patent_id num_figures",
            "gov_interest: patent_id gi_statement",
            "gov_interest_contracts: patent_id contract_award_number",
            "gov_interest_org: patent_id gi_organization_id",
            "inventor_not_disambiguated: patent_id inventor_sequence rawlocation_id",
            "other_reference: patent_id other_reference_text",
            "pct_data: patent_id pct_doc_number",
            "rel_app_text: patent_id rel_app_text",
            "us_rel_doc: patent_id related_doc_number",
            "us_term_of_grant: patent_id term_extension",
            "uspc_at_issue: patent_id uspc_mainclass_id",
            "wipo_technology: patent_id wipo_field_id");

    private static final List<Role> OTHERS = List.of(
            Role.of("g_persistent_assignee", "patent_id assignee_sequence", PERSONS + " rawlocation_id " + OWN, ""),
            Role.of("g_persistent_inventor", "patent_id inventor_sequence", PERSONS + " rawlocation_id " + OWN, ""),
            Role.of("pg_persistent_assignee", "pgpub_id assignee_sequence", PERSONS + " rawlocation_id " + OWN, ""),
            Role.of("pg_persistent_inventor", "pgpub_id inventor_sequence", PERSONS + " rawlocation_id " + OWN, ""),
            Role.of("g_cpc_title", "cpc_subclass cpc_subclass_title", OWN, ""),
            Role.of("pg_granted_pgpubs_crosswalk", "pgpub_id patent_id application_id", "filing_date " + OWN, ""),
            Role.of("tls205", "appln_id tech_rel_appln_id", OWN, ""),
            Role.of("tls210", "appln_id nat_class_symbol", OWN, ""),
            Role.of("tls214", "npl_publn_id npl_type", OWN, ""),
            Role.of("tls215", "pat_publn_id citn_id citn_categ", OWN, ""),
            Role.of("tls216", "appln_id parent_appln_id", OWN, ""),
            Role.of("tls222", "appln_id jp_class_symbol", OWN, ""),
            Role.of("tls224", "appln_id cpc_class_symbol", OWN, ""),
            Role.of("tls225", "docdb_family_id cpc_class_symbol", OWN, ""),
            Role.of("tls226", "person_id person_orig_id", OWN, ""),
            Role.of("tls227", "pat_publn_id person_id", OWN, ""),
            Role.of("tls228", "docdb_family_id cited_docdb_family_id", OWN, ""),
            Role.of("tls229", "appln_id nace2_code", OWN, ""),
            Role.of("tls230", "appln_id techn_field_nr", OWN, ""),
            Role.of("tls231", "event_id appln_id event_code", OWN, ""),
            Role.of("tls801", "ctry_code iso_alpha3", OWN, ""),
            Role.of("tls803", "event_auth event_code", "appln_id " + OWN, ""),
            Role.of("tls901", "ipc_maingroup_symbol techn_field_nr", OWN, ""),
            Role.of("tls902", "ipc nace2_code not_with_ipc", "appln_id title", ""),
            Role.of("tls904", "nuts nuts_level", "person_id " + OWN, ""));

    private static final TableRoles ROLES = roles();

    private UnreadTables() {}

    private static TableRoles roles() {
        List<Role> roles = new ArrayList<>();
        for (String table : PATENTS_VIEW) {
            String[] parts = table.split(": ");
            roles.add(Role.of("g_" + parts[0], parts[1], "pgpub_id " + OWN, ""));
            roles.add(Role.of("pg_" + parts[0], parts[1].replace("patent_id", "pgpub_id"), "patent_id " + OWN, ""));
        }
        roles.addAll(OTHERS);
        return new TableRoles(roles);
    }

    /**
     * Name of the table that has such a header, {@code g_claims}, {@code tls224}; empty if it is none of these. Asked only of
     * what {@link PatentsView#role} and {@link Patstat#role} do not know.
     */
    public static Optional<String> of(List<String> header) {
        return ROLES.of(header);
    }
}
