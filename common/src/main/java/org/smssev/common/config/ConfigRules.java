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
                    "not usable as the name of a folder. Begin with a letter, a digit or _, use only these, blanks, . and -,"
                            + " and do not call it files. The value is '"
                            + c.release().id().replaceAll("\\p{Cc}", "?") + "'");
        }
        if (c.release() != null
                && c.release().id() != null
                && c.release().id().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            problem.accept("release.id", "too long for the name of a folder. Use at most " + LONGEST_NAME + " bytes.");
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
                problem.accept("gap.blocs." + bloc, "reserved by smssev. Give the bloc another name.");
            }
            members.forEach(member -> country("gap.blocs." + bloc, member, problem));
        });
        for (String reference : c.project().referenceCountries()) {
            if (!c.gap().blocs().containsKey(reference) && !CountryCodes.isOne(reference)) {
                problem.accept(
                        "project.reference-countries",
                        reference + " is neither a country nor a bloc. Give a two-letter code such as CN"
                                + meant(reference) + ", or one of gap.blocs: "
                                + c.gap().blocs().keySet());
            }
        }
    }

    private static void ingest(IngestConfig ingest, BiConsumer<String, String> problem) {
        if (ingest.languages() != null) {
            ingest.languages().stream()
                    .filter(language -> !language.matches(LANGUAGE))
                    .forEach(language -> problem.accept(
                            "ingest.languages", "must be two small letters each, such as en, but one is " + language));
            ingest.languages().stream()
                    .filter(language -> language.matches(LANGUAGE)
                            && !Languages.meant(language).equals(language))
                    .forEach(language -> problem.accept(
                            "ingest.languages",
                            language + " is not the code of a language. Did you mean " + Languages.meant(language)
                                    + "?"));
        }
        if (ingest.ipcTitles() != null) {
            ingest.ipcTitles().keySet().stream()
                    .filter(language -> !language.matches(LANGUAGE))
                    .forEach(language -> problem.accept(
                            "ingest.ipc-titles." + language,
                            "not a language. Give two small letters, such as {en: FILE}"));
        }
        if (ingest.gates() != null) {
            GateRules.check(ingest.gates(), problem);
        }
    }

    private static void country(String key, String code, BiConsumer<String, String> problem) {
        if (!CountryCodes.isOne(code)) {
            problem.accept(
                    key,
                    "must be two capital letters, such as CN" + meant(code) + ", but is " + code
                            + (code.matches("[A-Z]{2}") ? ", which is not a country" : ""));
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
                        "must be two years, the earlier first, such as 2015-2019, but is " + periods.get(i));
            }
        }
        unique(periods, "network.periods", problem);
    }

    private static void screen(ScreenConfig screen, BiConsumer<String, String> problem) {
        if (screen.criteria().isEmpty()) {
            problem.accept("screen.criteria", "empty. Name at least one criterion.");
        }
        for (String name : screen.criteria().keySet()) {
            if (!ScreenConfig.CRITERIA.contains(name)) {
                problem.accept(
                        "screen.criteria." + name,
                        "unknown criterion. The criteria are "
                                + String.join(
                                        ", ",
                                        ScreenConfig.CRITERIA.stream().sorted().toList()));
            }
        }
        double sum = 0;
        for (Map.Entry<String, Double> given : screen.givenWeights().entrySet()) {
            if (!screen.criteria().containsKey(given.getKey())) {
                problem.accept(
                        "screen.given-weights." + given.getKey(), "not a criterion. Name one of screen.criteria.");
            }
            if (given.getValue() < 0) {
                problem.accept(
                        "screen.given-weights." + given.getKey(), "must be 0 or more, but is " + given.getValue());
            }
            sum += given.getValue();
        }
        if (screen.combine() != ScreenConfig.Combination.OBJECTIVE && sum <= 0) {
            problem.accept(
                    "screen.given-weights",
                    "no weight above 0. Set one, because screen.combine is " + screen.combine() + ".");
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
            problem.accept("screen.sources", "empty. Name at least one source.");
        }
    }

    private static void grade(Config c, BiConsumer<String, String> problem) {
        GradeConfig g = c.grade();
        if (g == null || c.evaluate().scores() == null || c.evaluate().scores().isEmpty()) {
            return;
        }
        boolean quantiles = g.quantiles() != null && !g.quantiles().isEmpty();
        if (quantiles && g.quantiles().size() != 3) {
            problem.accept("grade.quantiles", "must be three shares, for Levels 1, 2 and 3");
        }
        if (!quantiles && g.level2() == null) {
            problem.accept("grade.level-2", "missing. Set it, because there are scores and no published value to use.");
        }
        if (!quantiles && g.level3() == null) {
            problem.accept("grade.level-3", "missing. Set it, because there are scores and no published value to use.");
        }
        if (g.level2() != null && g.level2() >= g.level1()) {
            problem.accept(
                    "grade.level-2", "must be less than grade.level-1 (" + g.level1() + "), but is " + g.level2());
        }
        if (g.level2() != null && g.level3() != null && g.level3() >= g.level2()) {
            problem.accept(
                    "grade.level-3", "must be less than grade.level-2 (" + g.level2() + "), but is " + g.level3());
        }
    }

    private static void veto(Config c, BiConsumer<String, String> problem) {
        for (Map.Entry<String, Double> veto : c.grade().veto().entrySet()) {
            String key = "grade.veto." + veto.getKey();
            if (!c.evaluate().dimensions().containsKey(veto.getKey())) {
                problem.accept(
                        key,
                        "not a dimension. The dimensions are "
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
                problem.accept(at, "two entries are named " + n + ". Rename one of them.");
            }
        }
    }
}
