package org.smssev.common.config;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.text.CountryCodes;
import org.smssev.common.text.Languages;

/** What must hold between settings. */
final class ConfigRules {
    /** What is compared with without being asked for. */
    private static final Set<String> OWN_REFERENCES = Set.of("WORLD", "REST", "BEST_OTHER", "UNKNOWN");

    private static final String LANGUAGE = "[a-z]{2}";
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})-(\\d{4})");

    // "files" is the folder of landed inputs, beside those of the releases.
    private static final Pattern RELEASE = Pattern.compile("(?!files$)[\\p{L}\\d_][\\p{L}\\d ._-]*");

    /** A name of a file has 255 at most, also with what is put before and behind it. */
    private static final int LONGEST_NAME = 150;

    private ConfigRules() {}

    static void check(Config c, BiConsumer<String, String> problem) {
        if (c == null) {
            return;
        }
        if (c.release() != null
                && c.release().id() != null
                && !RELEASE.matcher(c.release().id()).matches()) {
            problem.accept(
                    "release.id",
                    "names a folder, so it must begin with a letter, a digit or _, hold only these, blanks, . and -, and not be"
                            + " files, but is '" + c.release().id().replaceAll("\\p{Cc}", "?") + "'");
        }
        if (c.release() != null
                && c.release().id() != null
                && c.release().id().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            problem.accept("release.id", "names a folder, and is longer than " + LONGEST_NAME + " bytes");
        }
        if (c.ingest() != null && c.ingest().sources() != null) {
            SourceRules.check(c.ingest().sources(), problem);
        }
        if (c.ingest() != null) {
            ingest(c.ingest(), problem);
        }
        if (c.project() != null && c.project().focalCountry() != null) {
            country("project.focal-country", c.project().focalCountry(), problem);
        }
        if (c.project() != null
                && c.project().referenceCountries() != null
                && c.gap() != null
                && c.gap().blocs() != null) {
            references(c, problem);
        }
        if (c.survey() != null && c.survey().lists() != null) {
            survey(c.survey(), problem);
        }
        if (c.network() != null && c.network().periods() != null) {
            periods(c.network().periods(), problem);
        }
        if (c.screen() != null && c.screen().criteria() != null && c.screen().givenWeights() != null) {
            screen(c.screen(), problem);
        }
        if (c.supplement() != null && c.supplement().review() > c.supplement().autoMerge()) {
            problem.accept("supplement.review", "must not be more than supplement.auto-merge");
        }
        if (c.evaluate() != null && c.evaluate().dimensions() != null) {
            double sum = c.evaluate().dimensions().values().stream()
                    .mapToDouble(d -> d)
                    .sum();
            if (Math.abs(sum - 1) > 1e-9) {
                problem.accept("evaluate.dimensions", "the weights must sum to 1, but sum to " + sum);
            }
            if (c.evaluate().scaleMin() >= c.evaluate().scaleMax()) {
                problem.accept("evaluate.scale-max", "must be more than evaluate.scale-min");
            }
            grade(c, problem);
            if (c.grade() != null && c.grade().veto() != null) {
                veto(c, problem);
            }
            if (c.evaluate().panel() != null) {
                PanelRules.check(c.evaluate(), problem);
            }
        }
    }

    private static void survey(SurveyConfig survey, BiConsumer<String, String> problem) {
        unique(survey.lists().stream().map(SurveyConfig.ListFile::id).toList(), "survey.lists", problem);
        date(survey.asOf(), "survey.as-of", problem);
        for (int i = 0; i < survey.lists().size(); i++) {
            date(survey.lists().get(i).validFrom(), "survey.lists[" + i + "].valid-from", problem);
            TextRules.check(survey.lists().get(i).text(), "survey.lists[" + i + "]", problem);
        }
    }

    private static void date(String text, String key, BiConsumer<String, String> problem) {
        if (text != null) {
            try {
                LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                problem.accept(key, "must be a date such as 2026-01-31, but is " + text);
            }
        }
    }

    private static void references(Config c, BiConsumer<String, String> problem) {
        c.gap().blocs().forEach((bloc, members) -> {
            if (OWN_REFERENCES.contains(bloc)) {
                problem.accept("gap.blocs." + bloc, "is a name of ours; a bloc needs another");
            }
            members.forEach(member -> country("gap.blocs." + bloc, member, problem));
        });
        for (String reference : c.project().referenceCountries()) {
            if (!c.gap().blocs().containsKey(reference) && !CountryCodes.isOne(reference)) {
                problem.accept(
                        "project.reference-countries",
                        reference + " is neither a country, two capital letters of WIPO's standard ST.3"
                                + meant(reference) + ", nor one of gap.blocs, "
                                + c.gap().blocs().keySet());
            }
        }
    }

    private static void ingest(IngestConfig ingest, BiConsumer<String, String> problem) {
        if (ingest.languages() != null) {
            ingest.languages().stream()
                    .filter(language -> !language.matches(LANGUAGE))
                    .forEach(language -> problem.accept(
                            "ingest.languages", "must be two small letters each, as in en, but one is " + language));
            ingest.languages().stream()
                    .filter(language -> language.matches(LANGUAGE)
                            && !Languages.meant(language).equals(language))
                    .forEach(language -> problem.accept(
                            "ingest.languages",
                            language + " is no language, so that no text is of it: " + Languages.meant(language)
                                    + " is meant"));
        }
        if (ingest.ipcTitles() != null) {
            ingest.ipcTitles().keySet().stream()
                    .filter(language -> !language.matches(LANGUAGE))
                    .forEach(language -> problem.accept(
                            "ingest.ipc-titles." + language,
                            "is no language; a language is two small letters, as in {en: FILE}"));
        }
        if (ingest.gates() != null) {
            GateRules.check(ingest.gates(), problem);
        }
    }

    private static void country(String key, String code, BiConsumer<String, String> problem) {
        if (!CountryCodes.isOne(code)) {
            problem.accept(
                    key,
                    "must be two capital letters of WIPO's standard ST.3, as in CN" + meant(code) + ", but is " + code
                            + (code.matches("[A-Z]{2}") ? ", which is no country" : ""));
        }
    }

    private static String meant(String code) {
        String meant = CountryCodes.ofStandard(code);
        return meant.equals(code) ? "" : " (" + meant + " for " + code + ")";
    }

    private static void periods(List<String> periods, BiConsumer<String, String> problem) {
        for (int i = 0; i < periods.size(); i++) {
            Matcher years = PERIOD.matcher(periods.get(i));
            if (!years.matches() || years.group(1).compareTo(years.group(2)) > 0) {
                problem.accept(
                        "network.periods[" + i + "]",
                        "must be two years, the earlier first, as in 2015-2019, but is " + periods.get(i));
            }
        }
        unique(periods, "network.periods", problem);
    }

    private static void screen(ScreenConfig screen, BiConsumer<String, String> problem) {
        if (screen.criteria().isEmpty()) {
            problem.accept("screen.criteria", "at least one criterion is needed");
        }
        for (String name : screen.criteria().keySet()) {
            if (!ScreenConfig.CRITERIA.contains(name)) {
                problem.accept(
                        "screen.criteria." + name,
                        "is no criterion; the criteria are "
                                + String.join(
                                        ", ",
                                        ScreenConfig.CRITERIA.stream().sorted().toList()));
            }
        }
        double sum = 0;
        for (Map.Entry<String, Double> given : screen.givenWeights().entrySet()) {
            if (!screen.criteria().containsKey(given.getKey())) {
                problem.accept("screen.given-weights." + given.getKey(), "is none of screen.criteria");
            }
            if (given.getValue() < 0) {
                problem.accept(
                        "screen.given-weights." + given.getKey(), "must be 0 or more, but is " + given.getValue());
            }
            sum += given.getValue();
        }
        if (screen.combine() != ScreenConfig.Combination.OBJECTIVE && sum <= 0) {
            problem.accept("screen.given-weights", "screen.combine " + screen.combine() + " needs a weight above 0");
        }
        int criteria = screen.criteria().size();
        if (criteria * screen.weightFloor() > 1) {
            problem.accept(
                    "screen.weight-floor",
                    "must be 1/" + criteria + " or less for " + criteria + " criteria, but is " + screen.weightFloor());
        }
        if (criteria * screen.weightCap() < 1) {
            problem.accept(
                    "screen.weight-cap",
                    "must be 1/" + criteria + " or more for " + criteria + " criteria, but is " + screen.weightCap());
        }
        if (screen.cut() == ScreenConfig.Cut.QUANTILE && screen.cutAt() > 1) {
            problem.accept("screen.cut-at", "must be a quantile, 0 to 1, but is " + screen.cutAt());
        }
        if (screen.cut() == ScreenConfig.Cut.BREAKS && screen.cutAt() < 2) {
            problem.accept("screen.cut-at", "must be 2 classes or more, but is " + screen.cutAt());
        }
        if (screen.sources() != null && screen.sources().isEmpty()) {
            problem.accept("screen.sources", "at least one is needed");
        }
    }

    private static void grade(Config c, BiConsumer<String, String> problem) {
        GradeConfig g = c.grade();
        if (g == null || c.evaluate().scores() == null || c.evaluate().scores().isEmpty()) {
            return;
        }
        boolean quantiles = g.quantiles() != null && !g.quantiles().isEmpty();
        if (quantiles && g.quantiles().size() != 3) {
            problem.accept("grade.quantiles", "must hold three shares, of Levels 1, 2 and 3");
        }
        if (!quantiles && g.level2() == null) {
            problem.accept(
                    "grade.level-2", "is needed where there are scores: no value is published, so none is assumed");
        }
        if (!quantiles && g.level3() == null) {
            problem.accept(
                    "grade.level-3", "is needed where there are scores: no value is published, so none is assumed");
        }
        if (g.level2() != null && g.level2() >= g.level1()) {
            problem.accept("grade.level-2", "must be less than grade.level-1, " + g.level1());
        }
        if (g.level2() != null && g.level3() != null && g.level3() >= g.level2()) {
            problem.accept("grade.level-3", "must be less than grade.level-2, " + g.level2());
        }
    }

    private static void veto(Config c, BiConsumer<String, String> problem) {
        for (Map.Entry<String, Double> veto : c.grade().veto().entrySet()) {
            String key = "grade.veto." + veto.getKey();
            if (!c.evaluate().dimensions().containsKey(veto.getKey())) {
                problem.accept(
                        key,
                        "is not one of evaluate.dimensions, "
                                + c.evaluate().dimensions().keySet());
            } else if (veto.getValue() <= c.evaluate().scaleMin()
                    || veto.getValue() > c.evaluate().scaleMax()) {
                problem.accept(key, "must be above evaluate.scale-min and at most evaluate.scale-max");
            }
        }
    }

    static void unique(List<String> names, String at, BiConsumer<String, String> problem) {
        Set<String> seen = new HashSet<>();
        for (String n : names) {
            if (n != null && !seen.add(n)) {
                problem.accept(at, "two entries are named " + n);
            }
        }
    }
}
