package org.smssev.jobs.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.number.ApplicationKind;
import org.smssev.jobs.ingest.number.ApplicationNumber;
import org.smssev.jobs.ingest.number.CountedApplication;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.number.SharedNumber;
import org.smssev.jobs.ingest.number.UsApplication;
import org.smssev.jobs.ingest.number.UtilityModel;
import org.smssev.jobs.ingest.number.WholeNumber;

/**
 * Keys of the application of a record and of those it claims priority from, by which publications of one invention are known. Where
 * a field has as many dates as numbers they belong together, and tell what some numbers leave open: the era or century of their
 * year. Of a source that tells no links at all the {@link SharedNumber} of a publication is the key of its application.
 */
final class ApplicationKeys {
    private static final Map<Field, Field> DATES =
            Map.of(Field.APPLICATION_NUMBER, Field.FILING_DATE, Field.PRIORITY_NUMBERS, Field.PRIORITY_DATE);

    private static final Pattern US_DESIGN = Pattern.compile("US-D\\d+");
    /** A number with a kind letter, and maybe a date behind it. */
    private static final Pattern WITH_KIND =
            Pattern.compile("(?s).*\\d[\\s-]?\\(?[A-Za-z]\\d?\\)?(?:[\\s;]+\\d{4}.*)?");

    private final Map<Field, Writing> writings;
    private final Map<Field, DateReader> dates;
    private final boolean linksByNumber;

    /**
     * Keys of the records of a source.
     *
     * @param writings how each field that the source has writes lists
     * @param dates readers of its fields of dates
     * @param linksByNumber whether the source tells no links
     */
    ApplicationKeys(Map<Field, Writing> writings, Map<Field, DateReader> dates, boolean linksByNumber) {
        this.linksByNumber = linksByNumber;
        this.writings = writings;
        this.dates = dates;
    }

    /**
     * The keys of a record, each once.
     *
     * @param publication number of the record, whose office is that of numbers that name none
     */
    List<String> of(Map<Field, String> cells, PublicationNumber.Parts publication) {
        Set<String> keys = new LinkedHashSet<>();
        for (Field field : RecordNormaliser.APPLICATIONS) {
            each(field, cells, publication).forEach(keys::addAll);
        }
        return List.copyOf(keys);
    }

    /**
     * The keys of each number of a field, in their order: one, and maybe another behind it that its date tells.
     *
     * @param field one of {@link RecordNormaliser#APPLICATIONS}
     */
    List<List<String>> each(Field field, Map<Field, String> cells, PublicationNumber.Parts publication) {
        if (linksByNumber) {
            String shared = field == Field.APPLICATION_NUMBER ? SharedNumber.of(publication) : null;
            return shared == null ? List.of() : List.of(List.of(shared));
        }
        String cell = cells.get(field);
        if (cell == null) {
            return List.of();
        }
        List<List<String>> keys = new ArrayList<>();
        List<String> numbers = CellValues.split(cell, writings.get(field).listSeparator());
        List<String> told = null;
        numbers.replaceAll(number -> WholeNumber.of(number, publication.office()));
        for (int i = 0; i < numbers.size(); i++) {
            boolean isOpen = ApplicationNumber.isOpen(numbers.get(i), publication.office());
            if (isOpen && told == null) {
                told = dates(cells, DATES.get(field));
            }
            boolean isDated = isOpen && told.size() == numbers.size();
            LocalDate date = isDated ? date(DATES.get(field), told.get(i)) : null;
            List<String> own = keys(numbers.get(i), publication, field == Field.APPLICATION_NUMBER, date);
            if (!own.isEmpty()) {
                keys.add(own);
            }
        }
        return keys;
    }

    private static List<String> keys(
            String number, PublicationNumber.Parts publication, boolean isOwn, LocalDate date) {
        String key =
                RecordNormaliser.isNoNumber(number) ? "" : ApplicationNumber.key(number, publication.office(), date);
        if (!PublicationNumber.hasDigit(key)) {
            return List.of();
        }
        String letter = letter(key, publication, isOwn);
        String first = !letter.isEmpty() && isOfAnyKind(number, key) ? key + letter : key;
        String other = key.startsWith("US")
                ? UsApplication.oldKey(key, number, date)
                : CountedApplication.keyOfYear(key, date);
        return other == null ? List.of(first) : List.of(first, other);
    }

    /**
     * The letter that the kind of a publication lends to numbers that have none. What a utility model claims priority from is a patent
     * application more often than one of its own kind.
     */
    private static String letter(String key, PublicationNumber.Parts publication, boolean isOwn) {
        if (isDesign(publication)) {
            return "F";
        }
        boolean isUtilityModel = isOwn
                && publication.office() != null
                && ApplicationKind.isCountedApart(publication.office())
                && key.startsWith(publication.office())
                && UtilityModel.isOne(publication.office(), publication.kind());
        return isUtilityModel ? "U" : "";
    }

    /** Whether a publication is a design, whose applications are so, too, and those that it claims priority from. */
    private static boolean isDesign(PublicationNumber.Parts publication) {
        return publication.kind() == null
                ? US_DESIGN.matcher(publication.canonical()).matches()
                : publication.kind().startsWith("S");
    }

    /** Whether neither a letter nor the digits of a number tell what it is the application of. */
    private static boolean isOfAnyKind(String number, String key) {
        return Character.isDigit(key.charAt(key.length() - 1))
                // Without an office the key may be a single digit.
                && (key.length() < 2 || !ApplicationKind.isToldByDigits(key.substring(0, 2)))
                && !WITH_KIND.matcher(number).matches();
    }

    private List<String> dates(Map<Field, String> cells, Field field) {
        String cell = cells.get(field);
        return cell == null
                ? List.of()
                : CellValues.split(cell, writings.get(field).listSeparator());
    }

    /** A date; null where it is none, for which the record is rejected elsewhere. */
    private LocalDate date(Field field, String text) {
        if (NoValue.isNoDate(text)) {
            return null;
        }
        DateReader reader = dates.get(field);
        try {
            return DateReader.known(field == Field.PRIORITY_DATE ? reader.readPriority(text) : reader.read(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
