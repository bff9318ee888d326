package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.smssev.jobs.ingest.name.NameWords;

/**
 * Lists in which names stand in Latin letters and once more in East Asian ones, as the office spells them: {@code NIKKISO COMPANY
 * LIMITED; 日機装株式会社}. Of such two the one in Latin letters is taken, as other sources have it.
 */
final class TwoScripts {
    private TwoScripts() {}

    /**
     * The names without those that are given twice: where as many are of one script as of the other, those in East Asian letters;
     * else each of these that stands behind one in Latin letters. Names that are all of one script stay.
     */
    static List<String> once(List<String> names) {
        long eastAsian = names.stream().filter(TwoScripts::isEastAsian).count();
        boolean arePairs = 2 * eastAsian == names.size();
        List<String> once = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean isPair = arePairs || i > 0 && !isEastAsian(names.get(i - 1));
            if (!isEastAsian(names.get(i)) || !isPair) {
                once.add(names.get(i));
            }
        }
        return once;
    }

    private static boolean isEastAsian(String name) {
        return name.chars().anyMatch(c -> NameWords.isEastAsian((char) c));
    }
}
