package org.smssev.jobs.ingest.format.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a file of JSON is laid out, told by the first value in it: lines with a record each, or what APIs answer and programs save,
 * one array, an object around a list, or objects over several lines.
 */
public final class JsonShape {
    private static final JsonFactory JSON = new JsonFactory();
    /** What an answer of OPS has around its documents, and its documents by themselves. */
    private static final Set<String> OPS = Set.of("ops:world-patent-data", "exchange-documents", "exchange-document");
    /** What stands beside the patents of an answer of PatentsView's API, of today or of before 2025. */
    private static final Set<String> PATENTS_VIEW = Set.of("total_hits", "total_patent_count");

    /** What a patent of it is named by. */
    private static final Set<String> PATENTS_VIEW_IDS = Set.of("patent_id", "patent_number");

    private static final int NAMES_TOLD = 20;
    /** The first entry of the outermost array. */
    private static final String ENTRY = "/0";

    /** The first entry of a list, by the names that lead to it. */
    private static final Pattern FIRST = Pattern.compile("((?:/[A-Za-z_]\\w*)+)/0");

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Set<String>> firsts = new LinkedHashMap<>();
    private final Set<Integer> lines = new LinkedHashSet<>();
    private boolean isArray;
    private boolean isClosed;
    private long tokens;

