package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Mutations;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.PackedTest;

/**
 * Damaged files of every format: no other exception than those that are meant to be, no hang, and each document comes back
 * as a record or as a rejected one. Seeded; {@link Mutations#ROUNDS} makes a longer run.
 */
class DocumentFuzzTest {
    private static final int TEXTS = 8_000;
    private static final int CONTAINERS = 1_500;
    private static final int LISTS = 2_000;
    private static final long SEED = 20_260_101;
    private static final int MAX_DOCUMENT = 40_000;
    // The processor's time: a busy machine makes no test fail.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Set<String> REASONS = Set.of("BAD_XML", "BAD_JSON", "TOO_LONG", "NOT_A_PATENT");
    private static final Pattern EXCHANGE_START = Pattern.compile("<(?:\\w+:)?exchange-document[ \t\r\n>/]");
    private static final Pattern USPTO_START = Pattern.compile("<(?:\\w+:)?us-patent-(?:grant|application)[ \t\r\n>/]");
    private static final List<String> NAMES =
            List.of("a.xml", "a.xml.gz", "a.zip", "a.csv", "a.jsonl", "a.xlsx", "a.XML.GZ", "a");

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void damagedDocumentsComeBackAndTheNextOneIsRead() throws IOException {
        for (int round = 0; round < TEXTS * Mutations.ROUNDS; round++) {
            DocumentFormat format =
                    DocumentFormats.all().get(round % DocumentFormats.all().size());
            byte[] sample = DocumentSamples.text(format.name()).getBytes(StandardCharsets.UTF_8);
            byte[] damaged = Mutations.ofDocuments(new Random(SEED + round)).damage(sample);
            String intact = "\n" + intact(format);
            byte[] bytes = join(damaged, intact.getBytes(StandardCharsets.UTF_8));
            String what = "round " + round + " of " + format.name();

            long start = THREADS.getCurrentThreadCpuTime();
            List<Document> documents = read(format, bytes, what);
            assertThat(THREADS.getCurrentThreadCpuTime() - start).as(what).isLessThan(MAX_NANOS);

            assertSound(documents, what);
            String text = decoded(bytes);
            if (text.endsWith(intact)) {
                Document last = documents.get(documents.size() - 1);
                String number = last.fields().getOrDefault(Field.PUBLICATION_NUMBER, "");
                assertThat(number).as("%s: %s", what, last.detail()).contains("424242");
            }
            assertThat(documents).as(what).hasSizeGreaterThanOrEqualTo((int) started(format, text));
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void damagedListsOfJsonComeBack() throws IOException {
        List<DocumentFormat> formats = DocumentFormats.all().stream()
                .filter(format -> format.name().endsWith("JSONL"))
                .toList();
        int found = 0;
        int lost = 0;
        for (int round = 0; round < LISTS * Mutations.ROUNDS; round++) {
            DocumentFormat format = formats.get(round % formats.size());
            String entries = String.join(
                    ",\n", DocumentSamples.text(format.name()).strip().split("\n"));
            byte[] sample = (round % 3 == 0 ? "{\"total\":2,\"data\":[" + entries : "[" + entries)
                    .getBytes(StandardCharsets.UTF_8);
            byte[] damaged =
                    Mutations.ofDocuments(new Random(SEED + 2 * TEXTS + round)).damage(sample);
            byte[] bytes = join(damaged, (",\n" + intact(format) + "]}").getBytes(StandardCharsets.UTF_8));
            String what = "round " + round + " of a list of " + format.name();

            long start = THREADS.getCurrentThreadCpuTime();
            List<Document> documents = new ArrayList<>();
            boolean isCutOff = readTo(documents, format, bytes, what);
            assertThat(THREADS.getCurrentThreadCpuTime() - start).as(what).isLessThan(MAX_NANOS);

            assertSound(documents, what);
            boolean isFound =
                    documents.stream().anyMatch(document -> document.raw().contains("424242"));
            lost += isFound || isCutOff || !decoded(bytes).contains("424242") ? 0 : 1;
            found += isFound ? 1 : 0;
        }
        assertThat(found).isGreaterThan(LISTS * Mutations.ROUNDS / 2);
        // Damage may make what stands behind it the value of a name beside the list.
        assertThat(lost).isLessThanOrEqualTo(LISTS * Mutations.ROUNDS / 5_000);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void damagedContainersFailInWordsOrAreRead() throws IOException {
        int read = 0;
        int refused = 0;
        for (int round = 0; round < CONTAINERS * Mutations.ROUNDS; round++) {
            Random random = new Random(SEED - 1 - round);
            DocumentFormat format =
                    DocumentFormats.all().get(round % DocumentFormats.all().size());
            byte[] sample = DocumentSamples.text(format.name()).getBytes(StandardCharsets.UTF_8);
            byte[] packed = switch (random.nextInt(3)) {
                case 0 -> PackedTest.gzip(sample);
                case 1 -> zip(sample);
                default -> sample;
            };
            byte[] bytes = random.nextInt(5) == 0
                    ? packed
                    : Mutations.ofDocuments(random).damage(packed);
            Path file = Files.write(folder.resolve(NAMES.get(random.nextInt(NAMES.size()))), bytes);
            String what = "round " + round + " of " + format.name();

            long start = THREADS.getCurrentThreadCpuTime();
            try {
                assertSound(unpackAndRead(file, format), what);
                read++;
            } catch (IOException | UncheckedIOException | UserException e) {
                if (e.getMessage() == null || e.getMessage().isBlank()) {
                    throw new AssertionError(what, e);
                }
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(what, e);
            }
            assertThat(THREADS.getCurrentThreadCpuTime() - start).as(what).isLessThan(MAX_NANOS);
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static List<Document> unpackAndRead(Path file, DocumentFormat format) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Packed.Entry entry : Packed.entries(file, Packed.Limits.DEFAULT)) {
            try (InputStream in = entry.open()) {
                format.read(in, MAX_DOCUMENT).forEachRemaining(documents::add);
            }
        }
        return documents;
    }

    private static List<Document> read(DocumentFormat format, byte[] bytes, String what) {
        List<Document> documents = new ArrayList<>();
        readTo(documents, format, bytes, what);
        return documents;
    }

    /** Whether it is told behind the last document that the file is cut off, as damage took what opens or closes what is around them. */
    private static boolean readTo(List<Document> documents, DocumentFormat format, byte[] bytes, String what) {
        try {
            DocumentFormats.recognise(new String(bytes, StandardCharsets.UTF_8));
            try {
                format.read(new ByteArrayInputStream(bytes), MAX_DOCUMENT).forEachRemaining(documents::add);
            } catch (IOException | UncheckedIOException e) {
                assertThat(e).as(what).hasMessageContaining("cut off");
                return true;
            }
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(what, e);
        }
    }

    private static void assertSound(List<Document> documents, String what) {
        for (Document document : documents) {
            if (!isSound(document)) {
                throw new AssertionError(what + ": " + document);
            }
        }
    }

    private static boolean isSound(Document document) {
        if (document.raw().isEmpty() || document.raw().length() > Document.MAX_RAW) {
            return false;
        }
        return document.reason() == null
                ? document.fields().values().stream()
                        .allMatch(value -> value.chars().allMatch(c -> c >= ' ' || c == Field.SEPARATOR))
                : REASONS.contains(document.reason()) && !document.detail().isBlank();
    }

    /** How many documents a text starts, by a rule of its own: those of XML by their start tags, those of JSON by lines. */
    private static long started(DocumentFormat format, String text) {
        if (format.name().endsWith("JSONL")) {
            return text.lines().filter(line -> !line.isBlank()).count();
        }
        Pattern start = format.name().equals("DOCDB_XML") ? EXCHANGE_START : USPTO_START;
        // What stands in a comment was taken out on purpose, and a text may quote what starts a document.
        if (text.contains("<!--")) {
            return 1;
        }
        return start.matcher(withoutCdata(text)).results().count();
    }

    /** In time by the length: a damaged text may open a thousand sections that nothing closes. */
    private static String withoutCdata(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int open = text.indexOf("<![CDATA[");
        int close = text.indexOf("]]>", Math.max(open, 0));
        while (open >= 0 && close >= 0) {
            out.append(text, from, open);
            from = close + 3;
            open = text.indexOf("<![CDATA[", from);
            close = text.indexOf("]]>", Math.max(open, 0));
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String decoded(byte[] bytes) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = DocumentText.open(new ByteArrayInputStream(bytes))) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static String intact(DocumentFormat format) {
        return switch (format.name()) {
            case "USPTO_XML" -> DocumentSamples.DESIGN.replace("D0558629", "D0424242");
            case "DOCDB_XML" ->
                "<?xml version=\"1.0\"?>\n" + DocumentSamples.DOCDB_FRAGMENT.replace("\"1000000\"", "\"424242\"");
            case "LENS_JSONL" -> DocumentSamples.LENS.replace("2471949", "424242");
            case "GOOGLE_JSONL" -> DocumentSamples.GOOGLE.replace("7650331", "424242");
            default -> throw new IllegalArgumentException(format.name());
        };
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(one, 0, one.length);
        out.write(other, 0, other.length);
        return out.toByteArray();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("x/a.xml", "b.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }
}
