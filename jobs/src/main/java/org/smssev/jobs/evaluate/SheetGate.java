package org.smssev.jobs.evaluate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.smssev.common.io.Sheets;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Whether a row of a sheet may be read at all: whose it is, of which round and technology, and whether it came in time. A
 * workbook that says whose it is fills in what its rows lack, and no row may say otherwise.
 */
final class SheetGate {
    /** A day with a time, as tables of data frames and of Spark have it. */
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}.*");

    private final CandidateIndex candidates;
    private final Set<String> experts;
    private final Deadlines deadlines;
    private long late;

    SheetGate(CandidateIndex candidates, Set<String> experts, Deadlines deadlines) {
        this.candidates = candidates;
        this.experts = experts;
        this.deadlines = deadlines;
    }

    /**
     * What becomes of a row.
     *
     * @param round round, 0 where it cannot be told
     * @param pair whose row it is; null where it is refused
     * @param reason why it is refused; null where it is not
     */
    record Verdict(int round, Taken.Pair pair, String reason, String detail) {
        private static Verdict refused(int round, String reason, String detail) {
            return new Verdict(round, null, reason, detail);
        }
    }

    /** Late rows taken all the same. */
    long late() {
        return late;
    }

    /** What becomes of a row. */
    Verdict verdict(ScoreSheet sheet, Sheets.TableRow row) {
        SheetIdentity identity = sheet.identity();
        if (identity != null && !identity.isSound()) {
            return Verdict.refused(
                    ScoreReader.round(row.get(Questionnaire.ROUND)),
                    "IDENTITY_DAMAGED",
                    "the hidden sheet " + SheetIdentity.SHEET + " was changed. Copy the scores into a new sheet");
        }
        String said = row.get(Questionnaire.ROUND);
        int round = said == null && identity != null ? identity.round() : ScoreReader.round(said);
        String expert = row.get(Questionnaire.EXPERT);
        if (expert == null && identity != null) {
            expert = identity.expertId();
        }
        if (round == 0) {
            return Verdict.refused(0, "UNKNOWN_ROUND", "round is '" + text(said) + "'; allowed: 1, 2, ...");
        }
        if (expert == null || !(experts.isEmpty() || experts.contains(expert))) {
            return Verdict.refused(
                    round, "UNKNOWN_EXPERT", "expert is '" + text(expert) + "'; add the expert to evaluate.experts");
        }
        if (identity != null && (round != identity.round() || !expert.equals(identity.expertId()))) {
            return Verdict.refused(
                    round,
                    "IDENTITY_DIFFERS",
                    "the row names expert " + expert + " in round " + round + ", but the sheet belongs to expert "
                            + identity.expertId() + " in round " + identity.round());
        }
        return late(sheet, row, round, expert);
    }

    private Verdict late(ScoreSheet sheet, Sheets.TableRow row, int round, String expert) {
        String said = row.get(Questionnaire.SUBMITTED);
        LocalDate day = sheet.savedOn();
        try {
            day = said == null ? day : LocalDate.parse(TIME.matcher(said).replaceFirst("$1"));
        } catch (DateTimeParseException e) {
            return Verdict.refused(
                    round, "NOT_A_DATE", "submitted is '" + said + "'; allowed: a date such as 2026-03-31");
        }
        if (deadlines.isLate(round, day)) {
            if (deadlines.refuse()) {
                return Verdict.refused(
                        round,
                        "LATE",
                        "saved or submitted on " + day + ", after the deadline of round " + round + " ("
                                + deadlines.days().get(round) + ")");
            }
            late++;
        }
        return technology(sheet, row, round, expert);
    }

    private Verdict technology(ScoreSheet sheet, Sheets.TableRow row, int round, String expert) {
        String id = row.get(Questionnaire.TECHNOLOGY_ID);
        String name = row.get(Questionnaire.TECHNOLOGY);
        Optional<Supplemented> candidate = candidates.find(id, name);
        if (candidate.isEmpty()) {
            return Verdict.refused(
                    round,
                    "UNKNOWN_TECHNOLOGY",
                    "technology '" + text(id) + "' " + text(name)
                            + " matches no candidate, or more than one, by id, number or name");
        }
        String found = candidate.get().candidateId();
        Optional<String> named = candidates.named(name);
        if (named.isPresent() && !named.get().equals(found)) {
            return Verdict.refused(
                    round,
                    "NAME_DIFFERS",
                    "the id is of " + found + " (" + candidate.get().nameEn() + "), but the name is of "
                            + named.get() + " (" + name.replaceAll("\\s+", " ").strip()
                            + "). Put the id and the name of one technology into the row. The columns may have been"
                            + " sorted separately, or the sheet may be of an older run");
        }
        if (sheet.identity() != null && !hasAsked(sheet.identity(), id, found)) {
            return Verdict.refused(round, "EXTRA_ROW", "technology " + found + " is not on this sheet");
        }
        return new Verdict(round, new Taken.Pair(round, expert, found), null, null);
    }

    /** Whether a sheet asked for a technology, by its id or by one that it had in the run that wrote the sheet. */
    private static boolean hasAsked(SheetIdentity identity, String id, String found) {
        return identity.technologies().contains(found)
                || id != null && identity.technologies().contains(id);
    }

    /** Technologies that a sheet asked for and of which it has no row. */
    List<String> absent(ScoreSheet sheet) {
        Set<String> present = new HashSet<>();
        for (Sheets.TableRow row : sheet.table().rows()) {
            String id = row.get(Questionnaire.TECHNOLOGY_ID);
            present.add(id);
            candidates
                    .find(id, row.get(Questionnaire.TECHNOLOGY))
                    .ifPresent(candidate -> present.add(candidate.candidateId()));
        }
        return sheet.identity().technologies().stream()
                .filter(technology -> !present.contains(technology))
                .toList();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
