package org.smssev.jobs.supplement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.config.SupplementConfig;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.jobs.supplement.Decision.Verdict;

/**
 * Merges nominations with the candidates of the screen. Nominations of one name are one. From {@code auto-merge} on, a
 * nomination is merged into its best candidate, also one that the screen dropped, which it brings back; between {@code
 * review} and that it stays a candidate of its own until a person decides; below, it is new. What a person decided goes
 * before all that. What patents and lists lack needs {@code min-support} organisations, or votes that pass Lawshe's test;
 * what experts alone give stands without patent figures.
 */
final class Supplementing {
    static final String AUTO_MERGED = "AUTO_MERGED";
    static final String REVIEW_MERGED = "REVIEW_MERGED";
    static final String NEW = "NEW";
    static final String REVIEW = "REVIEW";
    static final String REJECTED = "REJECTED";
    static final String UNSUPPORTED = "UNSUPPORTED";

    private final SupplementConfig settings;
    private final Map<String, List<String>> aliases;
    private final Map<String, Decision> decisions;
    private final Map<String, Candidate> candidates = new HashMap<>();
    private final Map<String, Merged> merged = new LinkedHashMap<>();
    private final List<Supplemented> nominated = new ArrayList<>();
    private final List<Fate> fates = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> stale = new TreeSet<>();
    private int broughtBack;

    /** A candidate of the screen with the nominations merged into it. */
    private static final class Merged {
        private final Candidate candidate;
        private final List<Nomination> nominations = new ArrayList<>();
        private double score;
        private boolean isByPerson;

        private Merged(Candidate candidate) {
            this.candidate = candidate;
        }
    }

    /**
     * What became of the nominations of one name.
     *
     * @param match best candidate of the screen, null where there is none
     * @param decision of a person, null without one
     * @param candidateId candidate that they stand behind, null where they were left out
     */
    record Fate(List<Nominated> group, Matcher.Match match, String state, Decision decision, String candidateId) {}

    /**
     * Starts with what the screen kept.
     *
     * @param aliases further names of candidates by id, such as item numbers of lists
     * @param decisions of people, by number of nomination
     */
    Supplementing(SupplementConfig settings, Map<String, List<String>> aliases, Map<String, Decision> decisions) {
        this.settings = settings;
        this.aliases = aliases;
        this.decisions = decisions;
    }

    /** Merges all nominations with all candidates of the screen, kept and dropped. */
    List<Supplemented> supplement(List<Candidate> screened, List<Nominated> nominations) {
        for (Candidate candidate : screened) {
            ids.add(candidate.candidateId());
            candidates.put(candidate.candidateId(), candidate);
            if (candidate.selected()) {
                merged.put(candidate.candidateId(), new Merged(candidate));
            }
        }
        Map<String, List<Nominated>> byName = new LinkedHashMap<>();
        for (Nominated nomination : nominations) {
            byName.computeIfAbsent(nomination.group(), k -> new ArrayList<>()).add(nomination);
        }
        Matcher matcher = new Matcher(screened);
        byName.values().forEach(group -> place(matcher, group));
        Set<String> known = new HashSet<>();
        nominations.forEach(n -> known.add(n.number()));
        decisions.keySet().stream().filter(number -> !known.contains(number)).forEach(stale::add);
        List<Supplemented> all = new ArrayList<>();
        merged.values().forEach(m -> all.add(screened(m)));
        all.addAll(nominated);
        return all;
    }

    /** What became of the nominations, by name, in the order of the files. */
    List<Fate> fates() {
        return fates;
    }

    /** Candidates that the screen dropped and a nomination brought back. */
    int broughtBack() {
        return broughtBack;
    }

    /** Numbers of decisions that could not be carried out, as the nomination or the candidate is no longer there. */
    Collection<String> stale() {
        return stale;
    }

