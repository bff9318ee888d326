package org.smssev.jobs.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smssev.common.io.Sheets;
import org.smssev.jobs.evaluate.Authority.Basis;
import org.smssev.jobs.evaluate.Authority.Degree;

/** The sheet on which an expert says how far practice, theory, literature and intuition stand behind all judgements. */
final class SelfAnswers {
    /** Columns of the sheet. */
    static final String ANSWER = "answer";

    static final String[] COLUMNS = {"item", ANSWER};

    private static final String PREFIX = "basis_";

    private SelfAnswers() {}

    /** Whether a sheet is of this kind. */
    static boolean isSelf(Sheets.Sheet sheet) {
        return Sheets.hasHeader(sheet, COLUMNS);
    }

    /** Whether the rows are of such a sheet. */
    static boolean isSelf(Sheets.Table table) {
        return table.has(COLUMNS[0]) && table.has(COLUMNS[1]);
    }

    /** The name of the row of a basis. */
    static String item(Basis basis) {
        return PREFIX + basis.name().toLowerCase(Locale.ROOT);
    }

    /** What to do with a cell that cannot be taken. */
    interface Refusal {
        void refuse(Sheets.TableRow row, String column, String reason, String detail);
    }

    /** The degrees given, empty where none is. */
    static Map<Basis, Degree> of(Sheets.Table table, Refusal refusal) {
        Map<Basis, Degree> degrees = new EnumMap<>(Basis.class);
        for (Sheets.TableRow row : table.rows()) {
            String answer = row.get(ANSWER);
            Optional<Basis> basis = basis(row.get("item"));
            if (answer == null) {
                continue;
            }
            Optional<Degree> degree = Degree.of(answer);
            if (basis.isEmpty()) {
                refusal.refuse(row, ANSWER, "EXTRA_ROW", "the row is not part of the sheet");
            } else if (degree.isEmpty()) {
                refusal.refuse(row, ANSWER, "NOT_ONE_OF", "allowed: large, medium, small, or 大, 中, 小");
            } else if (degrees.putIfAbsent(basis.get(), degree.get()) != null) {
                refusal.refuse(row, ANSWER, "DUPLICATE_ROW", "an earlier row has this answer");
            }
        }
        return degrees;
    }

    private static Optional<Basis> basis(String item) {
        return List.of(Basis.values()).stream()
                .filter(basis -> item(basis).equals(item))
                .findFirst();
    }
}
