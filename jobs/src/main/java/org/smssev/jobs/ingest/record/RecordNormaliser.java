package org.smssev.jobs.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smssev.common.ipc.IpcCodes;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.text.Languages;
import org.smssev.jobs.ingest.format.FamilyId;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.name.ApplicantNames;
import org.smssev.jobs.ingest.number.Ascii;
import org.smssev.jobs.ingest.number.PublicationFlaw;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.number.RoundedNumber;
import org.smssev.jobs.ingest.number.WholeNumber;

/** Brings the raw fields of a record to canonical form, or says why it is rejected. Not for several threads. */
public final class RecordNormaliser {
    /** Longest text of a code whose status is remembered; longer ones hold a date and hardly repeat. */
    private static final int REMEMBERED = 20;

    /** What a code may be by the inventory. */
    public static final List<IpcInventory.Status> STATUSES = List.of(IpcInventory.Status.values());

    /** Fields by which publications of one invention are known. */
    public static final List<Field> APPLICATIONS = List.of(Field.APPLICATION_NUMBER, Field.PRIORITY_NUMBERS);

    /** Fields by which a record is taken or rejected. */
    public static final Set<Field> DECIDING = Collections.unmodifiableSet(EnumSet.of(
            Field.PUBLICATION_NUMBER,
            Field.OFFICE,
            Field.KIND,
            Field.PRIORITY_DATE,
            Field.FILING_DATE,
            Field.PUBLICATION_DATE,
            Field.WITHDRAWN));

    private static final int LONGEST_CODE = 200;
    private static final Set<String> TRUE = Set.of("1", "1.0", "TRUE", "YES", "Y", "T", "X");
    private static final Set<String> FALSE = Set.of("0", "0.0", "FALSE", "NO", "N", "F");
    /** In capitals, what usually stands where nothing is marked as withdrawn. */
    public static final List<String> NO_MARKS =
            Stream.concat(FALSE.stream(), Stream.of("")).sorted().toList();

    /** Level, position and value, after the version date or glued to the subgroup; no level behind a version in brackets. */
    private static final Pattern IPC_ATTRIBUTES = Pattern.compile(
            "(?:(?:\\s\\d{8}|/\\d{2,6})[ACS]|[)\\]）]\\s?[ACS]?|:\\s{0,3}[ACS]?)([FL ]?)([IN])(?![A-Za-z])");

    private final String release;
    private final String source;
    private final Map<Field, Writing> texts;
    private final Map<Field, DateReader> dates = new EnumMap<>(Field.class);
    private final ApplicationKeys applications;
    private final NormaliserSetup setup;
    /** Place of the status of a text among IPC codes. */
    private final Map<String, Integer> statusPlaces = new HashMap<>();

    private final PartyLists parties;
    private int malformed;
    private TitleLanguage language;
    private long[] statuses;

    /**
     * What became of a record.
     *
     * @param patent the publication, without its hash, withdrawn if the record only marks a withdrawal; null if rejected
     * @param detectsLanguage {@link TitleLanguage#isDetected} of it
     * @param malformedIpc IPC codes that were dropped as they are none
     * @param ipcStatuses codes by their status, in the order of {@link #STATUSES}; null without an inventory
     * @param unknownCountry {@link PartyLists#unknownCountry} of the record
     * @param reason reason code of a rejection; null if taken
     * @param detail what was seen, in words
     * @param number the publication that a rejected record is of; null where that cannot be told, and if taken
     */
    public record Normalised(
            Patent patent,
            boolean detectsLanguage,
            int malformedIpc,
            long[] ipcStatuses,
            String unknownCountry,
            String reason,
            String detail,
            String number) {
        public static Normalised rejected(String reason, String detail, String number) {
            return new Normalised(null, false, 0, null, null, reason, detail, number);
        }
    }

