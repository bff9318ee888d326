package org.smssev.jobs.generate;

import java.util.Map;

/**
 * What was generated.
 *
 * @param release name of the release
 * @param technologies planted technologies
 * @param publications distinct publications of the release, the bad ones included
 * @param rows rows of patents.csv, its header not counted: the publications and the repeated rows
 * @param families families with at least one accepted publication
 * @param rejected rows that a reader must refuse
 * @param duplicates repeated rows
 * @param newRecords publications that the release before lacks
 * @param corrected publications that this release changes
 * @param withdrawn publications that this release drops
 * @param bad spoiled records by kind, in the order of {@link BadKind}
 */
public record GenerateSummary(
        String release,
        int technologies,
        int publications,
        int rows,
        int families,
        int rejected,
        int duplicates,
        int newRecords,
        int corrected,
        int withdrawn,
        Map<String, Integer> bad) {}
