package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A priority as PATENTSCOPE lists it. The layout of 2015 has all of a record in one bracket, {@code [62/313,664 25.03.2016 US, 15/469,468
 * 24.03.2017 US]}, those of some international publications with the country and the date in front, {@code [CN 20160722
 * 201610584779.5]}; that of 2025 has no brackets, and semicolons between.
 *
 * @param number with the country in front; empty if none is given
 * @param date ISO date; empty if none is given
 */
record PatentscopePriority(String number, String date) {
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)\\]");
    /** Numbers hold commas, too, so that only one behind a country or a date, or before both, parts priorities. */
    private static final Pattern COMMA = Pattern.compile(
            "(?<=\\s(?:[A-Z]{2}|\\d{2}\\.\\d{2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]{1,12}Z)?))\\s?,"
                    + "|,(?=\\s?[A-Z]{2}\\s\\d{8}\\s)");

    private static final Pattern LISTED = Pattern.compile(" , ");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T.*)?|(\\d{2}\\.\\d{2}\\.\\d{4})");
    /** Not so the digits of 19/051,212 and 60/581,223 of the United States. */
    private static final Pattern DIGITS_OF_DATE = Pattern.compile("(?:19[5-9]\\d|20\\d\\d)\\d{4}");
    /** An international application with its receiving office: {@code US06060850}, {@code EP2006/000659}. */
    private static final Pattern INTERNATIONAL = Pattern.compile("([A-Z]{2})((?:19|20)\\d\\d|\\d\\d)/?(\\d{5,6})");

    private static final int SERIAL_DIGITS = 6;
    /** The first year of international applications, of two digits. */
    private static final String FIRST_YEAR = "78";

    /** The priorities of a cell of one line, in their order. */
    static List<PatentscopePriority> of(String cell) {
        List<PatentscopePriority> priorities = new ArrayList<>();
        Matcher bracket = BRACKET.matcher(cell);
        boolean hasBracket = false;
        while (bracket.find()) {
            hasBracket = true;
            addAll(bracket.group(1), priorities);
        }
        if (!hasBracket) {
            addAll(cell, priorities);
        }
        return priorities;
    }

    private static void addAll(String list, List<PatentscopePriority> priorities) {
        SEMICOLON.splitAsStream(list).flatMap(COMMA::splitAsStream).forEach(entry -> add(entry, priorities));
    }

    private static void add(String entry, List<PatentscopePriority> priorities) {
        // Before the last comma: further spellings of it, and what it claims priority from itself, without dates or
        // countries.
        List<String> parts = LISTED.splitAsStream(entry).map(String::strip).toList();
        for (int i = 0; i < parts.size(); i++) {
            List<String> words = new ArrayList<>(Arrays.asList(parts.get(i).split("\\s+", -1)));
            boolean isOne = i == parts.size() - 1
                    || words.stream().anyMatch(word -> DATE.matcher(word).matches());
            if (isOne && !parts.get(i).isEmpty()) {
                priorities.add(of(words));
            }
        }
    }

    private static PatentscopePriority of(List<String> words) {
        int last = words.size() - 1;
        if (Offices.isCode(words.get(last))) {
            String country = words.remove(last);
            String date = dateOf(words, country);
            return new PatentscopePriority(number(country, words), date);
        }
        boolean isDated = words.stream().anyMatch(word -> DATE.matcher(word).matches());
        boolean isInFront =
                words.size() > 1 && Offices.isCode(words.get(0)) && isDigitsOfDate(words.get(1)) && !isDated;
        if (isInFront && (words.size() > 2 || isDateAlone(words.get(0)))) {
            return new PatentscopePriority(
                    number(words.get(0), words.subList(2, words.size())), Dates.iso(words.get(1)));
        }
        String date = dateOf(words, "");
        return new PatentscopePriority(number("", words), date);
    }

    private static boolean isDigitsOfDate(String word) {
        return DIGITS_OF_DATE.matcher(word).matches() && !Dates.iso(word).equals(word);
    }

    /**
     * Whether digits of a date are one where no number stands beside them. Numbers of Norway, the EPO and others have eight digits
     * that start with the year; those of China have twelve, or two of the year.
     */
    private static boolean isDateAlone(String country) {
        return country.isEmpty() || country.equals("CN");
    }

    /** Takes the date out of some words. */
    private static String dateOf(List<String> words, String country) {
        for (int i = words.size() - 1; i >= 0; i--) {
            Matcher date = DATE.matcher(words.get(i));
            if (date.matches()) {
                words.remove(i);
                return Patentscope.DATES.read(date.group(1) == null ? date.group(2) : date.group(1));
            }
        }
        boolean isDate = words.size() == 1 && isDateAlone(country) && isDigitsOfDate(words.get(0));
        return isDate ? Dates.iso(words.remove(0)) : "";
    }

    private static String number(String country, List<String> words) {
        String joined = String.join("", words);
        // In brackets behind it stands the same application in other words.
        int aside = joined.endsWith(")") ? joined.lastIndexOf('(') : -1;
        String number = aside < 0 ? joined : joined.substring(0, aside);
        if (number.chars().noneMatch(Character::isDigit)) {
            return "";
        }
        Matcher international = INTERNATIONAL.matcher(number);
        if (country.equals("WO") && international.matches()) {
            return "PCT/" + international.group(1) + year(international.group(2)) + "/"
                    + "0".repeat(SERIAL_DIGITS - international.group(3).length()) + international.group(3);
        }
        // Letters in front may be those of a right or a province: MU8502556-9 of BR, MI2013A001416 of IT.
        return startsWith(number, country) || startsWith(number, "PCT") ? number : country + number;
    }

    private static boolean startsWith(String number, String capitals) {
        return number.regionMatches(true, 0, capitals, 0, capitals.length());
    }

    private static String year(String given) {
        return given.length() > 2 ? given : (given.compareTo(FIRST_YEAR) >= 0 ? "19" : "20") + given;
    }
}
