package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.IngestTables.CountryShare;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

/** Puts the publications of a family together, by the counting conventions of the OECD Patent Statistics Manual (2009). */
final class Families {
    private static final Set<String> IP5 = Set.of("EP", "JP", "KR", "CN", "US");
    /** Offices of several countries: an application there tells no country. */
    private static final Set<String> REGIONAL = Set.of("AP", "EA", "EM", "EP", "GC", "IB", "OA", "WO", "XN", "XV");

    private static final Comparator<Patent> EARLIEST = Comparator.comparing(
                    Patent::publicationDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Patent::publicationNumber);

    /** The settings that families depend on, fit to travel to tasks. */
    record Rules(
            IngestConfig.CountryBy countryBy,
            boolean firstOnly,
            IngestConfig.International international,
            boolean excludeUtilityModels)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        static Rules of(IngestConfig ingest) {
            return new Rules(
                    ingest.countryBy(), ingest.firstOnly(), ingest.international(), ingest.excludeUtilityModels());
        }
    }

    private Families() {}

    /** Whether a publication counts: not withdrawn, and no utility model (kind U or Y) where these are left out. */
    static boolean counts(Patent patent, boolean excludeUtilityModels) {
        String kind = patent.kind();
        boolean utilityModel = kind != null && (kind.startsWith("U") || kind.startsWith("Y"));
        return !patent.withdrawn() && !(excludeUtilityModels && utilityModel);
    }

    /**
     * The family of some publications; empty if none of them counts.
     *
     * @param members publications of one family_id, in any order
     */
    static Optional<Family> of(List<Patent> members, Rules settings) {
        List<Patent> counted = members.stream()
                .filter(p -> counts(p, settings.excludeUtilityModels()))
                .sorted(EARLIEST)
                .toList();
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Patent first = counted.get(0);
        LocalDate priority = earliest(counted.stream().map(Patent::priorityDate).toList());
        LocalDate filing = earliest(counted.stream().map(Patent::filingDate).toList());
        LocalDate year = priority == null ? filing : priority;
        TreeSet<String> offices = new TreeSet<>();
        TreeSet<String> ipc = new TreeSet<>();
        for (Patent p : counted) {
            if (p.office() != null) {
                offices.add(p.office());
            }
            p.ipc().stream().map(IpcCode::symbol).forEach(ipc::add);
        }
        return Optional.of(new Family(
                first.familyId(),
                year == null ? null : year.getYear(),
                priority == null && filing != null,
                List.copyOf(offices),
                isInternational(offices, settings.international()),
                countries(counted, settings),
                List.copyOf(ipc),
                counted.size(),
                first.publicationNumber(),
                first.applicants().isEmpty() ? null : first.applicants().get(0).harmonised(),
                first.title(),
                first.abstractText()));
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

    private static List<CountryShare> countries(List<Patent> counted, Rules settings) {
        List<String> of = countriesOf(counted.get(0), settings);
        if (of.stream().allMatch(IngestTables.UNKNOWN::equals)) {
            List<String> all = new ArrayList<>();
            counted.forEach(p -> all.addAll(countriesOf(p, settings)));
            of = all.isEmpty() ? List.of(IngestTables.UNKNOWN) : all;
        }
        Map<String, Integer> counts = new TreeMap<>();
        of.forEach(country -> counts.merge(country, 1, Integer::sum));
        double total = of.size();
        List<CountryShare> shares = new ArrayList<>();
        counts.forEach((country, n) -> shares.add(new CountryShare(country, n / total)));
        return shares;
    }

    private static List<String> countriesOf(Patent patent, Rules settings) {
        if (settings.countryBy() == IngestConfig.CountryBy.OFFICE) {
            return List.of(
                    patent.office() == null || REGIONAL.contains(patent.office())
                            ? IngestTables.UNKNOWN
                            : patent.office());
        }
        List<Party> parties =
                settings.countryBy() == IngestConfig.CountryBy.APPLICANT ? patent.applicants() : patent.inventors();
        return parties.stream()
                .limit(settings.firstOnly() ? 1 : Long.MAX_VALUE)
                .map(p -> Objects.requireNonNullElse(p.country(), IngestTables.UNKNOWN))
                .toList();
    }

    private static LocalDate earliest(List<LocalDate> dates) {
        return dates.stream()
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
