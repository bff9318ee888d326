package org.smssev.jobs.evaluate;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the text of a cell means; digits and signs of full width are read as those of half width. */
final class Answers {
    private static final List<String> YES = List.of("yes", "y", "true", "1", "是", "有", "yes 是");
    private static final List<String> NO =
            List.of("", "no", "n", "none", "n/a", "-", "false", "0", "否", "无", "没有", "no 否");

    private Answers() {}

    /** A number of a few plain digits: neither 1e999999999, which would fill the memory, nor NaN, nor 0x1p3. */
    static Optional<BigDecimal> number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return plain.matches("[+-]?\\d{1,15}(\\.\\d{0,20})?|[+-]?\\.\\d{1,20}")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    /** A whole number within limits; empty for all else, null included. */
    static Optional<Integer> whole(String text, int least, int most) {
        return Optional.ofNullable(text)
                .flatMap(Answers::number)
                .filter(number -> number.stripTrailingZeros().scale() <= 0
                        && number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** Yes or no, no where the cell is empty; empty for all else. */
    static Optional<Boolean> yes(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
