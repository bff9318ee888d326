package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smssev.common.text.Languages;

/** Exports of incoPat, with Chinese column names whose brackets are half or full width. */
final class IncoPat extends ExportLayout {
    private static final Dates DATES = Dates.of("yyyy-MM-dd", "yyyyMMdd", "yyyy.MM.dd", "yyyy/MM/dd", "dd.MM.yyyy");
    private static final ListCells LISTS = new ListCells(Pattern.compile("[;；]|[\\r\\n]+| \\| "), DATES);

    private static final String[] TITLES = {"标题", "标题(小语种原文)", "标题(中文)", "标题(翻译)", "标题(英文)"};
    private static final String[] ABSTRACTS = {"摘要", "摘要(小语种原文)", "摘要(中文)", "摘要(翻译)", "摘要(英文)"};
    /** Where the text as it was filed stands, if that is neither Chinese nor English. */
    private static final int FILED = 1;

    private static final String[] APPLICANT_COUNTRIES = {"申请人国别代码", "申请人国别", "申请人国家/地区"};
    private static final String[] INVENTOR_COUNTRIES = {"发明人国别代码", "发明人国别", "发明人国家/地区"};

    private static final String[] APPLICANTS = {"申请人", "标准化申请人", "申请人(翻译)"};
    private static final String[] INVENTORS = {"发明人", "发明(设计)人", "发明人(翻译)"};

    private static final String NAME = "INCOPAT";

    IncoPat() {
        super(NAME);
        required("公开(公告)号");
        required("IPC", "IPC主分类", "IPC主分类-小组");
        required(
                "IPC主分类",
                "IPC主分类-小组",
                "合享价值度",
                "简单同族",
                "扩展同族",
                "DocDB同族",
                "引证专利",
                "被引证专利",
                "标题(翻译)",
                "标题(小语种原文)",
                "链接到incoPat",
                "摘要(翻译)",
                "摘要(小语种原文)",
                "扩展同族ID",
                "家族引证",
                "优先权信息",
                "当前权利人",
                "标准化当前权利人",
                "标准化申请人",
                "申请人国别代码",
                "公开国别",
                "国民经济分类",
                "专利有效性");
        finished(Field.PUBLICATION_NUMBER, "公开(公告)号");
        finished(Field.OFFICE, "公开国别");
        column(Field.APPLICATION_NUMBER, Cleaning::line, "申请号");
        column(Field.FILING_DATE, DATES::read, "申请日");
        column(Field.PUBLICATION_DATE, DATES::read, "公开(公告)日");
        slashedByOthers(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);
        finished(Field.PRIORITY_DATE, "优先权日", "最早优先权日");
        column(Field.PRIORITY_NUMBERS, LISTS::texts, "优先权号");
        finished(Field.PRIORITY_NUMBERS, "优先权信息");
        column(Field.IPC, LISTS::texts, "IPC", "IPC主分类", "IPC主分类-小组");
        finished(Field.APPLICANTS, APPLICANTS);
        finished(Field.INVENTORS, INVENTORS);
        // The second wins where both are filled: an id of DOCDB is that of other sources, too.
        column(Field.FAMILY_ID, id -> Cleaning.family(NAME, id), "简单同族ID");
        column(Field.FAMILY_ID, Cleaning::family, "DocDB同族ID");
        column(Field.FAMILY_MEMBERS, LISTS::numbers, "简单同族", "DocDB同族");
        column(Field.EXTENDED_FAMILY_ID, id -> Cleaning.family(NAME, id), "扩展同族ID");
        column(Field.EXTENDED_FAMILY_MEMBERS, LISTS::numbers, "扩展同族");
        column(Field.CITED, LISTS::numbers, "引证专利");
        finished(Field.TITLE, TITLES);
        finished(Field.ABSTRACT, ABSTRACTS);
        finished(Field.APPLICANT_COUNTRIES, APPLICANT_COUNTRIES);
        finished(Field.INVENTOR_COUNTRIES, INVENTOR_COUNTRIES);
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.put(Field.OFFICE, Offices.code(cells.of("公开国别")));
        out.number(Cleaning.number(cells.of("公开(公告)号")));
        texts(Stream.of(TITLES).map(cells::of).map(Cleaning::line).toList(), Field.TITLE, Field.TITLE_LANGUAGE, out);
        texts(
                Stream.of(ABSTRACTS).map(cells::of).map(Cleaning::text).toList(),
                Field.ABSTRACT,
                Field.ABSTRACT_LANGUAGE,
                out);
        priorities(cells, out);
        parties(cells, Field.APPLICANTS, APPLICANTS, Field.APPLICANT_COUNTRIES, APPLICANT_COUNTRIES, out);
        parties(cells, Field.INVENTORS, INVENTORS, Field.INVENTOR_COUNTRIES, INVENTOR_COUNTRIES, out);
    }

    private static void priorities(RowCells cells, FieldValues out) {
        List<Cleaning.Dated> told =
                LISTS.values(cells.of("优先权信息")).stream().map(DatedNumber::of).toList();
        out.putIfAbsent(
                Field.PRIORITY_NUMBERS,
                Cleaning.joined(told.stream().map(Cleaning.Dated::number).toList()));
        String dates = Cleaning.joined(told.stream().map(Cleaning.Dated::date).toList());
        int listed = LISTS.values(cells.of("优先权号")).size();
        int numbers = listed == 0 ? told.size() : listed;
        boolean areTold = numbers > 0
                && told.size() == numbers
                && told.stream().noneMatch(priority -> priority.date().isEmpty());
        String first = areTold ? dates : LISTS.dates(cells.of("最早优先权日"));
        out.put(Field.PRIORITY_DATE, LISTS.priorityDates(cells.of("优先权日"), first, numbers));
        out.putIfAbsent(Field.PRIORITY_DATE, dates);
    }

    private static void parties(
            RowCells cells,
            Field nameField,
            String[] nameColumns,
            Field countryField,
            String[] countryColumns,
            FieldValues out) {
        CountriesApart.put(
                nameField,
                LISTS.places(cells.of(nameColumns)),
                countryField,
                LISTS.places(cells.of(countryColumns)),
                out);
    }

    /** Texts of a record, each once. Most columns are of no one language, so they are told by their words. */
    private static void texts(List<String> texts, Field field, Field languageField, FieldValues out) {
        List<String> given = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isEmpty() && !given.contains(text)) {
                String language = Objects.requireNonNullElse(Languages.detect(text), "");
                given.add(text);
                // Han alone may be Japanese, and in a column of neither Chinese nor English it is.
                languages.add(i == FILED && language.equals("zh") ? "ja" : language);
            }
        }
        out.put(field, given, languageField, languages);
    }
}