    private void place(Matcher matcher, List<Nominated> group) {
        Matcher.Match best = null;
        for (Nominated nomination : group) {
            Matcher.Match match = matcher.best(nomination);
            best = best == null || (match != null && match.score() > best.score()) ? match : best;
        }
        Decision decision = decision(group);
        double score = best == null ? 0 : best.score();
        if (decision != null && decision.verdict() == Verdict.MERGE) {
            merge(group, best, decision, candidates.get(decision.candidateId()), score);
        } else if (decision != null && decision.verdict() == Verdict.REJECT) {
            fates.add(new Fate(group, best, REJECTED, decision, null));
        } else if (decision == null && best != null && score >= settings.autoMerge()) {
            merge(group, best, null, best.candidate(), score);
        } else if (!isSupported(group)) {
            fates.add(new Fate(group, best, UNSUPPORTED, decision, null));
        } else {
            boolean isOpen = decision == null && best != null && score >= settings.review();
            Supplemented own = expertOnly(group, best == null ? null : Double.valueOf(score), isOpen ? REVIEW : NEW);
            nominated.add(own);
            fates.add(new Fate(group, best, own.matchState(), decision, own.candidateId()));
        }
    }

    /** The decision on any of the nominations; one whose candidate is gone counts as none. */
    private Decision decision(List<Nominated> group) {
        for (Nominated nomination : group) {
            Decision decision = decisions.get(nomination.number());
            if (decision != null) {
                if (decision.verdict() != Verdict.MERGE || candidates.containsKey(decision.candidateId())) {
                    return decision;
                }
                stale.add(nomination.number());
            }
        }
        return null;
    }

    private void merge(
            List<Nominated> group, Matcher.Match best, Decision decision, Candidate candidate, double score) {
        broughtBack += merged.containsKey(candidate.candidateId()) ? 0 : 1;
        Merged into = merged.computeIfAbsent(candidate.candidateId(), k -> new Merged(candidate));
        group.forEach(n -> into.nominations.add(n.nomination()));
        boolean isBest = best != null && best.candidate().candidateId().equals(candidate.candidateId());
        into.score = Math.max(into.score, isBest ? score : 0);
        into.isByPerson |= decision != null;
        fates.add(new Fate(
                group, best, decision == null ? AUTO_MERGED : REVIEW_MERGED, decision, candidate.candidateId()));
    }

    private boolean isSupported(List<Nominated> group) {
        return organisations(group) >= settings.minSupport() || Votes.of(group).isEssential();
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
        String state = m.isByPerson ? REVIEW_MERGED : AUTO_MERGED;
        return new Supplemented(
                c.candidateId(),
                c.nameEn(),
                c.nameZh(),
                c.domain(),
                List.copyOf(new TreeSet<>(provenance)),
                List.copyOf(names),
                c.ipcScope(),
                List.copyOf(m.nominations),
                organisationsOf(m.nominations),
                m.nominations.isEmpty() ? null : Double.valueOf(m.score),
                m.nominations.isEmpty() ? "NONE" : state,
                c.families(),
                c.score(),
                c.state());
    }

    private Supplemented expertOnly(List<Nominated> group, Double score, String state) {
        Nominated first = group.get(0);
        Set<String> names = new LinkedHashSet<>();
        Set<String> ipc = new TreeSet<>();
        for (Nominated n : group) {
            names.add(n.number());
            if (!n.nameEn().equals(first.nameEn())) {
                names.add(n.nameEn());
            }
            ipc.addAll(n.ipc());
        }
        return new Supplemented(
                newId(first.nameEn()),
                first.nameEn(),
                group.stream()
                        .map(Nominated::nameZh)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                group.stream()
                        .map(Nominated::domain)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                List.of("EXPERT"),
                List.copyOf(names),
                List.copyOf(ipc),
                group.stream().map(Nominated::nomination).toList(),
                organisations(group),
                score,
                state,
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

    /** Organisations behind nominations; the experts of one count once. */
    static int organisations(List<Nominated> group) {
        return organisationsOf(group.stream().map(Nominated::nomination).toList());
    }

    private static int organisationsOf(List<Nomination> nominations) {
        return (int) nominations.stream()
                .map(n -> Matcher.normalised(n.organisation()))
                .distinct()
                .count();
    }
}
