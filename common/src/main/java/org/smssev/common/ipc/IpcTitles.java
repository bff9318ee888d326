package org.smssev.common.ipc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.smssev.common.UserException;

/**
 * Titles of IPC subclasses, main groups and subgroups, in one or several languages. Immutable.
 *
 * <p>A file has one language. It is tab-separated with a header that has the columns {@code symbol} (or {@code ipc}) and
 * {@code title}; with a column {@code subclass} of the form {@code H01M-PROCESSES OR MEANS…} it gives those titles too.
 * A title is the path from the main group down, its steps between {@code ;;}. Plain or gzip, UTF-8.
 */
public final class IpcTitles {
    private static final String WHAT = "file of IPC titles";
    private static final int MAX_LINES = 1_000_000;
    private static final int MAX_LINE = 100_000;
    private static final String STEP = ";;";

    private final Map<String, Titles> byLanguage;

    /** Titles of a language, by packed symbol in ascending order. */
    private record Titles(long[] symbols, String[] titles) {
        String of(IpcSymbol symbol) {
            int at = Arrays.binarySearch(symbols, PackedSymbol.of(symbol));
            return at < 0 ? null : titles[at];
        }
    }

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
    public Optional<String> title(IpcSymbol symbol, String language) {
        Titles titles = byLanguage.get(language.toLowerCase(Locale.ROOT));
        return titles == null ? Optional.empty() : Optional.ofNullable(titles.of(symbol));
    }

    /** The whole title in the first language of a preference that has one. */
    public Optional<String> title(IpcSymbol symbol, List<String> preference) {
        return preference.stream()
                .flatMap(language -> title(symbol, language).stream())
                .findFirst();
    }

    /**
     * A title short enough for a label: of a subgroup its last step, of a main group or subclass all of it, {@code ;;}
     * written {@code "; "}.
     */
    public Optional<String> label(IpcSymbol symbol, List<String> preference) {
        return title(symbol, preference).map(title -> {
            boolean isSubgroup = symbol.subgroup() != null && PackedSymbol.subgroup(symbol.subgroup()) != 0;
            int last = title.lastIndexOf(STEP);
            return isSubgroup && last >= 0
                    ? title.substring(last + STEP.length()).strip()
                    : title.replace(STEP, "; ");
        });
    }

    private static Titles read(Path file) {
        TreeMap<Long, String> titles = new TreeMap<>();
        try (LineSource lines = LineSource.open(file, WHAT, MAX_LINE, MAX_LINES)) {
            Header header = Header.of(lines);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    header.take(cells(line), titles, lines);
                }
            }
            if (titles.isEmpty()) {
                throw lines.bad("it holds no title");
            }
        }
        return new Titles(
                titles.keySet().stream().mapToLong(Long::longValue).toArray(),
                titles.values().toArray(String[]::new));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            boolean isQuoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
            String text = isQuoted ? cell.substring(1, cell.length() - 1) : cell;
            cells.add(text.replace("\"\"", "\"").strip());
        }
        return cells;
    }

    /** Where the columns stand; subclass is -1 if there is none. */
    private record Header(int symbol, int title, int subclass) {
        static Header of(LineSource lines) {
            String line = lines.next();
            List<String> names = line == null
                    ? List.of()
                    : cells(line).stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
            int symbol = names.contains("symbol") ? names.indexOf("symbol") : names.indexOf("ipc");
            int title = names.indexOf("title");
            if (symbol < 0 || title < 0) {
                throw lines.bad("its header lacks the tab-separated columns symbol (or ipc) and title");
            }
            return new Header(symbol, title, names.indexOf("subclass"));
        }

        void take(List<String> cells, Map<Long, String> titles, LineSource lines) {
            if (cells.size() <= Math.max(symbol, title)) {
                throw lines.bad("it has " + cells.size() + " cells, too few for symbol and title");
            }
            IpcSymbol read = IpcSymbol.parse(cells.get(symbol))
                    .orElseThrow(() -> lines.bad("its symbol is no symbol of the IPC"));
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
