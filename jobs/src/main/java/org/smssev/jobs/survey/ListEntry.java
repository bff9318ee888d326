package org.smssev.jobs.survey;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry of a list as read, with the fields that an operator may add to it.
 *
 * @param technologyId the operator's own id of the technology, null where the list has none
 * @param itemNo number of the entry, the line's number where the list has none
 * @param textEn text in English, empty where the list has none
 * @param textZh text in Chinese, null where the list has none
 * @param notes notes to the entry, null where it has none
 * @param ipc IPC prefixes of the scope, canonical
 * @param keywords keywords of the scope, lower case
 */
record ListEntry(
        String technologyId,
        String itemNo,
        String textEn,
        String textZh,
        String notes,
        String parent,
        String regime,
        String domain,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate suspendedUntil,
        List<String> ipc,
        List<String> keywords) {
    /** Whether it has words: some entries of real lists are headings without. */
    boolean hasText() {
        return !textEn.isEmpty() || textZh != null;
    }

    /** Its English text, else the Chinese one, empty where it has none. */
    String text() {
        return textEn.isEmpty() && textZh != null ? textZh : textEn;
    }
}
