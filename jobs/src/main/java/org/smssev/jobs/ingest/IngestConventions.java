package org.smssev.jobs.ingest;

import org.smssev.common.config.Config;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.stage.StageContext;

/** The counting conventions of the stage, for the method card. */
final class IngestConventions {
    private IngestConventions() {}

    static void record(StageContext context) {
        Config config = context.config();
        context.convention(
                "ingest.family",
                families(config.ingest().families(), config.ingest().excludeUtilityModels()),
                "Families are the SIMPLE or the EXTENDED ones of the source, with or without utility models. If the source"
                        + " gives none, a family is derived from listed members, shared applications or shared priorities."
                        + " Otherwise the publication is a family of its own. Title and text are those of the earliest"
                        + " publication (OECD Patent Statistics Manual 2009).");
        context.convention(
                "ingest.country",
                config.ingest().countryBy() + (config.ingest().firstOnly() ? ", first only" : ", fractional"),
                "Whose country a family counts for. Shares sum to 1 per family, and an unknown country stays UNKNOWN.");
        context.convention(
                "ingest.year",
                "EARLIEST_PRIORITY",
                "Year of the earliest priority, or else of filing. The latest "
                        + config.release().truncatedYears() + " years are incomplete and left out of trends.");
        context.convention(
                "ingest.international",
                config.ingest().international().toString(),
                "Which families count as international. The gap is reported with and without this filter.");
        context.convention(
                "ingest.release",
                config.release().mode().toString(),
                "SNAPSHOT: publications missing from the release are withdrawn. INCREMENT: withdrawals are marked.");
    }

    /** Which families count, and of which publications, in words. */
    static String families(IngestConfig.Families given, boolean excludesUtilityModels) {
        return given + (excludesUtilityModels ? ", without utility models" : ", with utility models");
    }
}
