package org.smssev.jobs.ingest.format;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a value may be to a record; a configuration names fields by {@link #key()}.
 *
 * <p>Known formats give the values of a record as text of one spelling: the values of a list stand between
 * {@link #SEPARATOR}s, dates are ISO ({@code 2019-05-31}) where they could be read and stand as they are where not,
 * countries and languages have two letters. Lists that belong together (names and countries, titles and languages) are
 * aligned by position; a missing value of a list is empty.
 */
public enum Field {
    PUBLICATION_NUMBER("publication-number"),
    OFFICE("office"),
    KIND("kind"),
    APPLICATION_NUMBER("application-number"),
    FAMILY_ID("family-id"),
    FAMILY_MEMBERS("family-members"),
    EXTENDED_FAMILY_ID("extended-family-id"),
    EXTENDED_FAMILY_MEMBERS("extended-family-members"),
    PRIORITY_NUMBERS("priority-numbers"),
    /** Offices of the priorities, of tables that have them apart. */
    PRIORITY_COUNTRIES("priority-countries"),
    PRIORITY_DATE("priority-date"),
    FILING_DATE("filing-date"),
    PUBLICATION_DATE("publication-date"),
    TITLE("title"),
    TITLE_LANGUAGE("title-language"),
    ABSTRACT("abstract"),
    ABSTRACT_LANGUAGE("abstract-language"),
    IPC("ipc"),
    APPLICANTS("applicants"),
    APPLICANT_COUNTRIES("applicant-countries"),
    INVENTORS("inventors"),
    INVENTOR_COUNTRIES("inventor-countries"),
    CITED("cited"),
    LANGUAGE("language"),
    WITHDRAWN("withdrawn"),
    /** The day on which the source changed the record last: of records of one source and publication the latest counts. */
    LAST_CHANGE("last-change");

    /** Stands between the values of a list; no text of a source holds it, readers take it out. */
    public static final char SEPARATOR = '\u001f';

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The field as the configuration spells it. */
    public String key() {
        return key;
    }

    /** The field of a key of the configuration. */
    public static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }
}
