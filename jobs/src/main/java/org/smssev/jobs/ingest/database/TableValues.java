package org.smssev.jobs.ingest.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.format.Offices;
import org.smssev.jobs.ingest.number.PublicationFlaw;
import org.smssev.jobs.ingest.number.WholeNumber;

/** Values of PatentsView and PATSTAT in the spelling of fields: pure functions, null for none. */
final class TableValues {
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T].*)?");

    /** Codes of old citations: a country and an X. */
    private static final Pattern COUNTRY_X = Pattern.compile("([A-Z]{2})X");

    private static final Pattern NOT_NUMBER = Pattern.compile("[^0-9A-Za-z]+");
    private static final Pattern VERSION = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2}).*");

    private TableValues() {}

    /** A date as ISO; null for the spellings of no date; text that is no date as it stands. */
    static String date(String raw) {
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        Matcher m = DATE.matcher(text);
        String day = m.matches() ? m.group(1) : text;
        return NoValue.isNoDate(day) ? null : day;
    }

    /** A country of two capital letters; null for anything else, such as {@code --}, {@code 75} or {@code @@}. */
    static String country(String raw) {
        String text = raw == null ? "" : raw.strip();
        String code = text.length() == 2 ? text.toUpperCase(Locale.ROOT) : "";
        return Offices.isCode(code) ? code : null;
    }

    /** A number or name; null for the default values 0 and blank. */
    static String id(String raw) {
        return raw == null || raw.isBlank() || raw.strip().equals("0") ? null : raw.strip();
    }

    /** A publication number of office, serial number and kind; null without a serial number or office. */
    static String publication(String office, String number, String kind) {
        String country = country(office);
        String serial = number == null
                ? ""
                : NOT_NUMBER.matcher(WholeNumber.of(number.strip())).replaceAll("");
        if (country == null || serial.isEmpty() || serial.equals("0")) {
            return null;
        }
        return country + serial + (kind == null ? "" : NOT_NUMBER.matcher(kind).replaceAll(""));
    }

    /** A cited number with its country in front; null where it is none, or that of an application. */
    static String cited(String country, String number) {
        return number != null && PublicationFlaw.isApplication(country, number) ? null : foreign(country, number);
    }

    /**
     * A foreign number that a citation or priority gives beside its country; the number alone where that is none, null
     * without a number.
     */
    static String foreign(String country, String number) {
        String text = number == null ? "" : WholeNumber.of(number.strip());
        if (text.isEmpty()) {
            return null;
        }
        String given = country == null ? "" : country.strip();
        String code = given.length() > Offices.LONGEST ? "" : given.toUpperCase(Locale.ROOT);
        Matcher x = COUNTRY_X.matcher(code);
        String office = x.matches() ? x.group(1) : country(code);
        return office == null || text.regionMatches(true, 0, office, 0, office.length()) ? text : office + text;
    }

    /** First and last name, or what there is of them. */
    static String person(String first, String last) {
        String name = (first == null ? "" : first.strip()) + " " + (last == null ? "" : last.strip());
        return name.isBlank() ? null : name.strip();
    }

    /**
     * A symbol in parts, as PatentsView has it: {@code H, 01, M, 010, 0525} is {@code H01M 10/0525}; null without a section. Numbers
     * may be decimals, as pandas writes them where some are missing.
     */
    static String symbol(String section, String ipcClass, String subclass, String group, String subgroup) {
        if (section == null || section.isBlank()) {
            return null;
        }
        String twoDigits = ipcClass == null ? "" : WholeNumber.of(ipcClass.strip());
        String start = section.strip()
                + (twoDigits.length() == 1 ? "0" + twoDigits : twoDigits)
                + (subclass == null ? "" : subclass.strip());
        if (group == null || group.isBlank()) {
            return start;
        }
        String number = WholeNumber.of(group.strip());
        int zeros = 0;
        while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
            zeros++;
        }
        String main = start + " " + number.substring(zeros);
        return subgroup == null || subgroup.isBlank() ? main : main + "/" + subgroup(subgroup.strip());
    }

    /** A subgroup has two digits; the zero before one of them is lost where it became a decimal. */
    private static String subgroup(String text) {
        String number = WholeNumber.of(text);
        return number.length() == 1 && number.length() < text.length() ? "0" + number : number;
    }

    /**
     * A symbol with version, level, position and value behind it, as DOCDB writes them; the bare symbol where the value is
     * none of I and N.
     *
     * @param version date of the version; may be null or a default value
     * @param level A, C or S; the advanced level where it is none of them, as all codes of today are
     * @param position F or L; may be none
     */
    static String ipc(String symbol, String version, String level, String position, String value) {
        if (symbol == null || symbol.isBlank()) {
            return null;
        }
        // A is what is additional, as in the codes of the XML.
        String given = letter(value, "INA").replace('A', 'N');
        if (given.isEmpty() || symbol.indexOf('/') < 0) {
            return symbol.strip();
        }
        String levelLetter = letter(level, "ACS");
        String attributes = (levelLetter.isEmpty() ? "A" : levelLetter) + letter(position, "FL") + given;
        Matcher m = version == null || date(version) == null ? null : VERSION.matcher(version.strip());
        return m != null && m.matches()
                ? symbol.strip() + "  " + m.group(1) + m.group(2) + m.group(3) + attributes
                : symbol.strip() + attributes;
    }

    private static String letter(String raw, String known) {
        String given = raw == null ? "" : raw.strip();
        String text = given.length() == 1 ? given.toUpperCase(Locale.ROOT) : "";
        return text.length() == 1 && known.contains(text) ? text : "";
    }
}
