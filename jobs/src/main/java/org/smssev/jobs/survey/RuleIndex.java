package org.smssev.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;

/**
 * Experts' rules, arranged for one pass over a family's codes and words. For each of its codes the technology's rule of the
 * longest prefix decides; that rule holds if the family shows one of its keywords (if it has any), none of its excluded
 * keywords and no code below its excluded prefixes. A rule without a prefix is tried on every family. The family belongs
 * to the technology with the greatest confidence of the rules that hold, if that is not 0.
 */
final class RuleIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, List<Rule>> byPrefix = new HashMap<>();
    private final Keywords keywords = new Keywords();
    private final Map<String, Integer> numbers = new TreeMap<>();

    private record Rule(int technology, double confidence, int[] anyOf, int[] noneOf, List<String> excludedIpc)
            implements Serializable {}

    /**
     * A technology to which a rule leads.
     *
     * @param technology its place in the list
     * @param confidence of the rule, over 0 to 1
     */
    record Held(int technology, double confidence) implements Serializable {}

    /** The rules of each technology, in the order of the technologies. */
    RuleIndex(List<List<RuleLine>> rules) {
        for (int t = 0; t < rules.size(); t++) {
            for (RuleLine line : rules.get(t)) {
                byPrefix.computeIfAbsent(line.ipc(), k -> new ArrayList<>())
                        .add(new Rule(
                                t,
                                line.confidence(),
                                numbers(line.keywords()),
                                numbers(line.excludedKeywords()),
                                List.copyOf(line.excludedIpc())));
            }
        }
    }

    private int[] numbers(List<String> words) {
        TreeSet<Integer> of = new TreeSet<>();
        for (String word : words) {
            String canonical = Keywords.canonical(word);
            if (!canonical.isEmpty()) {
                of.add(numbers.computeIfAbsent(canonical, k -> {
                    keywords.add(k, numbers.size());
                    return numbers.size();
                }));
            }
        }
        return of.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The technologies to which a family belongs by rule, in the order of the list. */
    List<Held> find(FamilyText text, List<String> ipc) {
        if (byPrefix.isEmpty()) {
            return List.of();
        }
        List<Rule> deciding = new ArrayList<>(byPrefix.getOrDefault("", List.of()));
        for (String symbol : ipc) {
            TreeMap<Integer, Rule> longest = new TreeMap<>();
            for (IpcSymbol.Level level : IpcSymbol.Level.values()) {
                // Levels go down, so that a longer prefix takes the place of a shorter one.
                for (Rule rule : byPrefix.getOrDefault(IpcSymbol.truncate(symbol, level), List.of())) {
                    longest.put(rule.technology, rule);
                }
            }
            deciding.addAll(longest.values());
        }
        if (deciding.isEmpty()) {
            return List.of();
        }
        int[] shown = numbers.isEmpty() ? new int[0] : keywords.find(text);
        TreeMap<Integer, Double> best = new TreeMap<>();
        for (Rule rule : deciding) {
            if (rule.confidence > 0 && holds(rule, shown, ipc)) {
                best.merge(rule.technology, rule.confidence, Math::max);
            }
        }
        List<Held> held = new ArrayList<>();
        best.forEach((technology, confidence) -> held.add(new Held(technology, confidence)));
        return held;
    }

    private static boolean holds(Rule rule, int[] shown, List<String> ipc) {
        return (rule.anyOf.length == 0 || shows(shown, rule.anyOf))
                && !shows(shown, rule.noneOf)
                && ipc.stream()
                        .noneMatch(symbol -> rule.excludedIpc.stream().anyMatch(x -> IpcSymbol.inScope(symbol, x)));
    }

    private static boolean shows(int[] shown, int[] wanted) {
        return Arrays.stream(wanted).anyMatch(w -> Arrays.binarySearch(shown, w) >= 0);
    }
}
