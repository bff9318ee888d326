package org.smssev.jobs.grade;

import java.util.List;
import java.util.Map;

/**
 * What dimensions are called in Chinese: as on the score sheets, else by the usual words, else as in the configuration.
 *
 * @param labels labels of the panel by dimension, [English, Chinese]
 */
record DimensionNames(Map<String, List<String>> labels) {
    private static final Words USUAL = new Words(true);

    /** The Chinese name of a dimension. */
    String zh(String dimension) {
        List<String> label = labels.get(dimension);
        return label == null ? USUAL.of(dimension) : label.get(1);
    }
}
