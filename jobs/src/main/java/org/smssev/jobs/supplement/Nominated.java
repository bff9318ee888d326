package org.smssev.jobs.supplement;

import java.time.LocalDate;
import java.util.List;
import org.smssev.common.tables.ScreenTables.Nomination;

/**
 * A nomination with what is needed to match it.
 *
 * @param nameEn its name in English, or in Chinese where it has no other
 * @param ipc codes of its scope, canonical
 * @param essential the expert's vote, null without one
 */
record Nominated(
        Nomination nomination,
        String nameEn,
        String nameZh,
        String domain,
        List<String> ipc,
        String evidence,
        LocalDate date,
        Boolean essential) {
    /** Its number. */
    String number() {
        return nomination.nominationNo();
    }

    /** What nominations of one technology have in common. */
    String group() {
        return Matcher.normalised(nameEn);
    }
}