    private JsonShape(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken token = parser.nextToken();
            isArray = token == JsonToken.START_ARRAY;
            boolean isScalar = !isArray && token != JsonToken.START_OBJECT;
            while (token != null && !isScalar) {
                add(parser, token);
                token = isClosed ? null : parser.nextToken();
            }
        } catch (IOException e) {
            // The text ends within the value, or is damaged, or no JSON: what came before that counts.
        }
    }

    private void add(JsonParser parser, JsonToken token) throws IOException {
        tokens++;
        lines.add(parser.currentTokenLocation().getLineNr());
        if (token == JsonToken.FIELD_NAME) {
            addName(parser.getParsingContext(), parser.currentName());
        }
        isClosed = token.isStructEnd() && parser.getParsingContext().inRoot();
    }

    private void addName(JsonStreamContext object, String name) {
        JsonStreamContext around = object.getParent();
        if (around.inRoot()) {
            names.add(name);
        } else if (around.inArray() && around.getCurrentIndex() == 0) {
            firsts.computeIfAbsent(around.pathAsPointer().toString(), path -> new LinkedHashSet<>())
                    .add(name);
        }
    }

    /**
     * The names of the first record of a file, in their order.
     *
     * @param start its start, decoded leniently
     */
    public static Set<String> names(String start) {
        JsonShape shape = new JsonShape(unmarked(start));
        String path = shape.isArray
                ? ENTRY
                : shape.list()
                        .map(names -> "/" + String.join("/", names) + ENTRY)
                        .orElse("");
        return Collections.unmodifiableSet(path.isEmpty() ? shape.names : shape.firsts.getOrDefault(path, Set.of()));
    }

    /**
     * Why a file of JSON cannot be read.
     *
     * @param start up to 64 KiB from its start, unpacked, decoded leniently
     * @return what it is and what to do, for the user; empty if it is no JSON, or has records of a known format
     */
    public static Optional<String> refusal(String start) {
        String text = unmarked(start);
        JsonShape shape = new JsonShape(text);
        if (shape.isArray) {
            Set<String> first = shape.firsts.getOrDefault(ENTRY, Set.of());
            if (!first.isEmpty()) {
                return mayBeRecord(first) ? unlessKnown(text, first) : Optional.of(unknown(first));
            }
            // One token more than a bracket in a header may be taken for.
            return shape.tokens > 2
                    ? Optional.of("it is JSON, but its list has no objects. Export the patents as a table.")
                    : Optional.empty();
        }
        if (shape.names.isEmpty()) {
            return Optional.empty();
        }
        if (!Collections.disjoint(shape.names, OPS)) {
            return Optional.of(
                    "it is a response of the EPO's OPS in JSON, which smssev cannot read. Ask OPS for XML (Accept: application/xml).");
        }
        boolean isPatentsView = !Collections.disjoint(shape.names, PATENTS_VIEW)
                || !Collections.disjoint(shape.firsts.getOrDefault("/patents/0", Set.of()), PATENTS_VIEW_IDS);
        if (shape.names.contains("patents") && isPatentsView) {
            return Optional.of(
                    "it is an answer of PatentsView's API, which smssev cannot read. Download its tables, such as g_patent.tsv."
                            + " Or write the data as CSV and map its columns in ingest.sources (columns).");
        }
        boolean mayBeRead = mayBeRecord(shape.names) || shape.list().isPresent();
        boolean isOther = !mayBeRead
                && (shape.isApart(text) || shape.firsts.values().stream().anyMatch(JsonShape::isRecord));
        return isOther ? Optional.of(unknown(shape.names)) : unlessKnown(text, shape.names);
    }

    private static Optional<String> unlessKnown(String text, Set<String> names) {
        return DocumentFormats.recognise(text).isPresent() ? Optional.empty() : Optional.of(unknown(names));
    }

    /**
     * Where the records of a file of JSON stand.
     *
     * @param start up to 64 KiB from its start, unpacked; of a file that is not {@linkplain #refusal refused}
     */
    static JsonRecords records(String start) {
        String text = unmarked(start);
        JsonShape shape = new JsonShape(text);
        if (shape.isArray && shape.firsts.containsKey(ENTRY)) {
            return JsonRecords.inList(List.of());
        }
        Optional<List<String>> list = shape.isArray ? Optional.empty() : shape.list();
        boolean isApart = list.isEmpty() && !shape.names.isEmpty() && shape.isApart(text);
        return list.map(JsonRecords::inList).orElse(isApart ? JsonRecords.apart() : JsonRecords.byLine());
    }

    private static String unmarked(String start) {
        return start.startsWith("\ufeff") ? start.substring(1) : start;
    }

    private static String unknown(Set<String> names) {
        return "it is JSON, but neither patents of The Lens nor rows of Google's table. The names in it are "
                + names.stream().limit(NAMES_TOLD).collect(Collectors.joining(", "))
                + (names.size() > NAMES_TOLD ? ", …" : "")
                + ". Export the patents in one of these layouts, or as a table.";
    }

    /** The names that lead to the list of records in the object; empty if there is none, or it may be a record itself. */
    private Optional<List<String>> list() {
        if (mayBeRecord(names)) {
            return Optional.empty();
        }
        return firsts.entrySet().stream()
                .filter(first -> isWhole(first.getValue()))
                .map(first -> FIRST.matcher(first.getKey()))
                .filter(Matcher::matches)
                .map(path -> List.of(path.group(1).substring(1).split("/")))
                .findFirst();
    }

    private static boolean mayBeRecord(Set<String> names) {
        return LensJsonLines.mayBeRecord(names) || GoogleJsonLines.mayBeRecord(names);
    }

    /** Whether the object goes on where lines with an object each would not, and no line is a record. */
    private boolean isApart(String text) {
        boolean isSpread = lines.size() > 2 || (isClosed && lines.size() > 1);
        return isSpread && text.lines().noneMatch(JsonShape::isRecord);
    }

    private static boolean isRecord(String line) {
        JsonShape shape = new JsonShape(line);
        return shape.isClosed && isRecord(shape.names);
    }

    /** Whether an object with such names is a record and no mention of one, as citations and members of families are. */
    private static boolean isWhole(Set<String> names) {
        return LensJsonLines.isWhole(names) || GoogleJsonLines.isWhole(names);
    }

    private static boolean isRecord(Set<String> names) {
        return LensJsonLines.isRecord(names) || GoogleJsonLines.isRecord(names);
    }
}
