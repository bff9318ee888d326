package org.smssev.jobs.ingest.family;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.IngestTables.CountryShare;
import org.smssev.common.text.CountryCodes;
import org.smssev.jobs.ingest.number.UtilityModel;

/** Puts the publications of a family together, by the counting conventions of the OECD Patent Statistics Manual (2009). */
public final class Families {
    private static final Set<String> IP5 = Set.of("EP", "JP", "KR", "CN", "US");
    private static final Comparator<Member> EARLIEST = Comparator.comparing(
                    Member::publicationDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Member::publicationNumber);

    /**
     * What a family takes account of in one of its publications, which is not withdrawn.
     *
     * @param countries those of its applicants or inventors, as {@link Rules#countryBy} says, in their order; null where one
     *     is unknown
     * @param symbols its IPC symbols
     */
    record Member(
            String publicationNumber,
            String office,
            String kind,
            LocalDate priorityDate,
            LocalDate filingDate,
            LocalDate publicationDate,
            List<String> countries,
            List<String> symbols) {}

    /**
     * What becomes of a family's publications: the columns of {@link org.smssev.common.tables.IngestTables.Family}, of which
     * applicant, title and abstract are those of its representative.
     */
    record Made(
            Integer priorityYear,
            boolean yearFromFiling,
            List<String> offices,
            boolean isInternational,
            List<CountryShare> countries,
            List<String> ipc,
            int nPublications,
            Member representative) {}

    /** The settings that families depend on, fit to travel to tasks. */
    public record Rules(
            IngestConfig.CountryBy countryBy,
            boolean firstOnly,
            IngestConfig.International international,
            boolean excludeUtilityModels)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        public static Rules of(IngestConfig ingest) {
            return new Rules(
                    ingest.countryBy(), ingest.firstOnly(), ingest.international(), ingest.excludeUtilityModels());
        }
    }

    private Families() {}

    /**
     * The family of some publications; empty if none of them counts.
     *
     * @param members publications of one family_id, in any order
     */
    public static Optional<Made> of(List<Member> members, Rules settings) {
        List<Member> counted = new ArrayList<>(members.size());
        for (Member member : members) {
            if (!(settings.excludeUtilityModels() && UtilityModel.isOne(member.office(), member.kind()))) {
                counted.add(member);
            }
        }
        counted.sort(EARLIEST);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Member first = counted.get(0);
        LocalDate priority = earliest(counted, Member::priorityDate);
        LocalDate filing = earliest(counted, Member::filingDate);
        LocalDate year = priority == null ? filing : priority;
        TreeSet<String> offices = new TreeSet<>();
        TreeSet<String> ipc = new TreeSet<>();
        for (Member p : counted) {
            if (p.office() != null) {
                offices.add(p.office());
            }
            ipc.addAll(p.symbols());
        }
        return Optional.of(new Made(
                year == null ? null : year.getYear(),
                priority == null && filing != null,
                List.copyOf(offices),
                isInternational(offices, settings.international()),
                countries(counted, settings),
                List.copyOf(ipc),
                counted.size(),
                first));
    }

    /**
     * Whether offices make a family international. TWO_OFFICES and IP5 (one of the two being EP, JP, KR, CN or US): Dernis
     * et al. 2015; TRANSNATIONAL (PCT or EPO): Frietsch and Schmoch 2010; TRIADIC (EPO, JPO and USPTO): Dernis and Khan
     * 2004.
     */
    static boolean isInternational(Set<String> offices, IngestConfig.International filter) {
        return switch (filter) {
            case TWO_OFFICES -> offices.size() >= 2;
            case IP5 -> offices.size() >= 2 && offices.stream().anyMatch(IP5::contains);
            case TRANSNATIONAL -> offices.contains("WO") || offices.contains("EP");
            case TRIADIC -> offices.containsAll(Set.of("EP", "JP", "US"));
        };
    }

    private static List<CountryShare> countries(List<Member> counted, Rules settings) {
        // As de Rassenfosse et al. 2013 take what the first filing does not tell from the next one.
        List<String> of = counted.stream()
                .map(publication -> countriesOf(publication, settings))
                .filter(countries -> Collections.frequency(countries, IngestTables.UNKNOWN) < countries.size())
                .findFirst()
                .orElse(List.of(IngestTables.UNKNOWN));
        Map<String, Integer> counts = new TreeMap<>();
        of.forEach(country -> counts.merge(country, 1, Integer::sum));
        double total = of.size();
        List<CountryShare> shares = new ArrayList<>();
        counts.forEach((country, n) -> shares.add(new CountryShare(country, n / total)));
        return shares;
    }

    private static List<String> countriesOf(Member member, Rules settings) {
        if (settings.countryBy() == IngestConfig.CountryBy.OFFICE) {
            return List.of(
                    member.office() != null && CountryCodes.isCountry(member.office())
                            ? member.office()
                            : IngestTables.UNKNOWN);
        }
        List<String> countries = new ArrayList<>();
        for (String country : member.countries()) {
            countries.add(Objects.requireNonNullElse(country, IngestTables.UNKNOWN));
            if (settings.firstOnly()) {
                break;
            }
        }
        return countries;
    }

    /**
     * Countries of applicants, who count once each though some are named again, in another spelling or from another source:
     * entries of one name and country are one, and one without a country has that of the first of its name that has any.
     *
     * @param names harmonised, null where there is none
     * @param countries theirs, null where it is unknown
     */
    static List<String> ofEachOnce(List<String> names, List<String> countries) {
        if (names.size() < 2) {
            return countries;
        }
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) != null && countries.get(i) != null) {
                known.putIfAbsent(names.get(i), countries.get(i));
            }
        }
        Set<List<String>> seen = new HashSet<>();
        List<String> each = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String country = countries.get(i) == null && name != null ? known.get(name) : countries.get(i);
            if (name == null || seen.add(Arrays.asList(name, country))) {
                each.add(country);
            }
        }
        return each;
    }

    /** The earliest date that members have; null if none has one. */
    private static LocalDate earliest(List<Member> members, Function<Member, LocalDate> date) {
        LocalDate earliest = null;
        for (Member member : members) {
            LocalDate d = date.apply(member);
            earliest = d != null && (earliest == null || d.isBefore(earliest)) ? d : earliest;
        }
        return earliest;
    }
}
