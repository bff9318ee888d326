package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.tables.SurveyTables.Parameter;

/**
 * Finds the thresholds that the text of a control names: {@code wavelength exceeding 400 nm} is GREATER 400 nm. A number
 * counts where words of comparison stand before or behind it, or where it is an end of a range; a range gives two. Item
 * numbers, standards and values in other units that stand in brackets behind a threshold are none.
 */
final class ControlParameters {
    /** Longest words of a parameter, in characters. */
    private static final int MAX_WORDS = 160;
    /** How far before a number its words of comparison are looked for. */
    private static final int REACH = 60;

    private static final Pattern CLAUSE =
            Pattern.compile("\\)\\s|[;:(，；：。、]|,\\s|\\.\\s|\\b(?:and|or|having|with|which|that|whose)\\s");

    private final String text;
    private final Quantities quantities;
    private final List<Parameter> found = new ArrayList<>();

    private ControlParameters(String text, boolean decimalComma) {
        this.text = text;
        this.quantities = Quantities.written(decimalComma);
    }

    /**
     * The thresholds of a text in their order.
     *
     * @param decimalComma whether 1,25 is one and a quarter; else 1,250 is one thousand two hundred and fifty
     */
    static List<Parameter> of(String text, boolean decimalComma) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        ControlParameters parameters = new ControlParameters(text.replaceAll("[\\s\u00A0\u202F]+", " "), decimalComma);
        parameters.scan();
        return List.copyOf(parameters.found);
    }

    private void scan() {
        int at = 0;
        Quantities.Range range = quantities.range(text, at);
        while (at < text.length()) {
            if (range != null && range.start() < at) {
                range = quantities.range(text, at);
            }
            Quantities.Quantity single = quantities.next(text, at);
            if (single == null) {
                return;
            }
            if (range != null && range.start() <= single.start()) {
                add(
                        range.start(),
                        range.end(),
                        "AT_LEAST",
                        range.from().value(),
                        range.from().unit());
                add(
                        range.start(),
                        range.end(),
                        "AT_MOST",
                        range.to().value(),
                        range.to().unit());
                at = range.end();
            } else {
                single(single);
                at = single.end();
            }
        }
    }

    private void single(Quantities.Quantity quantity) {
        int from = Math.max(0, quantity.start() - REACH);
        String front = text.substring(from, quantity.start());
        Comparisons.Found before = Comparisons.before(front);
        Comparisons.Found behind = Comparisons.behind(text, quantity.end());
        // What stands behind may be of something else: "less than 1.1 µm along one axis or more".
        if (before != null && (behind == null || !Comparisons.mayBeSpan(front, before))) {
            add(from + before.at(), quantity.end(), before.comparison(), quantity.value(), quantity.unit());
        } else if (behind != null) {
            add(quantity.start(), behind.at(), behind.comparison(), quantity.value(), quantity.unit());
        }
    }

    private void add(int start, int end, String comparison, double value, String unit) {
        int from = Math.max(0, end - MAX_WORDS);
        Matcher clause = CLAUSE.matcher(text).region(from, start);
        while (clause.find()) {
            from = clause.end();
        }
        found.add(new Parameter(text.substring(Math.min(from, start), end).strip(), comparison, value, unit));
    }
}
