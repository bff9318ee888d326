package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.FourDigitYears;

/** Exports of PatSnap, with Chinese or English column names. Counts of family members are no members and are not read. */
final class PatSnap extends ExportLayout {
    private static final Dates DATES = Dates.of("yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "dd.MM.yyyy");
    private static final ListCells LISTS = new ListCells(Pattern.compile("\\||[\\r\\n]+"), DATES);
    /** As people and other tools rewrite them. */
    private static final ListCells REWRITTEN = new ListCells(Pattern.compile("[;；]|[\\r\\n]+"), DATES);

    /** Numbers and dates have no semicolons in them. */
    private static final ListCells NUMBERS = new ListCells(Pattern.compile("[|;；]|[\\r\\n]+"), DATES);

    private static final String[] APPLICANTS = {
        "原始申请(专利权)人",
        "Original Assignee",
        "Original Assignee (Applicant)",
        "申请(专利权)人",
        "申请人",
        "Applicant",
        "[标]原始申请(专利权)人",
        "[ST]Original Assignee",
        "Std. Original Assignee (Applicant)",
        "Standardized Original Assignee (Applicant)",
        "Assignee"
    };
    private static final String[] OWNERS = {
        "当前申请(专利权)人",
        "Current Assignee",
        "[标]当前申请(专利权)人",
        "[ST]Current Assignee",
        "Std. Current Assignee",
        "Standardized Current Assignee"
    };
    private static final String[] APPLICANT_COUNTRIES = {
        "原始申请(专利权)人区域", "原始申请(专利权)人国家", "原始申请(专利权)人国家/地区", "Original Assignee Region"
    };
    private static final String[] OWNER_COUNTRIES = {
        "当前申请(专利权)人区域", "当前申请(专利权)人国家", "当前申请(专利权)人国家/地区", "Current Assignee Region"
    };
    private static final String[] INVENTORS = {"发明人", "[标]发明人", "Inventor", "Inventors", "Inventor(s)", "Inventor Name"
    };
    private static final String[] APPLICANT_KEYS = keys(APPLICANTS);
    private static final String[] OWNER_KEYS = keys(OWNERS);
    private static final String[] APPLICANT_COUNTRY_KEYS = keys(APPLICANT_COUNTRIES);
    private static final String[] OWNER_COUNTRY_KEYS = keys(OWNER_COUNTRIES);
    private static final String[] INVENTOR_KEYS = keys(INVENTORS);

    private static final String[] OFFICES = {
        "受理局", "Authority", "Receiving Office", "Patent Office", "Authority / Jurisdiction / Country"
    };
    private static final String[] OFFICE_KEYS = keys(OFFICES);

    private static final String[] ORIGINAL_TITLE = {"标题", "标题(原文)", "title", "title(original)"};
    private static final String[] CHINESE_TITLE = {
        "标题(译)(简体中文)", "标题(简体中文)", "title(translated)(chinese)", "title(translated)(simplified chinese)"
    };
    private static final String[] ENGLISH_TITLE = {
        "标题(译)(english)", "标题(english)", "title(translated)(english)", "title(english)"
    };
    private static final String[] ORIGINAL_ABSTRACT = {"摘要", "摘要(原文)", "abstract", "abstract(original)"};
    private static final String[] CHINESE_ABSTRACT = {
        "摘要(译)(简体中文)", "摘要(简体中文)", "abstract(translated)(chinese)", "abstract(translated)(simplified chinese)"
    };
    private static final String[] ENGLISH_ABSTRACT = {
        "摘要(译)(english)", "摘要(english)", "abstract(translated)(english)", "abstract(english)"
    };

    private static final List<String> TITLES_OF_CNIPA = List.of("发明名称", "专利名称");

    private static final String NAME = "PATSNAP";

    PatSnap() {
        super(NAME);
        required("公开(公告)号", "Publication Number", "Publication No.");
        required(
                "IPC分类号",
                "受理局",
                "[标]当前申请(专利权)人",
                "[标]原始申请(专利权)人",
                "当前申请(专利权)人",
                "原始申请(专利权)人",
                "IPC主分类号",
                "IPC主分类号(小组)",
                "IPC主分类号(大组)",
                "简单法律状态",
                "引用专利",
                "被引用专利",
                "PatSnap同族",
                "INPADOC同族",
                "标题(译)(简体中文)",
                "标题(译)(English)",
                "[ST]Current Assignee",
                "[ST]Original Assignee",
                "Std. Current Assignee",
                "Std. Original Assignee (Applicant)",
                "Standardized Current Assignee",
                "Original Assignee (Applicant)",
                "Authority / Jurisdiction / Country",
                "Title (Translated)(English)",
                "Legal Status/Event",
                "法律状态/事件",
                "IPC Main Classification",
                "Receiving Office",
                "Authority",
                "Simple Family",
                "INPADOC Family",
                "PatSnap Family",
                "Simple Legal Status");
        finished(Field.PUBLICATION_NUMBER, "公开(公告)号", "Publication Number", "Publication No.");
        finished(Field.OFFICE, OFFICES);
        column(Field.APPLICATION_NUMBER, Cleaning::line, "申请号", "Application Number", "Application No.");
        column(Field.FILING_DATE, DATES::read, "申请日", "Application Date", "Filing Date");
        column(Field.PUBLICATION_DATE, DATES::read, "公开(公告)日", "Publication Date");
        slashedByOthers(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);
        finished(Field.PRIORITY_DATE, "优先权日", "Priority Date", "最早优先权日", "Earliest Priority Date");
        column(Field.PRIORITY_NUMBERS, NUMBERS::texts, "优先权号", "优先权", "Priority Number", "Priority No.");
        column(
                Field.IPC,
                LISTS::texts,
                "IPC分类号",
                "IPC",
                "IPC Classification",
                "IPC主分类号",
                "IPC Main Classification",
                "Main IPC",
                "IPC主分类号(小组)",
                "IPC主分类号(大组)");
        finished(Field.APPLICANTS, APPLICANTS);
        finished(Field.APPLICANTS, OWNERS);
        finished(Field.APPLICANT_COUNTRIES, APPLICANT_COUNTRIES);
        finished(Field.APPLICANT_COUNTRIES, OWNER_COUNTRIES);
        finished(Field.INVENTORS, INVENTORS);
        parties(Field.APPLICANTS, Field.INVENTORS);
        // The second wins where both are filled: an id of DOCDB is that of other sources, too.
        column(Field.FAMILY_ID, id -> Cleaning.family(NAME, id), "简单同族ID", "简单同族编号", "Simple Family ID");
        column(Field.FAMILY_ID, Cleaning::family, "DOCDB同族ID", "DOCDB同族编号", "DOCDB Family ID");
        column(
                Field.FAMILY_MEMBERS,
                PatSnap::numbers,
                "简单同族",
                "简单同族专利",
                "DOCDB同族",
                "Simple Family",
                "Simple Family Members");
        column(
                Field.EXTENDED_FAMILY_MEMBERS,
                PatSnap::numbers,
                "INPADOC同族",
                "INPADOC同族专利",
                "INPADOC Family",
                "INPADOC Family Members");
        column(Field.CITED, PatSnap::numbers, "引用专利", "Cited Patents", "Cites Patents");
        ignored(
                "序号",
                "法律状态/事件",
                "非专利引用文献数量",
                "被引用专利数量",
                "引用专利数量",
                "发明人数量",
                "优先权国家/地区",
                "简单同族专利申请数量",
                "INPADOC同族专利申请数量",
                "专利类型",
                "SEP信息",
                "UPC分类号",
                "Legal Status/Event");
        List.of(ORIGINAL_TITLE, CHINESE_TITLE, ENGLISH_TITLE).forEach(names -> finished(Field.TITLE, names));
        List.of(ORIGINAL_ABSTRACT, CHINESE_ABSTRACT, ENGLISH_ABSTRACT)
                .forEach(names -> finished(Field.ABSTRACT, names));
    }

    /** Not lists of the CNIPA's own search, which have some of these columns, and semicolons in their lists. */
    @Override
    boolean binds(Map<String, Integer> positions) {
        return super.binds(positions) && TITLES_OF_CNIPA.stream().noneMatch(positions::containsKey);
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.put(Field.OFFICE, Offices.code(cells.of(OFFICE_KEYS)));
        out.number(FourDigitYears.ofPatSnap(
                Cleaning.number(cells.of("公开(公告)号", "publication number", "publication no."))));
        int numbers = NUMBERS.values(cells.of("优先权号", "优先权", "priority number", "priority no."))
                .size();
        String each = cells.of("优先权日", "priority date");
        out.put(
                Field.PRIORITY_DATE,
                NUMBERS.priorityDates(each, NUMBERS.dates(cells.of("最早优先权日", "earliest priority date")), numbers));
        applicants(cells, out);
        out.put(Field.INVENTORS, lists(cells, INVENTOR_KEYS).values(cells.of(INVENTOR_KEYS)));
        texts(
                List.of(
                        Cleaning.line(cells.of(ORIGINAL_TITLE)),
                        Cleaning.line(cells.of(CHINESE_TITLE)),
                        Cleaning.line(cells.of(ENGLISH_TITLE))),
                Field.TITLE,
                Field.TITLE_LANGUAGE,
                out);
        texts(
                List.of(
                        Cleaning.text(cells.of(ORIGINAL_ABSTRACT)),
                        Cleaning.text(cells.of(CHINESE_ABSTRACT)),
                        Cleaning.text(cells.of(ENGLISH_ABSTRACT))),
                Field.ABSTRACT,
                Field.ABSTRACT_LANGUAGE,
                out);
    }

    private static String numbers(String cell) {
        return NUMBERS.numbers(cell, FourDigitYears::ofPatSnap);
    }

    /** How names are parted: a semicolon is a part of one where bars or line breaks part the cell, or the column. */
    private static ListCells lists(RowCells cells, String[] keys) {
        boolean isParted = cells.of(keys).indexOf('|') >= 0 || cells.isParted(keys);
        return isParted ? LISTS : REWRITTEN;
    }

    /** Those who applied, else those who own the patent now, each with countries that are told of them and not of the others. */
    private static void applicants(RowCells cells, FieldValues out) {
        String owners = cells.of(OWNER_KEYS);
        boolean areOwners = cells.of(APPLICANT_KEYS).isEmpty();
        String[] keys = areOwners ? OWNER_KEYS : APPLICANT_KEYS;
        String names = cells.of(keys);
        String told = cells.of(areOwners ? OWNER_COUNTRY_KEYS : APPLICANT_COUNTRY_KEYS);
        String countries = told.isEmpty() && names.equals(owners) ? cells.of(OWNER_COUNTRY_KEYS) : told;
        CountriesApart.put(
                Field.APPLICANTS,
                lists(cells, keys).places(names),
                Field.APPLICANT_COUNTRIES,
                NUMBERS.places(countries),
                out);
    }

    /** Text as it was filed, in Chinese and in English; where the first repeats another it has that one's language. */
    private static void texts(List<String> texts, Field field, Field languageField, FieldValues out) {
        List<String> languages = List.of("", "zh", "en");
        List<String> given = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            boolean repeated = i == 0 && texts.lastIndexOf(texts.get(0)) > 0;
            if (!texts.get(i).isEmpty() && !repeated) {
                given.add(texts.get(i));
                codes.add(languages.get(i));
            }
        }
        out.put(field, given, languageField, codes);
    }
}
