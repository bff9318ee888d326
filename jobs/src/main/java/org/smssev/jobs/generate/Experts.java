package org.smssev.jobs.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The invented panel; one organisation in it is also an applicant. */
final class Experts {
    /** Number of experts. */
    static final int COUNT = 20;

    /** The organisation with the conflict of interest: it sits on the panel and applies for patents. */
    static final String CONFLICT = "SYNTHETIC Longwave Steel Co., Ltd.";

    /** Place of the expert from that organisation: E05. */
    static final int CONFLICT_EXPERT = 4;

    private static final String CONFLICT_TECHNOLOGY = "advanced high-strength automotive steel";
    private static final String[] INDUSTRY = {
        CONFLICT, "SYNTHETIC Orbital Works Ltd.", "SYNTHETIC Photon Devices Inc.", "SYNTHETIC Grid Power Co., Ltd."
    };
    private static final String[] GOVERNMENT = {
        "SYNTHETIC Agency for Technology Review", "SYNTHETIC Office of Trade", "SYNTHETIC Bureau of Standards"
    };
    private static final String[] ACADEMIA = {
        "SYNTHETIC Institute of Materials",
        "SYNTHETIC University of Sorelo",
        "SYNTHETIC Academy of Engineering",
        "SYNTHETIC Institute of Computing",
        "SYNTHETIC College of Energy"
    };

    /**
     * An expert.
     *
     * @param id E01 to E20
     * @param sector INDUSTRY, GOVERNMENT or ACADEMIA
     * @param field a domain of the technologies
     */
    record Expert(String id, String organisation, String sector, String field) {}

    private Experts() {}

    /** The technology in which the organisation with the conflict applies for patents. */
    static Technology conflictTechnology(List<Technology> technologies) {
        return technologies.stream()
                .filter(t -> t.nameEn().equals(CONFLICT_TECHNOLOGY))
                .findFirst()
                .orElseThrow();
    }

    /** The panel: fields and sectors take turns. */
    static List<Expert> panel(List<Technology> technologies) {
        List<String> fields =
                technologies.stream().map(Technology::domain).distinct().toList();
        List<Expert> panel = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String sector = i % 4 == 0 ? "INDUSTRY" : i % 4 == 1 ? "GOVERNMENT" : "ACADEMIA";
            String[] organisations = i % 4 == 0 ? INDUSTRY : i % 4 == 1 ? GOVERNMENT : ACADEMIA;
            String organisation = i == CONFLICT_EXPERT
                    ? CONFLICT
                    : organisations[i % 4 == 0 ? 1 + i / 4 % 3 : i / 2 % organisations.length];
            panel.add(new Expert(
                    String.format(Locale.ROOT, "E%02d", i + 1), organisation, sector, fields.get(i % fields.size())));
        }
        return panel;
    }
}
