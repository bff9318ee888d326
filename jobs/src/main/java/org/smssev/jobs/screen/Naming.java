package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.LabelTerm;

/** Names clusters by their label terms, the telling ones first. */
final class Naming {
    private static final int NAME_TERMS = 3;
    private static final String CHINESE = "zh";
    /** Share of the clusters above which a term that labels them names none. */
    private static final double GENERAL_SHARE = 0.1;

    private static final int SHORT = 3;
    private static final int TITLE_LENGTH = 80;

    private final Set<String> general;

    /** Terms that label many of the clusters, such as "method", tell none from another. */
    Naming(List<Cluster> clusters) {
        Map<String, Integer> uses = new HashMap<>();
        clusters.forEach(c ->
                c.terms().stream().map(t -> stem(t.name())).distinct().forEach(t -> uses.merge(t, 1, Integer::sum)));
        double most = Math.max(2, GENERAL_SHARE * clusters.size());
        general = uses.entrySet().stream()
                .filter(e -> e.getValue() > most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Terms in English, or in Chinese where there are no others, in the order in which they name. */
    List<String> terms(Cluster cluster) {
        List<String> others = terms(cluster, language -> !language.equals(CHINESE));
        return ordered(others.isEmpty() ? terms(cluster, CHINESE::equals) : others);
    }

    /** Terms in Chinese in the order in which they name. */
    List<String> chineseTerms(Cluster cluster) {
        return ordered(terms(cluster, CHINESE::equals));
    }

    /** The first terms with a comma between. */
    static String name(List<String> terms, String separator) {
        return String.join(separator, terms.subList(0, Math.min(NAME_TERMS, terms.size())));
    }

    /** A title of at most {@value #TITLE_LENGTH} characters, cut behind a word; null where there is none. */
    static String shortened(String title) {
        // WIPO's titles have blanks in front of semicolons.
        String tidy = title == null ? null : title.replace(" ;", ";");
        if (tidy == null || tidy.length() <= TITLE_LENGTH) {
            return tidy;
        }
        int end = tidy.lastIndexOf(' ', TITLE_LENGTH - 1);
        return tidy.substring(0, end > 0 ? end : TITLE_LENGTH - 1).replaceAll("[\\p{Punct}\\s]+$", "") + "…";
    }

    /** Letters of any script and digits, in lower case, with hyphens between. */
    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private static List<String> terms(Cluster cluster, Predicate<String> language) {
        return cluster.terms().stream()
                .filter(term -> language.test(term.language()))
                .map(LabelTerm::name)
                .toList();
    }

    /** The telling ones first, one of singular and plural. */
    private List<String> ordered(List<String> terms) {
        List<String> naming = new ArrayList<>();
        Set<String> stems = new HashSet<>();
        for (boolean telling : new boolean[] {true, false}) {
            for (String term : terms) {
                if (general.contains(stem(term)) != telling && stems.add(stem(term))) {
                    naming.add(term);
                }
            }
        }
        return naming;
    }

    private static String stem(String term) {
        return term.length() > SHORT && term.endsWith("s") ? term.substring(0, term.length() - 1) : term;
    }
}
