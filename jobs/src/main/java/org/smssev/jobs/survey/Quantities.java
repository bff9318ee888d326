package org.smssev.jobs.survey;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units as the texts of controls write them: {@code 1 950 MPa}, {@code 5 x 10 -6/K}, {@code 20 cm 3}. */
final class Quantities {
    private static final Quantities COMMA = new Quantities(true);
    private static final Quantities POINT = new Quantities(false);

    private static final String BASE =
            "(?:Hz|Wh|W|VA|V|A|J|Pa|Nm|Ns|N|bits?|bytes?|[Bb]ps|b|rad|eV|Bq|Ci|Sv|Gy|lm|lx|SPS|FLOPS|"
                    + "m|g|s|T|K|F|H|Ω|ohms?|l|L|C|B)";
    private static final String NAMED =
            "%|‰|per ?cent|ppm|ppb|dB[miWc]?|°\\s?[CF]?|[ºo]C|℃|bar|Torr|min|(?:milli)?lit(?:er|re)s?|(?:nautical"
                    + " )?miles?|hours?|h|"
                    + "(?:milli|micro|[µμ]|nano|pico|femto|centi|kilo|mega|giga)?(?:met(?:er|re)s?|seconds?|curies?|grams?|watts?|volts?|hertz|coulombs?)|n(?=/cm)|neutrons?|micron(?:s)?|degrees?|arc["
                    + " -]seconds?|minutes?|days?|years?|tonnes?|tons?|knots?|inch(?:es)?|feet|rpm|hp|"
                    + "pixels?|words|frames?|lines|WT|米|毫米|微米|纳米|厘米|千米|公里|克|千克|公斤|吨|秒|小时|分钟|度|伏|安|瓦|千瓦|兆瓦|赫兹|兆帕";
    private static final String ATOM = "(?:(?:" + NAMED + "|[fpnµμumcdkMGTP]?" + BASE
            + ")(?![\\p{IsLatin}µμ]|[014-9]|[23]\\d)" + "(?:\\s?[-−^]?[23](?![\\d.,]|\\s\\d)|[²³])?)";
    private static final String UNIT = "/?" + ATOM + "(?:\\s?(?:/|·|\\*|\\bper)\\s?" + ATOM + ")*(?: r\\.?m\\.?s\\b)?";

    private final boolean decimalComma;
    private final Pattern quantity;
    private final Pattern range;

    /**
     * A quantity in a text.
     *
     * @param start where it starts
     * @param end where it ends, behind its unit
     * @param value its value in the unit
     * @param unit its unit without blanks, empty where it has none that is known
     */
    record Quantity(int start, int end, double value, String unit) {}

    /** Two quantities that are the ends of a range; a unit that stands with the upper one only is that of both. */
    record Range(int start, int end, Quantity from, Quantity to) {}

    private Quantities(boolean decimalComma) {
        this.decimalComma = decimalComma;
        String thousands = decimalComma ? " " : "[ ,]";
        String decimals = decimalComma ? "(?:,\\d+)?" : "(?:\\.\\d+)?";
        // A point marks decimals in lists of the comma, too.
        String plain = decimalComma ? "\\d+(?:[.,]\\d+)?" : "\\d+(?:\\.\\d+)?";
        String number = "(?:(?<=[\\s(±])[-−–]\\s?)?(?:\\d{1,3}(?:" + thousands + "\\d{3})+(?!\\d)" + decimals + "|"
                + plain + ")(?:\\s?[x×]\\s?10(?:\\^|\\s)?(?:[-−–]\\s?)?\\d{1,2}(?!\\d))?";
        // Behind a unit that is not known, as in foo/mm 2, the digit is its exponent.
        String start = "(?<![\\p{IsLatin}\\d.,/_-])(?<!/[a-zµμ]{1,3}\\s(?=[23](?!\\d)))";
        String end = "(?![\\d]|[.,]\\d)";
        String one = "(" + number + ")" + end + "(?:[\\s-]?(" + UNIT + "))?(?![\\p{IsLatin}])";
        this.quantity = Pattern.compile(start + one);
        this.range = Pattern.compile("(?:\\b(?:between|from)\\s)?" + start + one
                + "(?:\\s\\([^)]{0,40}\\))?\\s?(?:\\band\\b|(?:\\bup\\s)?\\bto\\b|至|到|[~～])\\s?" + one);
    }

    /** The form of numbers of a list. */
    static Quantities written(boolean decimalComma) {
        return decimalComma ? COMMA : POINT;
    }

    /** The next quantity from a place on; null where there is none. */
    Quantity next(String text, int from) {
        Matcher matcher = quantity.matcher(text);
        int at = from;
        while (matcher.find(at)) {
            // An exponent that got lost in the source, "5 x 10 ;", leaves no value.
            if (!text.startsWith("x 10", matcher.end() + 1) && !text.startsWith("x 10", matcher.end())) {
                return read(matcher, 1, null);
            }
            at = Math.min(text.length(), matcher.end() + "x 10".length() + 1);
        }
        return null;
    }

    /** The next range from a place on; null where there is none. */
    Range range(String text, int from) {
        Matcher matcher = range.matcher(text);
        int at = from;
        while (matcher.find(at)) {
            boolean and = text.substring(matcher.end(1), matcher.start(3)).contains("and");
            boolean between = text.startsWith("between", matcher.start());
            Quantity to = read(matcher, 3, null);
            if (and == between && (between || !to.unit().isEmpty())) {
                return new Range(matcher.start(), matcher.end(), read(matcher, 1, to.unit()), to);
            }
            at = Math.max(matcher.end(1), matcher.start() + 1);
        }
        return null;
    }

    private Quantity read(Matcher matcher, int group, String inherited) {
        String unit = matcher.group(group + 1);
        int end = unit == null ? matcher.end(group) : matcher.end(group + 1);
        String written = unit == null ? inherited : plain(unit);
        return new Quantity(matcher.start(group), end, value(matcher.group(group)), written == null ? "" : written);
    }

    private static String plain(String unit) {
        String bare = unit.replace('μ', 'µ').replace('−', '-').replaceAll("\\bper ?cent\\b", "%");
        bare = bare.replaceAll("\\s?\\bper\\b\\s?", "/").replaceAll("^[ºo]C$|^℃$|^°\\s?C$", "°C");
        return bare.replaceAll("\\s", "");
    }

    private double value(String written) {
        String[] parts = written.split("\\s?[x×]\\s?10", 2);
        double value = Double.parseDouble(number(parts[0]));
        if (parts.length < 2) {
            return value;
        }
        return BigDecimal.valueOf(value)
                .scaleByPowerOfTen(Integer.parseInt(number(parts[1]).replace("^", "")))
                .doubleValue();
    }

    private String number(String written) {
        String bare = written.replaceAll("[\\s]", "").replace('−', '-').replace('–', '-');
        return decimalComma ? bare.replace(',', '.') : bare.replace(",", "");
    }
}
