package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smssev.common.text.CountryCodes;
import org.smssev.common.text.Languages;
import org.smssev.jobs.ingest.name.LegalForms;
import org.smssev.jobs.ingest.name.NameWords;
import org.smssev.jobs.ingest.number.DerwentNumbers;
import org.smssev.jobs.ingest.number.FourDigitYears;

/**
 * Exports of Derwent (Thomson) Innovation, with column names as the tool writes them, in English or Japanese, or as R's name
 * cleaners do. DWPI members are the family, INPADOC members the extended one.
 */
final class Derwent extends ExportLayout {
    private static final String NAME = "DERWENT";

    private static final Dates DATES = Dates.of("yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "dd.MM.yyyy");
    /** Where the column has bars or lines, a semicolon is part of a name. */
    private static final ListCells PARTED = new ListCells(Pattern.compile(" \\| |[\\r\\n]+"), DATES);

    private static final ListCells LISTS = new ListCells(Pattern.compile(";| \\| |[\\r\\n]+"), DATES);

    /** A code without a slash, whose group Derwent fills up to four digits: {@code F21W011102} is 111/02. */
    private static final Pattern SLASHLESS = Pattern.compile("\\b([A-H]\\d{2}[A-Z]0\\d{3})(\\d{2,6})\\b");

    /** A number of Singapore, whose check letter Derwent leaves out, and a kind of one letter, which else is taken for it. */
    private static final Pattern SINGAPORE = Pattern.compile("\\b(SG1[01]20\\d{7})([A-Z])\\b");

    /**
     * An unexamined utility model of Japan of Heisei 3, which has the digits of a registered one; that has a zero in front. In lists of
     * cited patents some registered ones have none.
     */
    private static final Pattern UTILITY_MODEL = Pattern.compile("\\bJP(3\\d{6}U)\\b");

    private static final String[] NUMBER = {"publication number", "publication_number", "公報番号"};
    private static final String[] APPLICATION = {"application number", "application_number", "出願番号"};
    private static final String[] PRIORITY = {"priority number", "priority_number", "優先権主張番号", "priority number - dwpi"
    };

    private static final String[] TITLES = {
        "Title",
        "Title - Original",
        "Title (English)",
        "Title (Original Language)",
        "Title - DWPI",
        "title",
        "タイトル",
        "タイトル - DWPI"
    };

    private static final String[] ABSTRACTS = {
        "Abstract",
        "Abstract - Original",
        "Abstract (English)",
        "Abstract (Original Language)",
        "Abstract - DWPI",
        "抄録",
        "抄録 - DWPI"
    };

    /** Town, state and country. */
    private static final int ADDRESS = 3;

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Between texts of one publication in several languages. */
    private static final Pattern LANGUAGES = Pattern.compile("(?<!\\s)\\s++\\|\\s++");

    private static final String[] APPLICANTS = {
        "Assignee/Applicant",
        "Assignee - Original",
        "Assignee/Applicant - Original",
        "Assignee",
        "Assignee - Standardized",
        "Assignee/Applicant - Standardized",
        "Assignee - DWPI",
        "assignee",
        "譲受人/出願人",
        "譲受人 - 標準化",
        "譲受人 - DWPI",
        "Optimized Assignee"
    };

    /** The first assignee with town, state and country, {@code PAYPAL INC.,San Jose,CA,US}. */
    private static final String FIRST_APPLICANT = "Assignee/Applicant First";

    /** Assignees, each with its country, {@code UNIVERSIDADE FEDERAL DO CEARÁ,BR}. */
    private static final String[] APPLICANTS_OF_COUNTRIES = {
        "Assignee - Original - Country/Region",
        "Assignee/Applicant - Original - Country/Region",
        "Assignee - Original - Country/Region (Original Language)"
    };

    private static final String[] INVENTORS = {
        "Inventor", "Inventor - Original", "Inventor - DWPI", "inventor", "発明者", "発明者 - DWPI"
    };

    private static final String[] TITLE_KEYS = keys(TITLES);
    private static final String[] ABSTRACT_KEYS = keys(ABSTRACTS);
    private static final String[] APPLICANT_KEYS = keys(APPLICANTS);
    private static final String[] APPLICANT_OF_COUNTRIES_KEYS = keys(APPLICANTS_OF_COUNTRIES);
    private static final String[] FIRST_APPLICANT_KEY = keys(FIRST_APPLICANT);
    private static final String[] INVENTOR_KEYS = keys(INVENTORS);

    Derwent() {
        super(NAME);
        required("Publication Number", "publication_number", "公報番号");
        required(
                "INPADOC Family Members",
                "DWPI Family Members",
                "IPC - Current",
                "DWPI Family Numbers",
                "Title - DWPI",
                "IPC Current",
                "IPC - DWPI",
                "IPC - Current - DWPI",
                "Assignee - DWPI",
                "Inventor - DWPI",
                "Assignee/Applicant",
                "Assignee - Standardized",
                "inpadoc_first_family_member",
                "ipc_current",
                "dwpi_family_numbers",
                "dwpi_family_members",
                "タイトル - DWPI",
                "抄録 - DWPI",
                "IPC - 最新",
                "譲受人/出願人",
                "譲受人 - 標準化",
                "DWPI ファミリーメンバー",
                "INPADOC ファミリーメンバー");
        finished(Field.PUBLICATION_NUMBER, NUMBER);
        finished(Field.APPLICATION_NUMBER, APPLICATION);
        finished(Field.PRIORITY_NUMBERS, PRIORITY);
        column(Field.PUBLICATION_DATE, DATES::read, "Publication Date", "publication_date", "公報発行日");
        column(Field.FILING_DATE, DATES::read, "Application Date", "application_date", "出願日");
        slashedByOthers(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);
        column(
                Field.PRIORITY_DATE,
                LISTS::dates,
                "Priority Date - Earliest",
                "Earliest Priority Date",
                "priority_date_earliest",
                "Priority Date",
                "priority_date",
                "優先権主張日",
                "Priority Date - DWPI");
        finished(Field.TITLE, TITLES);
        finished(Field.ABSTRACT, ABSTRACTS);
        column(
                Field.IPC,
                Derwent::codes,
                "IPC - Current",
                "IPC Current",
                "IPC - Current - DWPI",
                "IPC Class",
                "IPC",
                "IPC - DWPI",
                "ipc_current",
                "IPC - 最新",
                "IPC - 最新 - DWPI");
        finished(
                Field.APPLICANTS,
                Stream.of(APPLICANTS_OF_COUNTRIES, APPLICANTS, new String[] {FIRST_APPLICANT})
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
        finished(Field.INVENTORS, INVENTORS);
        parties(Field.APPLICANTS, Field.INVENTORS);
        column(
                Field.FAMILY_MEMBERS,
                Derwent::members,
                "DWPI Family Members",
                "DWPI Family Numbers",
                "dwpi_family_numbers",
                "dwpi_family_members",
                "DWPI ファミリーメンバー");
        column(
                Field.EXTENDED_FAMILY_MEMBERS,
                Derwent::members,
                "INPADOC Family Members",
                "INPADOC Family Member",
                "inpadoc_family_members",
                "INPADOC ファミリーメンバー");
        column(Field.EXTENDED_FAMILY_ID, id -> Cleaning.family(NAME, id), "INPADOC Family ID");
        column(
                Field.CITED,
                Derwent::publications,
                "Cited Patents",
                "Cited Refs - Patent",
                "cited_patents",
                "引用文献 - 特許");
    }

    private static String codes(String cell) {
        return SLASHLESS.matcher(LISTS.texts(cell)).replaceAll("$1/$2");
    }

    private static String members(String cell) {
        return withEra(publications(cell));
    }

    private static String withEra(String numbers) {
        return numbers.contains("JP3") ? UTILITY_MODEL.matcher(numbers).replaceAll("JPH0$1") : numbers;
    }

    private static String publications(String cell) {
        return withoutCheckLetters(LISTS.undatedNumbers(cell, FourDigitYears::ofDerwent));
    }

    private static String withoutCheckLetters(String numbers) {
        // Few lists have one, and all are long.
        return numbers.contains("SG1") ? SINGAPORE.matcher(numbers).replaceAll("$1-$2") : numbers;
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.number(withoutCheckLetters(withEra(FourDigitYears.ofDerwent(Cleaning.number(cells.of(NUMBER))))));
        Cleaning.Dated application = Cleaning.dated(DerwentNumbers.asDocdb(Cleaning.line(cells.of(APPLICATION))));
        out.put(Field.APPLICATION_NUMBER, application.number());
        out.putIfAbsent(Field.FILING_DATE, application.date());
        out.priorities(LISTS.values(cells.of(PRIORITY)).stream()
                .map(DerwentNumbers::asDocdb)
                .toList());
        texts(List.of(Cleaning.line(cells.of(TITLE_KEYS))), false, Field.TITLE, Field.TITLE_LANGUAGE, out);
        List<String> abstracts = Stream.of(ABSTRACT_KEYS)
                .map(cells::of)
                .filter(cell -> !cell.isEmpty())
                .map(Cleaning::text)
                .toList();
        texts(abstracts.isEmpty() ? List.of("") : abstracts, true, Field.ABSTRACT, Field.ABSTRACT_LANGUAGE, out);
        applicants(cells, out);
        out.put(Field.INVENTORS, names(cells, INVENTOR_KEYS));
    }

    /** An assignee and the country that the tool puts right behind the last comma, {@code BOLT AG,CH}; empty where there is none. */
    private record Assignee(String name, String country) {
        static Assignee of(String text) {
            int comma = text.lastIndexOf(',');
            String last = comma < 1 ? "" : text.substring(comma + 1);
            // The comma of a country that is not known stands, too.
            return CountryCodes.isOrWasOne(last) || comma > 0 && last.isBlank()
                    ? new Assignee(text.substring(0, comma).strip(), last.strip())
                    : new Assignee(text, "");
        }
    }

    /** Without a number behind the country, as some have it. */
    private static String withoutDigitsAtEnd(String assignee) {
        int comma = assignee.lastIndexOf(',');
        boolean isNumber =
                comma > 0 && assignee.substring(comma + 1).strip().chars().allMatch(Character::isDigit);
        return isNumber ? assignee.substring(0, comma) : assignee;
    }

    private static void applicants(RowCells cells, FieldValues out) {
        List<Assignee> assignees = names(cells, APPLICANT_OF_COUNTRIES_KEYS).stream()
                .map(Assignee::of)
                .toList();
        List<String> names = names(cells, APPLICANT_KEYS);
        List<String> plain = assignees.stream().map(Assignee::name).toList();
        // Names of the office in its own letters meet no other source.
        boolean isForeign = plain.stream().anyMatch(NameWords::hasEastAsian);
        if (!plain.isEmpty() && (names.isEmpty() || !isForeign || names.size() == plain.size())) {
            List<String> countries = assignees.stream().map(Assignee::country).toList();
            boolean areOthers = isForeign && !names.isEmpty();
            out.put(Field.APPLICANTS, areOthers ? names : plain, Field.APPLICANT_COUNTRIES, countries);
            return;
        }
        String first = Cleaning.line(cells.of(FIRST_APPLICANT_KEY));
        out.put(Field.APPLICANTS, names);
        if (!names.isEmpty() || first.isEmpty()) {
            return;
        }
        List<String> parts = List.of(COMMA.split(withoutDigitsAtEnd(first)));
        // Town and state stand in front of the United States; elsewhere a name goes on with its legal forms only.
        boolean isOfState = parts.size() > ADDRESS
                && parts.get(parts.size() - 1).equals("US")
                && Offices.isCode(parts.get(parts.size() - 2));
        int ends = isOfState ? parts.size() - ADDRESS : 1;
        while (!isOfState && ends < parts.size() && LegalForms.isForm(parts.get(ends))) {
            ends++;
        }
        String country = parts.size() > ends ? Offices.code(parts.get(parts.size() - 1)) : "";
        out.put(Field.APPLICANTS, String.join(", ", parts.subList(0, ends)));
        out.put(Field.APPLICANT_COUNTRIES, country.length() == 2 ? country : "");
    }

    /**
     * A text; several where the words of those between bars are of several languages, or further cells are of others. Within a language,
     * and with {@code joins} beside words that tell none, the bar is a part of the text.
     *
     * @param cells filled ones, the preferred one first; or one that is empty
     */
    private static void texts(List<String> cells, boolean joins, Field field, Field languageField, FieldValues out) {
        String cell = cells.get(0);
        List<String> texts = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        for (String text : (Iterable<String>) LANGUAGES.splitAsStream(cell).distinct()::iterator) {
            String language = Objects.requireNonNullElse(Languages.detect(text), "");
            int last = texts.size() - 1;
            boolean isPart = last >= 0 && (language.isEmpty() ? joins : language.equals(languages.get(last)));
            if (isPart) {
                texts.set(last, texts.get(last) + " | " + text);
            } else {
                texts.add(text);
                languages.add(language);
            }
        }
        for (String further : cells.subList(1, cells.size())) {
            String language = Objects.requireNonNullElse(Languages.detect(further), "");
            if (!language.isEmpty() && !languages.contains(language) && !languages.contains("")) {
                texts.add(further);
                languages.add(language);
            }
        }
        if (languages.stream()
                        .filter(language -> !language.isEmpty())
                        .distinct()
                        .count()
                > 1) {
            out.put(field, texts, languageField, languages);
        } else {
            out.put(field, texts.size() == 1 ? texts.get(0) : cell);
        }
    }

    private static List<String> names(RowCells cells, String[] keys) {
        return (cells.isParted(keys) ? PARTED : LISTS).values(cells.of(keys));
    }
}