    /** A record that cannot be taken. */
    private static final class Rejection extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Rejection(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }
    }

    /**
     * A normaliser of one source.
     *
     * @param texts for each field that the source has, how its column writes lists and dates
     * @param linksByNumber whether the source tells neither families nor applications nor priorities
     */
    public RecordNormaliser(
            String release, String source, Map<Field, Writing> texts, boolean linksByNumber, NormaliserSetup setup) {
        this.release = release;
        this.source = source;
        this.texts = new EnumMap<>(texts);
        this.applications = new ApplicationKeys(this.texts, dates, linksByNumber);
        this.setup = setup;
        this.parties = new PartyLists(new ApplicantNames(setup.thesaurus()));
        texts.forEach((field, text) -> dates.put(field, new DateReader(text.datePattern())));
    }

    /** Normalises a record, given as cells by field; cells may be null, and fields absent. */
    public Normalised normalise(Map<Field, String> cells) {
        malformed = 0;
        parties.start();
        statuses = setup.inventory() == null ? null : new long[STATUSES.size()];
        try {
            return new Normalised(
                    patent(cells),
                    language.isDetected(),
                    malformed,
                    statuses,
                    parties.unknownCountry(),
                    null,
                    null,
                    null);
        } catch (Rejection e) {
            PublicationNumber.Parts of = number(cells);
            boolean isKnown =
                    of != null && PublicationFlaw.of(CellValues.first(cells, Field.PUBLICATION_NUMBER), of) == null;
            return Normalised.rejected(e.reason, e.getMessage(), isKnown ? of.canonical() : null);
        }
    }

    /**
     * Whether a record is taken or rejected, in a small part of the time: of one that is taken only the {@linkplain #DECIDING
     * fields that decide} are looked at, and given.
     */
    public Normalised decide(Map<Field, String> cells) {
        Map<Field, String> deciding = new EnumMap<>(Field.class);
        DECIDING.stream().filter(cells::containsKey).forEach(field -> deciding.put(field, cells.get(field)));
        return normalise(deciding);
    }

    /** Whether a record names its family; else what other records say may tell it. */
    public boolean namesFamily(Map<Field, String> cells) {
        return family(cells) != null;
    }

    /** Whether a number of a record that would link it is one that a spreadsheet program rounded. */
    public boolean hasRounded(Map<Field, String> cells) {
        return CellValues.hasRounded(cells, texts);
    }

    private String family(Map<Field, String> cells) {
        return family(cells, setup.extendedFamilies() ? Field.EXTENDED_FAMILY_ID : Field.FAMILY_ID);
    }

    /** The family that a field names; null if none, as 0 and -1 stand for in databases. */
    public static String family(Map<Field, String> cells, Field named) {
        String name = CellValues.first(cells, named);
        return name == null || FamilyId.isNone(name) ? null : WholeNumber.of(name);
    }

    private static boolean isWithdrawal(Map<Field, String> cells) throws Rejection {
        String cell = cells.get(Field.WITHDRAWN);
        boolean isWithdrawal = false;
        for (String mark : cell == null ? List.<String>of() : CellValues.split(cell, "")) {
            String said = NoValue.isOne(mark) ? "0" : capitals(mark);
            if (!TRUE.contains(said) && !FALSE.contains(said)) {
                throw new Rejection(
                        "BAD_MARK",
                        "withdrawn '" + mark
                                + "' is neither yes (1, true, yes, y, x) nor no (0, false, no, n, or nothing)");
            }
            isWithdrawal |= TRUE.contains(said);
        }
        return isWithdrawal;
    }

    private Patent patent(Map<Field, String> cells) throws Rejection {
        PublicationNumber.Parts parts = number(cells);
        if (parts == null) {
            throw new Rejection("NO_PUBLICATION_NUMBER", "the record has no publication number");
        }
        String flaw = PublicationFlaw.of(CellValues.first(cells, Field.PUBLICATION_NUMBER), parts);
        if (flaw != null) {
            throw new Rejection("BAD_NUMBER", flaw);
        }
        String family = family(cells);
        if (family == null) {
            family = setup.families().getOrDefault(parts.canonical(), parts.canonical());
        }
        Languages.Chosen title = text(cells, Field.TITLE, Field.TITLE_LANGUAGE);
        Languages.Chosen summary = text(cells, Field.ABSTRACT, Field.ABSTRACT_LANGUAGE);
        language = TitleLanguage.of(CellValues.first(cells, Field.LANGUAGE), title);
        return new Patent(
                parts.canonical(),
                parts.office(),
                parts.kind(),
                family,
                priority(cells),
                date(cells, Field.FILING_DATE),
                date(cells, Field.PUBLICATION_DATE),
                parties.applicants(list(cells, Field.APPLICANTS), list(cells, Field.APPLICANT_COUNTRIES)),
                parties.inventors(list(cells, Field.INVENTORS), list(cells, Field.INVENTOR_COUNTRIES)),
                ipc(cells),
                numbers(list(cells, Field.CITED)),
                // In whatever order a record names them, it says the same.
                applications(cells, parts).stream().sorted().toList(),
                language.code(),
                release,
                release,
                List.of(source),
                isWithdrawal(cells),
                "",
                title == null ? null : title.text(),
                summary == null ? null : summary.text(),
                null);
    }

    /** The text to display of those in several languages; where languages do not stand beside them, all of it. */
    private Languages.Chosen text(Map<Field, String> cells, Field field, Field languageField) {
        if (cells.get(languageField) == null) {
            String text = CellValues.join(cells.get(field));
            return text == null ? null : new Languages.Chosen(text, null, false);
        }
        return Languages.choose(
                values(cells.getOrDefault(field, "")), values(cells.get(languageField)), setup.languages());
    }

    /** The values of a cell, empty where they stand for nothing. */
    private static List<String> values(String cell) {
        List<String> values = new ArrayList<>();
        for (String value : CellValues.split(cell, "")) {
            values.add(NoValue.isOne(value) ? "" : value);
        }
        return values;
    }

    /** The publication number of a record; null if it has none. */
    public static PublicationNumber.Parts number(Map<Field, String> cells) {
        String number = CellValues.first(cells, Field.PUBLICATION_NUMBER);
        String kind = CellValues.first(cells, Field.KIND);
        return number == null
                ? null
                : PublicationNumber.parse(
                        number,
                        Countries.office(CellValues.first(cells, Field.OFFICE)),
                        kind == null ? null : capitals(kind));
    }

    /** A code in capitals; longer text is none, and stays: capitals of many ß would take the square of its length. */
    private static String capitals(String code) {
        return code.length() > LONGEST_CODE ? code : code.toUpperCase(Locale.ROOT);
    }

    private LocalDate date(Map<Field, String> cells, Field field) throws Rejection {
        String text = CellValues.first(cells, field);
        if (NoValue.isNoDate(text)) {
            return null;
        }
        try {
            return DateReader.known(dates.get(field).read(CellValues.once(text)));
        } catch (DateTimeException e) {
            throw badDate(field, text, e);
        }
    }

    private LocalDate priority(Map<Field, String> cells) throws Rejection {
        LocalDate earliest = null;
        for (String text : list(cells, Field.PRIORITY_DATE)) {
            try {
                LocalDate date = NoValue.isNoDate(text)
                        ? null
                        : DateReader.known(dates.get(Field.PRIORITY_DATE).readPriority(text));
                earliest = date != null && (earliest == null || date.isBefore(earliest)) ? date : earliest;
            } catch (DateTimeException e) {
                throw badDate(Field.PRIORITY_DATE, text, e);
            }
        }
        return earliest;
    }

    private Rejection badDate(Field field, String text, DateTimeException e) {
        Writing writing = texts.get(field);
        // Layouts have patterns of their own, which are read by then.
        String pattern = writing.equals(Writing.CANONICAL) ? null : writing.datePattern();
        return new Rejection("BAD_DATE", DateProblem.of(field, text, pattern, e));
    }

    private List<IpcCode> ipc(Map<Field, String> cells) {
        Map<String, IpcCode> found = new LinkedHashMap<>();
        for (String value : list(cells, Field.IPC)) {
            if (!NoValue.isOne(value)) {
                IpcCodes.split(value).forEach(text -> ipc(text, found));
            }
        }
        return List.copyOf(found.values());
    }

    private void ipc(String text, Map<String, IpcCode> found) {
        if (statuses != null) {
            boolean mayRepeat = text.length() <= REMEMBERED;
            statuses[mayRepeat ? statusPlaces.computeIfAbsent(text, this::status) : status(text)]++;
        }
        String symbol = symbol(text);
        if (symbol == null) {
            malformed++;
        } else if (!found.containsKey(symbol)) {
            found.put(symbol, code(symbol, text));
        }
    }

    /** Where a slash is missing the inventory tells more than the text. */
    private String symbol(String text) {
        return setup.inventory() == null || text.indexOf('/') >= 0
                ? IpcSymbol.canonical(text)
                : setup.inventory().symbol(text).map(IpcSymbol::canonical).orElse(null);
    }

    private int status(String text) {
        return STATUSES.indexOf(setup.inventory().status(text));
    }

    private static IpcCode code(String symbol, String text) {
        char end = text.charAt(text.length() - 1);
        if (text.length() < 20 && Ascii.isDigit(end)) {
            return new IpcCode(symbol, null, null);
        }
        Matcher m = IPC_ATTRIBUTES.matcher(text);
        if (!m.find()) {
            return new IpcCode(symbol, null, null);
        }
        return new IpcCode(
                symbol, m.group(1).isBlank() ? null : m.group(1), m.group(2).equals("I") ? "I" : "A");
    }

    /** {@link ApplicationKeys#of} the records of the source. */
    public List<String> applications(Map<Field, String> cells, PublicationNumber.Parts publication) {
        return applications.of(cells, publication);
    }

    /** {@link ApplicationKeys#each} of the records of the source. */
    public List<List<String>> applications(Field field, Map<Field, String> cells, PublicationNumber.Parts publication) {
        return applications.each(field, cells, publication);
    }

    /** Canonical numbers of a list, each once. */
    public static List<String> numbers(List<String> list) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String text : list) {
            if (!isNoNumber(text) && PublicationNumber.hasDigit(text)) {
                numbers.add(PublicationNumber.canonical(text));
            }
        }
        return List.copyOf(numbers);
    }

    /** Whether a text stands for no number that links anything. */
    static boolean isNoNumber(String text) {
        return NoValue.isOne(text) || RoundedNumber.isOne(text);
    }

    /** The values of a cell, trimmed, in order; empty ones stay, as lists are aligned by position. */
    private List<String> list(Map<Field, String> cells, Field field) {
        String cell = cells.get(field);
        if (cell == null || cell.isEmpty()) {
            return List.of();
        }
        return CellValues.split(cell, texts.get(field).listSeparator());
    }
}
