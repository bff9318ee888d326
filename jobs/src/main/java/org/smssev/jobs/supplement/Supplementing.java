package org.smssev.jobs.supplement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.config.SupplementConfig;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Merges nominations with the candidates of the screen. Nominations of one name are one. From {@code auto-merge} on, a
 * nomination is merged into its best candidate, also one that the screen dropped, which it brings back; between {@code
 * review} and that it stays a candidate of its own, flagged for a person to look at; below, it is new. What patents and
 * lists lack needs {@code min-support} organisations; what they alone give stands without patent figures.
 */
final class Supplementing {
    private final SupplementConfig settings;
    private final Map<String, List<String>> aliases;
    private final Map<String, Merged> merged = new LinkedHashMap<>();
    private final List<Supplemented> nominated = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int unsupported;
    private int broughtBack;

    /** A candidate of the screen with the nominations merged into it. */
    private static final class Merged {
        private final Candidate candidate;
        private final List<Nomination> nominations = new ArrayList<>();
        private double score;

        private Merged(Candidate candidate) {
            this.candidate = candidate;
        }
    }

    /**
     * Starts with what the screen kept.
     *
     * @param aliases further names of candidates by id, such as item numbers of lists
     */
    Supplementing(SupplementConfig settings, Map<String, List<String>> aliases) {
        this.settings = settings;
        this.aliases = aliases;
    }

    /** Merges all nominations with all candidates of the screen, kept and dropped. */
    List<Supplemented> supplement(List<Candidate> candidates, List<Nominated> nominations) {
        for (Candidate candidate : candidates) {
            ids.add(candidate.candidateId());
            if (candidate.selected()) {
                merged.put(candidate.candidateId(), new Merged(candidate));
            }
        }
        Map<String, List<Nominated>> byName = new LinkedHashMap<>();
        for (Nominated nomination : nominations) {
            byName.computeIfAbsent(Matcher.normalised(nomination.nameEn()), k -> new ArrayList<>())
                    .add(nomination);
        }
        Matcher matcher = new Matcher(candidates);
        byName.values().forEach(group -> place(matcher, group));
        List<Supplemented> all = new ArrayList<>();
        merged.values().forEach(m -> all.add(screened(m)));
        all.addAll(nominated);
        return all;
    }

    /** Nominations (by name) that too few organisations support. */
    int unsupported() {
        return unsupported;
    }

    /** Candidates that the screen dropped and a nomination brought back. */
    int broughtBack() {
        return broughtBack;
    }

    private void place(Matcher matcher, List<Nominated> group) {
        Matcher.Match best = null;
        for (Nominated nomination : group) {
            Matcher.Match match = matcher.best(nomination);
            best = best == null || (match != null && match.score() > best.score()) ? match : best;
        }
        if (best != null && best.score() >= settings.autoMerge()) {
            Candidate candidate = best.candidate();
            broughtBack += merged.containsKey(candidate.candidateId()) ? 0 : 1;
            Merged into = merged.computeIfAbsent(candidate.candidateId(), k -> new Merged(candidate));
            group.forEach(n -> into.nominations.add(n.nomination()));
            into.score = Math.max(into.score, best.score());
        } else if (support(nominationsOf(group)) < settings.minSupport()) {
            unsupported++;
        } else {
            boolean review = best != null && best.score() >= settings.review();
            nominated.add(expertOnly(group, best == null ? null : Double.valueOf(best.score()), review));
        }
    }

    private Supplemented screened(Merged m) {
        Candidate c = m.candidate;
        Set<String> provenance = new LinkedHashSet<>(c.provenance());
        Set<String> names = new LinkedHashSet<>(aliases.getOrDefault(c.candidateId(), List.of()));
        if (!m.nominations.isEmpty()) {
            provenance.add("EXPERT");
        }
        for (Nomination nomination : m.nominations) {
            names.add(nomination.nominationNo());
            if (!nomination.name().equals(c.nameEn())) {
                names.add(nomination.name());
            }
        }
        return new Supplemented(
                c.candidateId(),
                c.nameEn(),
                c.nameZh(),
                c.domain(),
                List.copyOf(new TreeSet<>(provenance)),
                List.copyOf(names),
                c.ipcScope(),
                List.copyOf(m.nominations),
                support(m.nominations),
                m.nominations.isEmpty() ? null : Double.valueOf(m.score),
                m.nominations.isEmpty() ? "NONE" : "AUTO_MERGED",
                c.families(),
                c.score(),
                c.state());
    }

    private Supplemented expertOnly(List<Nominated> group, Double score, boolean review) {
        Nominated first = group.get(0);
        List<Nomination> nominations = nominationsOf(group);
        Set<String> names = new LinkedHashSet<>();
        Set<String> ipc = new TreeSet<>();
        String nameZh = null;
        String domain = null;
        for (Nominated n : group) {
            names.add(n.nomination().nominationNo());
            if (!n.nameEn().equals(first.nameEn())) {
                names.add(n.nameEn());
            }
            ipc.addAll(n.ipc());
            nameZh = nameZh == null ? n.nameZh() : nameZh;
            domain = domain == null ? n.domain() : domain;
        }
        return new Supplemented(
                newId(first.nameEn()),
                first.nameEn(),
                nameZh,
                domain,
                List.of("EXPERT"),
                List.copyOf(names),
                List.copyOf(ipc),
                nominations,
                support(nominations),
                score,
                review ? "REVIEW" : "NEW",
                null,
                null,
                null);
    }

    private String newId(String name) {
        String slug = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String id = "nominated-" + slug;
        for (int n = 2; !ids.add(id); n++) {
            id = "nominated-" + slug + "-" + n;
        }
        return id;
    }

    private static List<Nomination> nominationsOf(List<Nominated> group) {
        return group.stream().map(Nominated::nomination).toList();
    }

    /** Organisations behind nominations; the experts of one count once. */
    private static int support(List<Nomination> nominations) {
        return (int) nominations.stream()
                .map(n -> Matcher.normalised(n.organisation()))
                .distinct()
                .count();
    }
}
