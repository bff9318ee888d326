package org.smssev.jobs.supplement;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.text.Tokenizer;

/**
 * How well a nomination fits a candidate: the greatest of the cosine of their texts (name and rationale against name and
 * keywords, or name against name), the Jaccard index of their IPC main groups, and 1 where their names are equal but
 * for case, blanks and punctuation. Between 0 and 1. A community or a code is matched by text and name alone.
 */
final class Matcher {
    private final List<Profile> profiles = new ArrayList<>();

    /** What of a candidate is compared. */
    private record Profile(
            Candidate candidate,
            Set<String> names,
            SortedMap<String, Integer> name,
            SortedMap<String, Integer> text,
            Set<String> groups) {}

    /** A candidate for a nomination, with how well it fits by each way. */
    record Match(Candidate candidate, double cosine, double jaccard, boolean sameName) {
        /** The greatest of the three, 0 to 1. */
        double score() {
            return sameName ? 1 : Math.max(cosine, jaccard);
        }
    }

    Matcher(List<Candidate> candidates) {
        for (Candidate c : candidates) {
            Set<String> names = new HashSet<>(Set.of(normalised(c.nameEn())));
            if (c.nameZh() != null) {
                names.add(normalised(c.nameZh()));
            }
            String full = c.nameEn() + " " + (c.nameZh() == null ? "" : c.nameZh());
            profiles.add(new Profile(
                    c,
                    names,
                    vector(full),
                    vector(full + " " + String.join(" ", c.keywords())),
                    // A code is wider than a technology in it, so that the codes alone do not make them one.
                    isWide(c) ? Set.of() : mainGroups(c.ipcScope())));
        }
    }

    /** The candidate with the greatest score, of equal ones that with the more alike text, then the first; null if none. */
    Match best(Nominated nominated) {
        String full = nominated.nameEn() + " " + (nominated.nameZh() == null ? "" : nominated.nameZh());
        String rationale = nominated.nomination().rationale();
        SortedMap<String, Integer> name = vector(full);
        SortedMap<String, Integer> text = vector(full + " " + (rationale == null ? "" : rationale));
        Set<String> groups = mainGroups(nominated.ipc());
        Match best = null;
        for (Profile profile : profiles) {
            double cosine = Math.max(cosine(text, profile.text()), cosine(name, profile.name()));
            boolean sameName = profile.names().contains(normalised(nominated.nameEn()))
                    || (nominated.nameZh() != null && profile.names().contains(normalised(nominated.nameZh())));
            Match match = new Match(profile.candidate(), cosine, jaccard(groups, profile.groups()), sameName);
            if (best == null
                    || match.score() > best.score()
                    || (match.score() == best.score() && cosine > best.cosine())) {
                best = match;
            }
        }
        return best;
    }

    private static boolean isWide(Candidate candidate) {
        return candidate.source().equals("COMMUNITY") || candidate.source().equals("NODE");
    }

    /** A name without case, blanks and punctuation. */
    static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static SortedMap<String, Integer> vector(String text) {
        SortedMap<String, Integer> vector = new TreeMap<>();
        Tokenizer.tokens(text).forEach(token -> vector.merge(token, 1, Integer::sum));
        return vector;
    }

    /** {@code a b / (|a| |b|)}, 0 where a text is empty. */
    static double cosine(Map<String, Integer> a, Map<String, Integer> b) {
        double product = 0;
        for (Map.Entry<String, Integer> term : a.entrySet()) {
            product += (double) term.getValue() * b.getOrDefault(term.getKey(), 0);
        }
        return product == 0 ? 0 : Math.min(1, product / Math.sqrt(square(a) * square(b)));
    }

    private static double square(Map<String, Integer> vector) {
        return vector.values().stream().mapToDouble(v -> (double) v * v).sum();
    }

    /** Common over all, 0 where both are empty. */
    static double jaccard(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        int all = a.size() + b.size() - common.size();
        return all == 0 ? 0 : (double) common.size() / all;
    }

    private static Set<String> mainGroups(List<String> symbols) {
        Set<String> groups = new HashSet<>();
        for (String symbol : symbols) {
            String group = IpcSymbol.truncate(symbol, IpcSymbol.Level.MAIN_GROUP);
            if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }
}
