package org.smssev.jobs.ingest.format.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that say what a delivery of bulk data holds, and have no records: the index {@code Root/index.xml} and the statistics
 * {@code statistics_….csv} of the EPO's DOCDB; the list of numbers {@code ipgb…lst.txt} and the report {@code ipgb…rpt.html}
 * of the USPTO's weekly bibliographic data; the drawings and formulas that come beside documents of the USPTO.
 */
public final class DeliveryNotes {
    /** Comments, a declaration of the type and the like may stand in front. */
    private static final Pattern INDEX =
            Pattern.compile("\\A\\s*(?:<[?!][^>]*+>\\s*+)*+<docdb-package-index[\\s>]", Pattern.CASE_INSENSITIVE);

    /** Counts by office and kind, below a line about the delivery. */
    private static final Pattern STATISTICS =
            Pattern.compile("\\A[^\\r\\n]*[\\r\\n]+Status,NrOfPNStatus,CC,KC,FirstPN,LastPN,");

    /** A grant in a list of eight characters each: of designs, statutory inventions, plants, reissues and patents. */
    private static final Pattern GRANT = Pattern.compile("(?:D\\d|H\\d|PP|RE|T\\d|\\d\\d)\\d{6}");

    /** With designs the list of a week's grants begins. */
    private static final Pattern DESIGNS = Pattern.compile("\\AD\\d{7}\\R");
    /** Of a list that is looked at in part, the end may be a part of a number. */
    private static final Pattern CUT_OFF = Pattern.compile("[A-Z\\d]{0,8}");

    /** Its title, behind what a web page begins with. */
    private static final Pattern REPORT = Pattern.compile(
            "\\A\\s*+<(?:!DOCTYPE HTML|html)\\b[\\s\\S]{0,1000}?<h3>UNITED STATES PATENT AND TRADEMARK OFFICE</h3>\\s*+"
                    + "<h3>Patent (?:Grant|Application)[^<]{0,100}Data/XML",
            Pattern.CASE_INSENSITIVE);

    /** What TIFF of either order of bytes, ChemDraw and notebooks of Mathematica start with. */
    private static final List<String> DRAWINGS =
            List.of("II*\0", "MM\0*", "VjCD0100", "(* Content-type: application/vnd.wolfram");

    /** The line behind the three first ones of a molecule (MOL): how many atoms and bonds it has. */
    private static final Pattern MOLECULE =
            Pattern.compile("\\A(?:[^\\r\\n]{0,80}+\\R){3} *\\d+ +\\d+ [ \\d]*V[23]000\\R");

    private DeliveryNotes() {}

    /** The name of what a file is, by its first bytes; empty if they do not tell it. */
    public static Optional<String> of(byte[] start) {
        // Each byte as a character.
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        return DRAWINGS.stream().anyMatch(bytes::startsWith)
                        || MOLECULE.matcher(bytes).find()
                ? Optional.of("DRAWING")
                : Optional.empty();
    }

    /** The name of what a file is, by the start of its text; empty if it is none of these. */
    public static Optional<String> of(String start) {
        if (INDEX.matcher(start).find()) {
            return Optional.of("DOCDB_INDEX");
        }
        if (STATISTICS.matcher(start).find()) {
            return Optional.of("DOCDB_STATISTICS");
        }
        if (DESIGNS.matcher(start).find() && isListOfGrants(start)) {
            return Optional.of("USPTO_LIST");
        }
        return REPORT.matcher(start).find() ? Optional.of("USPTO_REPORT") : Optional.empty();
    }

    /** Whether each line is a grant, and there are several. */
    private static boolean isListOfGrants(String start) {
        int end = start.lastIndexOf('\n') + 1;
        return start.indexOf('\n') + 1 < end
                && CUT_OFF.matcher(start.substring(end)).matches()
                && start.substring(0, end)
                        .lines()
                        .allMatch(line -> GRANT.matcher(line).matches());
    }
}
