package org.smssev.common.ipc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.smssev.common.UserException;

/**
 * Titles of IPC subclasses, main groups and subgroups, in one or several languages. Immutable.
 *
 * <p>A file has one language. It is tab-separated with a header that has the columns {@code symbol} (or {@code ipc}) and
 * {@code title}; with a column {@code subclass} of the form {@code H01M-PROCESSES OR MEANS…} it gives those titles too.
 * A title is the path from the main group down, its steps, and the parts of one, between {@code ;;}. Or it is WIPO's title list: no
 * header, a symbol and what it says itself in each line, sections and classes among them, which are passed over. Plain, gzip, or the
 * files of a zip, as WIPO has one for each section. UTF-8.
 */
public final class IpcTitles {
    private static final String WHAT = "file of IPC titles";
    private static final int MAX_LINES = 1_000_000;
    private static final int MAX_LINE = 100_000;
    private static final String STEP = ";;";

    private final Map<String, Titles> byLanguage;

    /**
     * Titles of a language, by packed symbol in ascending order.
     *
     * @param own where in each title of a subgroup the text starts that is its own
     */
    private record Titles(long[] symbols, String[] titles, int[] own) {
        Titled of(IpcSymbol symbol) {
            int at = Arrays.binarySearch(symbols, PackedSymbol.of(symbol));
            return at < 0 ? null : new Titled(titles[at], own[at]);
        }
    }

    private record Titled(String title, int own) {}

    private IpcTitles(Map<String, Titles> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * Reads the files of titles.
     *
     * @param files two-letter language to its file; may be empty, then no symbol has a title
     * @throws UserException INPUT if a file is missing or of another form, with the line
     */
    public static IpcTitles load(Map<String, Path> files) {
        Map<String, Titles> titles = new HashMap<>();
        files.forEach((language, file) -> titles.put(language.toLowerCase(Locale.ROOT), read(file)));
        return new IpcTitles(titles);
    }

    /**
     * The whole title of a symbol, its steps from the main group down between {@code ;;}.
     *
     * @param language two letters
     * @return empty if the language has no file, or the file no such symbol
     */
    Optional<String> title(IpcSymbol symbol, String language) {
        return titled(symbol, language).map(Titled::title);
    }

    /** The whole title in the first language of a preference that has one. */
    Optional<String> title(IpcSymbol symbol, List<String> preference) {
        return titled(symbol, preference).map(Titled::title);
    }

    /**
     * A title short enough for a label: of a subgroup its own text, without that of the subgroups above it, of a main group or
     * subclass all of it; {@code ;;} is written {@code "; "}.
     */
    public Optional<String> label(IpcSymbol symbol, List<String> preference) {
        return titled(symbol, preference)
                .map(t -> t.title().substring(t.own()).strip().replace(STEP, "; "));
    }

    private Optional<Titled> titled(IpcSymbol symbol, String language) {
        Titles titles = byLanguage.get(language.toLowerCase(Locale.ROOT));
        return titles == null ? Optional.empty() : Optional.ofNullable(titles.of(symbol));
    }

    private Optional<Titled> titled(IpcSymbol symbol, List<String> preference) {
        return preference.stream()
                .flatMap(language -> titled(symbol, language).stream())
                .findFirst();
    }

    private static Titles read(Path file) {
        TreeMap<Long, String> titles = new TreeMap<>();
        try (LineSource lines = LineSource.open(file, WHAT, MAX_LINE, MAX_LINES)) {
            String first = lines.next();
            Header header = Header.of(first, lines);
            for (String line = header.isList() ? first : lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    header.take(cells(line), titles, lines);
                }
            }
            if (titles.isEmpty()) {
                throw lines.bad("it has no titles. Get the file again.");
            }
        }
        long[] symbols = titles.keySet().stream().mapToLong(Long::longValue).toArray();
        String[] texts = titles.values().toArray(String[]::new);
        return new Titles(symbols, texts, own(symbols, texts));
    }

    /**
     * Where each title's own text starts. {@code ;;} stands between steps and between parts of one title alike, so the path of the
     * parent is the longest one that is the title of another symbol of the main group; without any the last step is its own.
     */
    private static int[] own(long[] symbols, String[] titles) {
        int[] own = new int[symbols.length];
        int from = 0;
        while (from < symbols.length) {
            int to = from + 1;
            while (to < symbols.length && PackedSymbol.isOfOneGroup(symbols[from], symbols[to])) {
                to++;
            }
            Set<String> ofGroup = new HashSet<>(Arrays.asList(titles).subList(from, to));
            for (int i = from; i < to; i++) {
                own[i] = PackedSymbol.isSubgroup(symbols[i]) ? own(titles[i], ofGroup) : 0;
            }
            from = to;
        }
        return own;
    }

    private static int own(String title, Set<String> ofGroup) {
        for (int at = title.lastIndexOf(STEP); at > 0; at = title.lastIndexOf(STEP, at - 1)) {
            if (ofGroup.contains(title.substring(0, at).strip())) {
                return at + STEP.length();
            }
        }
        int last = title.lastIndexOf(STEP);
        return last < 0 ? 0 : last + STEP.length();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            boolean isQuoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
            String text = isQuoted ? cell.substring(1, cell.length() - 1) : cell;
            cells.add(text.replace("\"\"", "\"").replace("\uFEFF", "").strip());
        }
        return cells;
    }

    /** Where the columns stand; subclass is -1 if there is none. WIPO's title list has no header. */
    private record Header(int symbol, int title, int subclass, boolean isList) {
        /** Symbols of WIPO's title list that are those of sections and classes, which no title is asked of. */
        private static final Pattern ABOVE_SUBCLASS = Pattern.compile("[A-H](?:\\d\\d)?");

        static Header of(String line, LineSource lines) {
            if (isTitleList(line)) {
                return new Header(0, 1, -1, true);
            }
            List<String> names = line == null
                    ? List.of()
                    : cells(line).stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
            int symbol = names.contains("symbol") ? names.indexOf("symbol") : names.indexOf("ipc");
            int title = names.indexOf("title");
            if (symbol < 0 || title < 0) {
                throw lines.bad(
                        "the columns symbol (or ipc) and title are missing. Use a tab-separated file with this header,"
                                + " or a title list of WIPO's.");
            }
            return new Header(symbol, title, names.indexOf("subclass"), false);
        }

        private static boolean isTitleList(String line) {
            if (line == null || line.indexOf('\t') < 0) {
                return false;
            }
            String symbol = cells(line).get(0);
            return ABOVE_SUBCLASS.matcher(symbol).matches()
                    || IpcSymbol.parse(symbol).isPresent();
        }

        void take(List<String> cells, Map<Long, String> titles, LineSource lines) {
            if (cells.size() <= Math.max(symbol, title)) {
                throw lines.bad("it has " + cells.size() + " cells, too few for a symbol and a title");
            }
            if (isList && ABOVE_SUBCLASS.matcher(cells.get(symbol)).matches()) {
                return;
            }
            IpcSymbol read = IpcSymbol.parse(cells.get(symbol))
                    .orElseThrow(() -> lines.bad("its symbol is not a symbol of the IPC"));
            if (!cells.get(title).isEmpty()) {
                titles.putIfAbsent(PackedSymbol.of(read), cells.get(title));
            }
            String name = subclass < 0 || subclass >= cells.size() ? "" : cells.get(subclass);
            String prefix = read.subclassName() + "-";
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                titles.putIfAbsent(
                        PackedSymbol.of(new IpcSymbol(read.section(), read.ipcClass(), read.subclass(), null, null)),
                        name.substring(prefix.length()));
            }
        }
    }
}
