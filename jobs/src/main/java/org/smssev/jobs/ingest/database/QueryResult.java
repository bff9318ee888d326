package org.smssev.jobs.ingest.database;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Results of queries over several tables of PATSTAT or PatentsView: as one of the tables they would lose what the others gave. */
public final class QueryResult {
    /** What each column is of that no other table has. */
    private static final Map<String, String> PATSTAT = Map.of(
            "appln_nr", "tls201",
            "appln_title", "tls202",
            "appln_abstract", "tls203",
            "prior_appln_id", "tls204",
            "person_name", "tls206",
            "ipc_class_symbol", "tls209",
            "publn_nr", "tls211",
            "cited_pat_publn_id", "tls212");

    private static final Map<String, String> PATENTS_VIEW = Map.of(
            "patent_title", "g_patent",
            "application_title", "pg_published_application",
            "disambig_assignee_organization", "assignee_disambiguated",
            "disambig_inventor_name_last", "inventor_disambiguated",
            "disambig_city", "location_disambiguated",
            "ipc_class", "ipc_at_issue",
            "citation_patent_id", "us_patent_citation",
            "cpc_sequence", "cpc_current");

    private QueryResult() {}

    /** Why a table with such a header is not read by itself, and what to do; empty if it is no result of such a query. */
    public static Optional<String> refusal(List<String> header) {
        Set<String> names = new HashSet<>();
        header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        return refusal("PATSTAT", PATSTAT, names).or(() -> refusal("PatentsView", PATENTS_VIEW, names));
    }

    private static Optional<String> refusal(String database, Map<String, String> tables, Set<String> names) {
        TreeSet<String> found = new TreeSet<>();
        tables.forEach((column, table) -> {
            if (names.contains(column)) {
                found.add(table);
            }
        });
        return found.size() < 2
                ? Optional.empty()
                : Optional.of("it is the result of a query over several tables of " + database + " ("
                        + String.join(", ", found)
                        + "). Map its columns in ingest.sources (columns), or give the tables themselves.");
    }
}
