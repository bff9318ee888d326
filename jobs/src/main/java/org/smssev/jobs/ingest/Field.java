package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.Optional;

/** What a column may be to a record; a configuration names fields by {@link #key()}. */
enum Field {
    PUBLICATION_NUMBER("publication-number"),
    OFFICE("office"),
    KIND("kind"),
    FAMILY_ID("family-id"),
    FAMILY_MEMBERS("family-members"),
    PRIORITY_DATE("priority-date"),
    FILING_DATE("filing-date"),
    PUBLICATION_DATE("publication-date"),
    TITLE("title"),
    ABSTRACT("abstract"),
    IPC("ipc"),
    APPLICANTS("applicants"),
    APPLICANT_COUNTRIES("applicant-countries"),
    INVENTORS("inventors"),
    INVENTOR_COUNTRIES("inventor-countries"),
    CITED("cited"),
    LANGUAGE("language"),
    WITHDRAWN("withdrawn");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The field as the configuration spells it. */
    String key() {
        return key;
    }

    /** The field of a key of the configuration. */
    static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }
}
