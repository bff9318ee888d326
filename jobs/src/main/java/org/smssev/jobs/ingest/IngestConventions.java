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
                "Which of the families that sources give count, SIMPLE or EXTENDED ones, and whether utility models count for any."
                        + " A family is the one that the source gives, else one derived from listed members, a shared application"
                        + " or a shared priority, also of other sources, else the publication itself; its title and"
                        + " text are those of its earliest publication (OECD Patent Statistics Manual 2009)");
        context.convention(
                "ingest.country",
                config.ingest().countryBy() + (config.ingest().firstOnly() ? ", first only" : ", fractional"),
                "Whose country a family counts for; shares sum to 1 per family, and an unknown country stays UNKNOWN");
        context.convention(
                "ingest.year",
                "EARLIEST_PRIORITY",
                "Year of the earliest priority, else of filing; the youngest "
                        + config.release().truncatedYears() + " years are incomplete and are not trended");
        context.convention(
                "ingest.international",
                config.ingest().international().toString(),
                "Which families count as international; the gap is reported with and without this filter");
        context.convention(
                "ingest.release",
                config.release().mode().toString(),
                "SNAPSHOT: what the release lacks is withdrawn; INCREMENT: withdrawals are marked");
    }

    /** Which families count, and of which publications, in words. */
    static String families(IngestConfig.Families given, boolean excludesUtilityModels) {
        return given + (excludesUtilityModels ? ", without utility models" : ", with utility models");
    }
}
