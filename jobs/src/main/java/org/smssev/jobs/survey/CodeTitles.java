package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.config.SurveyConfig.TextScope.Level;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.IngestTables.IpcUse;

/** Titles as the texts of codes: the titles of a code, of those below it and of its subclass, each once. */
final class CodeTitles {
    private CodeTitles() {}

    /** The occurrences of terms in the text of each code of a level that has a title, of those that the release has. */
    static Map<String, Map<String, Integer>> of(List<IpcUse> codes, Level level) {
        IpcSymbol.Level at = IpcSymbol.Level.valueOf(level.name());
        Map<String, Set<String>> titles = new TreeMap<>();
        for (IpcUse code : codes) {
            String above = IpcSymbol.truncate(code.symbol(), at);
            if (above != null && code.title() != null) {
                titles.computeIfAbsent(above, k -> new LinkedHashSet<>()).add(code.title());
            }
        }
        Map<String, Map<String, Integer>> texts = new HashMap<>();
        Map<String, String> subclasses = new HashMap<>();
        if (level == Level.MAIN_GROUP) {
            codes.stream()
                    .filter(c -> c.level().equals("SUBCLASS") && c.title() != null)
                    .forEach(c -> subclasses.put(c.symbol(), c.title()));
        }
        titles.forEach((code, of) -> {
            String subclass = subclasses.get(IpcSymbol.truncate(code, IpcSymbol.Level.SUBCLASS));
            if (subclass != null) {
                of.add(subclass);
            }
            texts.put(code, counts(new ArrayList<>(of)));
        });
        return texts;
    }

    /** How often each stem occurs. */
    static Map<String, Integer> counts(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Stems.of(text).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        return counts;
    }
}
