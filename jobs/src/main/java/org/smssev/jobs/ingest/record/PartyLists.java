package org.smssev.jobs.ingest.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.name.ApplicantNames;

/** Puts the applicants and inventors of a record together from its lists. Not for several threads. */
final class PartyLists {
    /** Characters of a code in brackets, as Espacenet writes it and many of those who rewrite its names. */
    private static final int IN_BRACKETS = 4;

    private final ApplicantNames harmonised;
    private String unknownCountry;

    PartyLists(ApplicantNames harmonised) {
        this.harmonised = harmonised;
    }

    /** Starts with another record. */
    void start() {
        unknownCountry = null;
    }

    /** The first text of the record in the place of a country that is none, and does not say so; null if there is none. */
    String unknownCountry() {
        return unknownCountry;
    }

    List<Party> inventors(List<String> names, List<String> countries) {
        return of(names, countries, false);
    }

    List<Party> applicants(List<String> names, List<String> countries) {
        return of(names, countries, true);
    }

    private List<Party> of(List<String> names, List<String> countries, boolean areApplicants) {
        List<Party> parties = new ArrayList<>();
        Set<Party> seen = new HashSet<>();
        // Countries beyond the names are nobody's; alone they are of parties that are not named.
        int n = names.isEmpty() ? countries.size() : names.size();
        for (int i = 0; i < n; i++) {
            String name = i < names.size() && !NoValue.isOne(names.get(i)) ? names.get(i) : "";
            String country = i < countries.size() ? country(countries.get(i)) : null;
            String behind = country == null ? countryBehind(name) : null;
            if (behind != null) {
                country = behind;
                name = name.substring(0, name.length() - IN_BRACKETS).strip();
            }
            if (!name.isEmpty() || country != null) {
                boolean applicant = areApplicants && !name.isEmpty();
                Party party = new Party(name, country, applicant ? harmonised.harmonise(name) : null);
                // Some sources repeat an applicant; two inventors may share a name.
                if (!applicant || seen.add(party)) {
                    parties.add(party);
                }
            }
        }
        return List.copyOf(parties);
    }

    /** The country that stands behind a name, {@code ELWHA LLC [US]}; null if none does. */
    private static String countryBehind(String name) {
        int start = name.length() - IN_BRACKETS;
        boolean isThere = start > 0
                && name.charAt(name.length() - 1) == ']'
                && name.charAt(start) == '['
                && Character.isUpperCase(name.charAt(start + 1))
                && Character.isUpperCase(name.charAt(start + 2));
        return isThere ? Countries.ofParty(name.substring(start)) : null;
    }

    private String country(String raw) {
        String country = Countries.ofParty(raw);
        if (country == null && unknownCountry == null && Countries.isUnknown(raw)) {
            // A column of addresses in the place of countries would else swell all rows that are kept.
            unknownCountry = CellValues.shortened(raw);
        }
        return country;
    }
}
