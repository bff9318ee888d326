package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.smssev.jobs.ingest.name.NameWords;

/**
 * Lists in which names stand in Latin letters and once more in East Asian ones, as the office spells them: {@code NIKKISO COMPANY
 * LIMITED; 日機装株式会社}. Of such two the one in Latin letters is taken, as other sources have it.
 */
final class TwoScripts {
    private static final Pattern COMPANY =
            Pattern.compile("(?iU)\\b(?:co|company|ltd|limited|inc|corp|corporation|kk|llc|gmbh"
                    + "|ag|plc|sa|bv|nv|ab|oy|group)\\b|公司|株式会社|株式會社|有限会社|合同会社|㈱|\\(株\\)|주식회사|유한회사|㈜|\\(주\\)|集团");

    private static final Pattern INSTITUTE =
            Pattern.compile("(?iU)\\b(?:univ|university|institute|inst|academy|college|hospital"
                    + "|school|center|centre)\\b|大学|大學|学院|學院|研究|医院|醫院|病院|機構|대학|연구|학교|병원");

    private TwoScripts() {}

    /**
     * Inventors without those that are given twice: where as many are of one script as of the other, those in East Asian letters;
     * else each of these that stands behind one in Latin letters. Names that are all of one script stay.
     */
    static List<String> inventors(List<String> names) {
        long eastAsian = names.stream().filter(NameWords::hasEastAsian).count();
        boolean arePairs = 2 * eastAsian == names.size();
        List<String> once = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean isPair = arePairs || i > 0 && !NameWords.hasEastAsian(names.get(i - 1));
            if (!NameWords.hasEastAsian(names.get(i)) || !isPair) {
                once.add(names.get(i));
            }
        }
        return once;
    }

    /**
     * Applicants without those that are given twice: only where all stand in pairs, side by side or in two halves, and both of a
     * pair are companies, institutes, or neither; a co-applicant that is lost is worse than one that counts twice.
     */
    static List<String> applicants(List<String> names) {
        int half = names.size() / 2;
        boolean arePairs = names.size() == 2 * half
                && (IntStream.range(0, half).allMatch(i -> isPair(names.get(2 * i), names.get(2 * i + 1)))
                        || IntStream.range(0, half).allMatch(i -> isPair(names.get(i), names.get(half + i))));
        return arePairs
                ? names.stream().filter(name -> !NameWords.hasEastAsian(name)).toList()
                : names;
    }

    private static boolean isPair(String one, String other) {
        return NameWords.hasEastAsian(one) != NameWords.hasEastAsian(other)
                && COMPANY.matcher(one).find() == COMPANY.matcher(other).find()
                && INSTITUTE.matcher(one).find() == INSTITUTE.matcher(other).find();
    }
}
