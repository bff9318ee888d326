package org.smssev.jobs.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.io.PackedText;

/**
 * Reads the EU's dual-use list (Annex I) from the JSON of github.com/safetecnordic/export-control: records {@code
 * regulations.regulation} (codes such as 1C010, with category and regime) and {@code regulations.paragraph} (a tree by
 * paths of four characters a step). A paragraph's number is that of the paragraph above with its own letter or digit:
 * {@code 1C010.e.2}. Notes, and what stands below them, become the notes of the paragraph above.
 */
final class DualUseTree {
    private static final int STEP = 4;
    private static final int MAX_BYTES = 64 << 20;

    private final FileProblems problems;
    private final LocalDate validFrom;
    private final Map<String, JsonNode> regulations = new HashMap<>();
    private final Map<String, String> regimes = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private final TreeMap<String, JsonNode> paragraphs = new TreeMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private DualUseTree(ListFile list, Path file) {
        this.problems = new FileProblems("List " + list.id(), file);
        this.validFrom = list.validFrom() == null ? null : LocalDate.parse(list.validFrom());
    }

    /** Whether a file is to be read so, by its name. */
    static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".json.gz");
    }

    /**
     * The entries in the order of the tree.
     *
     * @throws UserException with exit 3 if the file is damaged, over 64 MiB, or of another form
     */
    static List<ListEntry> read(ListFile list, Path file) {
        DualUseTree tree = new DualUseTree(list, file);
        JsonNode records = tree.parse(file);
        for (JsonNode each : records) {
            tree.take(each);
        }
        if (tree.paragraphs.isEmpty()) {
            tree.problems.add("its JSON", "has no regulations.paragraph. Use the file of the EU's list, or a table.");
        }
        tree.problems.throwIfAny();
        List<ListEntry> entries = new ArrayList<>();
        tree.paragraphs.forEach((path, paragraph) -> {
            if (tree.isEntry(path)) {
                entries.add(tree.entry(path, paragraph));
            }
        });
        tree.problems.throwIfAny();
        return entries;
    }

    private JsonNode parse(Path file) {
        try (InputStream in = PackedText.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES) {
                throw new UserException(Exit.INPUT, file + ": larger than 64 MiB. Split it.");
            }
            return new ObjectMapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new UserException(
                    Exit.INPUT, file + line + ": not valid JSON. Get the file again from its source.", e);
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, file + ": " + e.getMessage() + ". Check the file.", e);
        }
    }

    private void take(JsonNode each) {
        String id = each.path("pk").asText();
        JsonNode fields = each.path("fields");
        switch (each.path("model").asText()) {
            case "regulations.regulation" -> regulations.put(id, fields);
            case "regulations.regime" -> regimes.put(id, fields.path("name").asText());
            case "regulations.category" ->
                categories.put(id, fields.path("name").asText());
            case "regulations.paragraph" -> {
                String path = fields.path("path").asText();
                if (path.isEmpty() || path.length() % STEP != 0 || paragraphs.put(path, fields) != null) {
                    problems.add(
                            "paragraph " + id,
                            "has the path \"" + path + "\", which is not valid or not unique. Get the file again.");
                }
            }
            default -> {
                // Other records, of which an export may have any, say nothing of the list.
            }
        }
    }

    /** Whether a paragraph is neither a note nor below one. */
    private boolean isEntry(String path) {
        for (String at = path; !at.isEmpty(); at = above(at)) {
            JsonNode paragraph = paragraphs.get(at);
            if (paragraph == null || !paragraph.path("note_type").asText().equals("base")) {
                return false;
            }
        }
        return true;
    }

    private ListEntry entry(String path, JsonNode paragraph) {
        JsonNode regulation = regulations.get(paragraph.path("regulation").asText());
        if (regulation == null) {
            problems.add("paragraph " + path, "belongs to no regulation of the file. Get the file again.");
            return null;
        }
        String parent = numbers.get(above(path));
        String own = paragraph.path("code").asText().strip().replaceAll("\\.$", "");
        String number = ListReader.distinct(parent == null ? own : parent + "." + own, seen);
        numbers.put(path, number);
        return new ListEntry(
                null,
                number,
                text(paragraph),
                null,
                notes(path),
                parent,
                regimes.get(regulation.path("regime").asText()),
                categories.get(regulation.path("category").asText()),
                validFrom,
                null,
                null,
                List.of(),
                List.of());
    }

    /** The notes below a paragraph, up to the next paragraph that is an entry itself; null where there are none. */
    private String notes(String path) {
        StringBuilder notes = new StringBuilder();
        for (Map.Entry<String, JsonNode> below : paragraphs.tailMap(path, false).entrySet()) {
            if (!below.getKey().startsWith(path)) {
                break;
            }
            String first = below.getKey().substring(0, path.length() + STEP);
            if (!isEntry(first)) {
                String code = below.getValue().path("code").asText().strip();
                notes.append(notes.isEmpty() ? "" : "\n")
                        .append(code)
                        .append(' ')
                        .append(text(below.getValue()));
            }
        }
        return notes.isEmpty() ? null : notes.toString();
    }

    private static String text(JsonNode paragraph) {
        return paragraph
                .path("text")
                .asText()
                .replaceAll("</?[A-Za-z][^<>]{0,200}>", " ")
                .replaceAll("&(?:emsp|ensp|nbsp|thinsp);", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String above(String path) {
        return path.substring(0, path.length() - STEP);
    }
}
