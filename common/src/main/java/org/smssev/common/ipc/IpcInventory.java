package org.smssev.common.ipc;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.smssev.common.UserException;

/**
 * WIPO's inventory of all IPC symbols that ever were: which are in force, since when, until when. Immutable, about 1.5 MB.
 *
 * <p>The file has lines {@code H01M0010052500;20100101;-}: symbol (a subclass, or 14 characters), first day, last day or
 * {@code -}; plain or gzip.
 */
public final class IpcInventory implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WHAT = "inventory of IPC symbols";
    private static final int MAX_LINES = 2_000_000;
    private static final int MAX_LINE = 200;
    /** End of a symbol in force: later than any date of eight digits. */
    private static final int IN_FORCE = Integer.MAX_VALUE;

    private static final Pattern CPC_SECTION = Pattern.compile("Y\\d{2}[A-Z](?:\\s*\\d{1,4}(?:/\\d{2,6})?)?");
    /** Stops before the subclass letter, behind the slash, or within the two digits that every subgroup has. */
    private static final Pattern STOPS_SHORT =
            Pattern.compile("[A-H](?:\\d{1,2})?|[A-H]\\d{2}[A-Z]\\s*(?:[- ]?\\d{0,4})\\s*/\\s*\\d?");
    /** Main groups from here on are of CPC alone (its 2000 series). */
    private static final int CPC_GROUPS = 2000;

    /** Subclasses of sections A to H that the IPC does not have. */
    private static final Set<String> CPC_SUBCLASSES = Set.of("B60Y", "C12Y", "F05B", "F05C", "F05D");

    private static final int MIN_SUBGROUP = 2;

    private final long[] symbols;
    private final int[] from;
    private final int[] to;

    /** What a code is, held against the inventory. */
    public enum Status {
        /** A symbol of the edition that the inventory describes. */
        IN_FORCE,
        /** A symbol once valid, no longer in force. */
        NOT_IN_FORCE,
        /** Has the form of a symbol, but was never one. */
        NEVER_EXISTED,
        /**
         * A code of the Cooperative Patent Classification: section Y, a subclass as C12Y, a main group of the 2000 series, or a subgroup of three
         * digits and more that never was in the IPC but refines one that was, as {@code H01L 21/02104} does 21/02
         * and {@code A01B 17/002} 17/00.
         */
        CPC,
        /**
         * Stops short: before the subclass letter ({@code H01}), behind the slash ({@code C12Q/}), after one digit of the
         * subgroup, or within a main group whose digits begin those of another while there is none of just these.
         */
        CUT_OFF,
        /** No symbol of this classification at all: another scheme, a placeholder, nothing. */
        OTHER
    }

    private IpcInventory(long[] symbols, int[] from, int[] to) {
        this.symbols = symbols;
        this.from = from;
        this.to = to;
    }

    /**
     * Reads the inventory.
     *
     * @throws UserException INPUT if the file is missing or of another form, with the line
     */
    public static IpcInventory load(Path file) {
        Rows rows = new Rows();
        try (LineSource lines = LineSource.open(file, WHAT, MAX_LINE, MAX_LINES)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    rows.add(line, lines);
                }
            }
            if (rows.size == 0) {
                throw lines.bad("it has no symbols. Get the file again.");
            }
        }
        return rows.inventory();
    }

    /** Symbols in the inventory, subclasses among them. */
    int size() {
        return symbols.length;
    }

    /** What a code is, in any spelling that {@link IpcSymbol#parse} reads. */
    public Status status(String rawCode) {
        if (rawCode == null) {
            return Status.OTHER;
        }
        Optional<IpcSymbol> parsed = symbol(rawCode);
        if (parsed.isEmpty()) {
            String code = rawCode.strip();
            return code.length() > IpcSymbol.LONGEST ? Status.OTHER : withoutSymbol(code.toUpperCase(Locale.ROOT));
        }
        return status(parsed.get());
    }

    /**
     * The symbol of a code, in any spelling that {@link IpcSymbol#parse} reads. Where it has no slash, and its group was filled up to three
     * digits or to four, the one that was ever valid is meant.
     *
     * @return empty where it is none
     */
    public Optional<IpcSymbol> symbol(String rawCode) {
        Optional<IpcSymbol> read = IpcSymbol.parse(rawCode);
        if (read.isEmpty() || find(read.get()) >= 0) {
            return read;
        }
        return IpcSymbol.otherwise(rawCode).filter(other -> find(other) >= 0).or(() -> read);
    }

    /** What a symbol is. */
    public Status status(IpcSymbol symbol) {
        int at = find(symbol);
        if (at >= 0) {
            return to[at] == IN_FORCE ? Status.IN_FORCE : Status.NOT_IN_FORCE;
        }
        if (CPC_SUBCLASSES.contains(symbol.subclassName())) {
            return Status.CPC;
        }
        if (symbol.group() == null) {
            return Status.NEVER_EXISTED;
        }
        if (Integer.parseInt(symbol.group()) >= CPC_GROUPS || refinesSubgroup(symbol)) {
            return Status.CPC;
        }
        return symbol.subgroup() == null && beginsGroup(symbol) ? Status.CUT_OFF : Status.NEVER_EXISTED;
    }

    /** First day of a symbol; empty if it never was one. */
    public Optional<LocalDate> validFrom(IpcSymbol symbol) {
        int at = find(symbol);
        return at < 0 ? Optional.empty() : Optional.of(date(from[at]));
    }

    /** Last day of a symbol; empty if it is in force or never was one. */
    public Optional<LocalDate> validTo(IpcSymbol symbol) {
        int at = find(symbol);
        return at < 0 || to[at] == IN_FORCE ? Optional.empty() : Optional.of(date(to[at]));
    }

    private static Status withoutSymbol(String code) {
        if (CPC_SECTION.matcher(code).lookingAt()) {
            return Status.CPC;
        }
        return STOPS_SHORT.matcher(code).matches() ? Status.CUT_OFF : Status.OTHER;
    }

    private int find(IpcSymbol symbol) {
        return Arrays.binarySearch(symbols, PackedSymbol.of(symbol));
    }

    private boolean refinesSubgroup(IpcSymbol symbol) {
        String digits = symbol.subgroup();
        if (digits == null) {
            return false;
        }
        for (int length = digits.length() - 1; length >= MIN_SUBGROUP; length--) {
            IpcSymbol wider = new IpcSymbol(
                    symbol.section(),
                    symbol.ipcClass(),
                    symbol.subclass(),
                    symbol.group(),
                    digits.substring(0, length));
            if (find(wider) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a longer group begins with the digits of this one. */
    private boolean beginsGroup(IpcSymbol symbol) {
        for (int width = 10; width <= 1000; width *= 10) {
            int low = Integer.parseInt(symbol.group()) * width;
            if (low > 9999) {
                return false;
            }
            int at = Arrays.binarySearch(symbols, PackedSymbol.of(group(symbol, low)));
            int next = at < 0 ? -at - 1 : at;
            long end = PackedSymbol.of(group(symbol, Math.min(low + width, 10_000)));
            if (next < symbols.length && symbols[next] < end) {
                return true;
            }
        }
        return false;
    }

    private static IpcSymbol group(IpcSymbol s, int group) {
        return new IpcSymbol(s.section(), s.ipcClass(), s.subclass(), Integer.toString(group), null);
    }

    private static LocalDate date(int digits) {
        return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
    }

    /** Rows of the file while it is read. */
    private static final class Rows {
        private long[] keys = new long[1 << 17];
        private long[] days = new long[1 << 17];
        private final Map<String, Integer> dates = new HashMap<>();
        private int size;

        void add(String line, LineSource lines) {
            String[] cells = line.split(";", -1);
            long symbol = PackedSymbol.ofInventory(cells[0]);
            if (cells.length != 3 || symbol < 0) {
                throw lines.bad("'" + cut(line) + "' is not SYMBOL;YYYYMMDD;YYYYMMDD or '-'. Use the inventory of"
                        + " symbols that WIPO publishes with each edition of the IPC");
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                days = Arrays.copyOf(days, size * 2);
            }
            int start = day(cells[1], lines);
            int end = cells[2].equals("-") ? IN_FORCE : day(cells[2], lines);
            keys[size] = symbol;
            days[size] = (long) start << 32 | end;
            size++;
        }

        /** Some forty editions give all the dates. */
        private int day(String text, LineSource lines) {
            Integer known = dates.get(text);
            if (known != null) {
                return known;
            }
            try {
                LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
                int day = Integer.parseInt(text);
                dates.put(text, day);
                return day;
            } catch (DateTimeException | NumberFormatException e) {
                UserException bad = lines.bad("'" + cut(text) + "' is not a date YYYYMMDD");
                bad.addSuppressed(e);
                throw bad;
            }
        }

        private static String cut(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }

        /** Sorted; a symbol given several times, as when it came back into force, spans from its first to its last day. */
        IpcInventory inventory() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            // The file comes sorted but for a few lines, which this sort turns to account.
            Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
            long[] symbols = new long[size];
            int[] from = new int[size];
            int[] to = new int[size];
            int n = 0;
            for (int row : order) {
                int start = (int) (days[row] >>> 32);
                int end = (int) days[row];
                if (n > 0 && symbols[n - 1] == keys[row]) {
                    from[n - 1] = Math.min(from[n - 1], start);
                    to[n - 1] = Math.max(to[n - 1], end);
                } else {
                    symbols[n] = keys[row];
                    from[n] = start;
                    to[n] = end;
                    n++;
                }
            }
            return new IpcInventory(Arrays.copyOf(symbols, n), Arrays.copyOf(from, n), Arrays.copyOf(to, n));
        }
    }
}
