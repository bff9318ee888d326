package org.smssev.jobs.ingest.record;

import org.smssev.common.text.Languages;

/**
 * The language of a record: that of its publication, else that which stands beside its title, else that which the words of the title
 * tell.
 *
 * @param code two letters; null where nothing tells it
 * @param isDetected whether the words of the title tell it, or would, and no column
 */
record TitleLanguage(String code, boolean isDetected) {
    /**
     * The language of a record.
     *
     * @param given the first value of its column of languages; null if there is none
     * @param title its title; null if it has none
     */
    static TitleLanguage of(String given, Languages.Chosen title) {
        String known = given == null ? null : Languages.code(given);
        String told = known == null && title != null ? title.language() : known;
        String language = told == null && title != null ? Languages.detect(title.text()) : told;
        return new TitleLanguage(
                Languages.OTHER.equals(language) ? null : language, known == null && title != null && !title.isTold());
    }
}
