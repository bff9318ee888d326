package org.smssev.jobs.ingest;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.merge.LastChange;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.number.UtilityModel;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.source.RecordPlan;

/** What a publication, or its record, lacks of what quality asks for: a bit for each. */
final class Lacks {
    /**
     * What a source may miss.
     *
     * @param check name of the check
     * @param countryBy the parties by which countries must be counted for it to matter; null where it does always
     * @param lacks whether a publication lacks it
     * @param limit share above which it is a warning, where the configuration has no gate on it
     * @param message what is counted, and what that costs
     */
    record Missing(String check, CountryBy countryBy, Predicate<Patent> lacks, double limit, String message) {
        Missing(String check, Predicate<Patent> lacks, double limit, String message) {
            this(check, null, lacks, limit, message);
        }
    }

    /**
     * What is told of a record, and not by its publication.
     *
     * @param hasRounded {@link RecordNormaliser#hasRounded} of it
     * @param hasUnread {@link LastChange.Told#isUnread} of it
     * @param hasUnknownCountry whether a text in the place of a country is none
     * @param hasOwnNumber {@link RecordPlan#isOwnNumber} of it
     * @param hasCut whether a cell of it that is read {@linkplain org.smssev.jobs.ingest.format.CutCells#isCut was cut}
     */
    record Told(
            boolean hasRounded, boolean hasUnread, boolean hasUnknownCountry, boolean hasOwnNumber, boolean hasCut) {
        static final Told NOTHING = new Told(false, false, false, false, false);
    }

    private static final double HALF = 0.5;
    private static final double ALL = 0.999_999;
    static final String IPC = "without_ipc";
    static final String COUNTRY = "without_country";

    static final List<Missing> MISSING = List.of(
            new Missing(IPC, p -> p.ipc().isEmpty(), HALF, "without an IPC code. The network leaves them out."),
            new Missing(
                    "without_date",
                    p -> p.priorityDate() == null && p.filingDate() == null,
                    HALF,
                    "without a priority date and filing date. They have no year, so growth, lag and"
                            + " young shares leave them out."),
            withoutCountry(CountryBy.APPLICANT, Patent::applicants),
            withoutCountry(CountryBy.INVENTOR, Patent::inventors),
            new Missing("without_title", p -> p.title() == null, HALF, "without a title."),
            new Missing(
                    "without_abstract",
                    p -> p.abstractText() == null,
                    HALF,
                    "without an abstract. Keywords and clusters use only their titles."),
            new Missing("without_citations", p -> p.cited().isEmpty(), ALL, "without citations."),
            new Missing(
                    "utility_models",
                    p -> UtilityModel.isOne(p.office(), p.kind()),
                    HALF,
                    "of utility models. Families leave them out if ingest.exclude-utility-models is" + " true."),
            new Missing(
                    "overlong",
                    Overlong::is,
                    0,
                    "with more than 2,000 characters in the title or a name. An unpaired quotation mark may have joined several"
                            + " rows. Check them, and correct the row or set text.quote of the source."),
            new Missing(
                    "without_applicant",
                    p -> p.applicants().stream().allMatch(party -> party.name().isEmpty()),
                    HALF,
                    "without an applicant. Check with `smssev inspect` whether a column is not read."));

    /** Place of what is told of the record, not of the publication: that numbers of it were rounded, so that it lacks links. */
    static final int ROUNDED = MISSING.size();

    /** Place of what has a number of no known form, so that it is apart from all other spellings. */
    static final int UNKNOWN = ROUNDED + 1;

    /** Place of what tells its last change by no date, so that this does not order it. */
    static final int UNREAD = UNKNOWN + 1;

    /** Place of what has a text in the place of a country that is none. */
    static final int COUNTRIES = UNREAD + 1;

    /** Place of what has a number that its source gave itself. */
    static final int OWN = COUNTRIES + 1;

    /** Place of what has a cell that a spreadsheet program cut. */
    static final int CUT = OWN + 1;

    /** How many things a publication may lack. */
    static final int N_LACKS = CUT + 1;

    private Lacks() {}

    private static Missing withoutCountry(CountryBy by, Function<Patent, List<Party>> parties) {
        return new Missing(
                COUNTRY,
                by,
                p -> parties.apply(p).stream().allMatch(party -> party.country() == null),
                HALF,
                "without a country of their "
                        + by.name().toLowerCase(Locale.ROOT)
                        + "s (ingest.country-by). The gap is measured on the others.");
    }

    /**
     * What an accepted publication lacks, a bit for each; where it is marked as withdrawn only that its day is not read.
     *
     * @param told of its record
     */
    static int of(Patent patent, Told told) {
        if (patent.withdrawn()) {
            return told.hasUnread ? 1 << UNREAD : 0;
        }
        boolean isKnown = PublicationNumber.isKnown(patent.publicationNumber(), patent.office());
        int lacks = (told.hasRounded ? 1 << ROUNDED : 0)
                | (isKnown ? 0 : 1 << UNKNOWN)
                | (told.hasUnread ? 1 << UNREAD : 0)
                | (told.hasUnknownCountry ? 1 << COUNTRIES : 0)
                | (told.hasOwnNumber ? 1 << OWN : 0)
                | (told.hasCut ? 1 << CUT : 0);
        for (int i = 0; i < MISSING.size(); i++) {
            lacks |= MISSING.get(i).lacks().test(patent) ? 1 << i : 0;
        }
        return lacks;
    }

    /** Whether, by what it lacks, the number of a publication is of no known form. */
    static boolean isUnknown(int lacks) {
        return (lacks >> UNKNOWN & 1) == 1;
    }

    /** Whether, by what it lacks, a publication has a text in the place of a country that is none. */
    static boolean hasUnknownCountry(int lacks) {
        return (lacks >> COUNTRIES & 1) == 1;
    }
}
