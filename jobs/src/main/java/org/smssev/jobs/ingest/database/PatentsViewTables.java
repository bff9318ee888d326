package org.smssev.jobs.ingest.database;

import java.util.List;
import org.smssev.jobs.ingest.database.TableRoles.Role;

/** The tables of PatentsView and what tells them apart. */
final class PatentsViewTables {
    static final String GRANTED = "g_patent";
    static final String PREGRANT = "pg_published_application";
    /** Places have the same header in both sets, so that one role stands for both. */
    static final String LOCATION = "g_location_disambiguated";

    static final String RAW_LOCATION = "g_location_not_disambiguated";

    static final TableRoles ROLES = new TableRoles(List.of(
            Role.of(GRANTED, "patent_id patent_title patent_date wipo_kind", "", ""),
            Role.of("g_application", "patent_id application_id filing_date", "pgpub_id", "filing date"),
            Role.of("g_patent_abstract", "patent_id patent_abstract", "patent_title", "abstract"),
            Role.of("g_ipc_at_issue", "patent_id section ipc_class subclass main_group subgroup", "", "IPC"),
            Role.of("g_assignee_disambiguated", "patent_id assignee_sequence location_id", "", "applicant"),
            Role.of("g_applicant_not_disambiguated", "patent_id applicant_sequence rawlocation_id", "", ""),
            Role.of("g_inventor_disambiguated", "patent_id inventor_sequence location_id", "", "inventor"),
            Role.of(LOCATION, "location_id disambig_country", "", "country"),
            Role.of(RAW_LOCATION, "rawlocation_id raw_country", "", ""),
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
            Role.of(PREGRANT, "pgpub_id application_title published_date", "", ""),
            Role.of("pg_published_application_abstract", "pgpub_id application_abstract", "application_title", ""),
            Role.of("pg_ipc_at_issue", "pgpub_id section ipc_class subclass main_group subgroup", "", "IPC"),
            Role.of("pg_assignee_disambiguated", "pgpub_id assignee_sequence location_id", "", "assignee"),
            Role.of(
                    "pg_applicant_not_disambiguated",
                    "pgpub_id applicant_sequence rawlocation_id",
                    "",
                    "applicant where there is no assignee"),
            Role.of("pg_inventor_disambiguated", "pgpub_id inventor_sequence location_id", "", "inventor"),
            Role.of("pg_foreign_priority", "pgpub_id foreign_application_id filing_date", "", "foreign priority")));

    private PatentsViewTables() {}
}
