package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the normalisation of a record knows beside the record.
 *
 * @param families family of a publication where the source names no family, by canonical number
 * @param extendedFamilies whether extended (INPADOC) families count, not simple ones
 * @param languages languages of title and abstract in order of preference
 */
record NormaliserSetup(Map<String, String> families, boolean extendedFamilies, List<String> languages)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
