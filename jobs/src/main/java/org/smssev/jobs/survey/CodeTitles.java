package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.config.SurveyConfig.TextScope.Level;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.text.Tokenizer;

/** Titles as the texts of codes: each step of the titles of a code and of those below it, once. */
final class CodeTitles {
    private static final String STEP = ";;";

    private CodeTitles() {}

    /** The occurrences of terms in the text of each code of a level that has a title, of those that the release has. */
    static Map<String, Map<String, Integer>> of(List<IpcUse> codes, Level level) {
        IpcSymbol.Level at = IpcSymbol.Level.valueOf(level.name());
        Map<String, Set<String>> steps = new TreeMap<>();
        for (IpcUse code : codes) {
            String above = IpcSymbol.truncate(code.symbol(), at);
            if (above != null && code.title() != null) {
                Set<String> of = steps.computeIfAbsent(above, k -> new LinkedHashSet<>());
                Arrays.stream(code.title().split(STEP, -1)).map(String::strip).forEach(of::add);
            }
        }
        Map<String, Map<String, Integer>> texts = new HashMap<>();
        steps.forEach((code, of) -> texts.put(code, counts(new ArrayList<>(of))));
        return texts;
    }

    /** How often each term occurs. */
    static Map<String, Integer> counts(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Tokenizer.tokens(text).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        return counts;
    }
}
