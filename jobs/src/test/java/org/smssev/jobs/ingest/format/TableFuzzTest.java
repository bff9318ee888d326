package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

/** Damaged tables of every layout and container. Seeded; {@link Mutations#ROUNDS} makes a longer run. */
class TableFuzzTest {
    private static final int TEXTS = 6_500;
    private static final int WORKBOOKS = 1_000;
    private static final int NOISES = 1_500;
    private static final List<String> SAMPLES = List.of(
            "lens-2024",
            "lens-2021",
            "lens-2015",
            "lens-scholar",
            "patentscope-2015",
            "patentscope-2025",
            "espacenet-2015",
            "derwent",
            "patsnap-zh",
            "patsnap-en",
            "incopat",
            "google",
            "jplatpat");
    private static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "gb18030", "x-windows-949", "windows-1252", "x-MacRoman");

    /** A sample of each layout. */
    private static final List<String> LAYOUTS =
            List.of("lens-2024", "patentscope-2025", "espacenet-2015", "derwent", "patsnap-en", "incopat", "google");

    private static final int LONG = 20_000;

    /** What became of the inputs. */
    private static final class Tally {
        private int read;
        private int refused;
        private long rows;
    }

    /** Reads a table to its end, with its fields; only what a user can be told may go wrong. */
    private static void read(byte[] bytes, Tally tally) {
        long given = 0;
        try (TableFile table = TableFile.open(
                        "f",
                        () -> new ByteArrayInputStream(bytes),
                        TextForm.Given.NOTHING,
                        TableLimits.DEFAULT.withCell(2_000));
                TableRows rows = table.rows()) {
            Optional<TableLayout.Bound> bound = table.layout().flatMap(l -> l.bind(table.header()));
            while (rows.hasNext()) {
                TableRow row = rows.next();
                given++;
                bound.ifPresent(b -> assertThat(b.fields(row.cells()).values()).doesNotContain("", (String) null));
            }
            if (table.form().isPresent()) {
                assertThat(given).isEqualTo(counted(bytes, table.form().get(), table.header()));
            }
            tally.read++;
            tally.rows += given;
        } catch (UserException | IOException | UncheckedIOException e) {
            assertThat(e).hasMessageContaining(" ");
            tally.refused++;
        }
    }

    /** Rows below the header, counted apart. */
    private static long counted(byte[] bytes, TextForm form, List<String> header) throws IOException {
        String text = new String(bytes, form.begin(), bytes.length - form.begin(), Charset.forName(form.charset()));
        DelimitedReader reader =
                new DelimitedReader(() -> new StringReader(text), form.separator(), form.marks(header), 10);
        List<Boolean> filled = new ArrayList<>();
        reader.forEachRemaining(l -> filled.add(l.cells().stream().anyMatch(c -> !c.isBlank()) || l.tooLong()));
        return filled.stream().skip(form.leadRows() + 1L).filter(f -> f).count();
    }

    @Test
    @Timeout(value = 60L + 20L * 100, unit = TimeUnit.SECONDS)
    void mutatedTextIsReadOrRefused() throws IOException {
        Random random = new Random(20_250_101);
        Tally tally = new Tally();
        List<byte[]> samples = new ArrayList<>();
        for (String sample : SAMPLES) {
            String text = Tables.text(sample + ".csv");
            for (String charset : CHARSETS) {
                samples.add(text.getBytes(Charset.forName(charset)));
            }
            samples.add(text.replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8));
            samples.add(text.replace(",", ";").getBytes(StandardCharsets.UTF_8));
        }
        int inputs = TEXTS * Mutations.ROUNDS;
        for (int i = 0; i < inputs; i++) {
            read(Mutations.ofTables(random).damage(samples.get(i % samples.size())), tally);
        }
        assertThat(tally.read + tally.refused).isEqualTo(inputs);
        assertThat(tally.read).isGreaterThan(inputs / 2);
        assertThat(tally.rows).isGreaterThan(inputs);
    }

    @Test
    @Timeout(value = 60L + 20L * 100, unit = TimeUnit.SECONDS)
    void mutatedWorkbooksAreReadOrRefused() throws IOException {
        Random random = new Random(20_250_102);
        Tally tally = new Tally();
        List<byte[]> samples = new ArrayList<>();
        for (String sample : List.of("patentscope-2025", "espacenet-2015", "patsnap-zh", "incopat")) {
            List<List<?>> rows = new ArrayList<>();
            try (TableFile table = Tables.open(Tables.resource(sample + ".csv"))) {
                rows.add(table.header());
            }
            rows.addAll(Tables.cells(Tables.resource(sample + ".csv")));
            samples.add(TestWorkbooks.xls(new TestSheet("ResultSet", rows)));
            samples.add(TestWorkbooks.xlsx(new TestSheet("S", rows)));
        }
        int inputs = WORKBOOKS * Mutations.ROUNDS;
        for (int i = 0; i < inputs; i++) {
            read(Mutations.ofTables(random).damage(samples.get(i % samples.size())), tally);
        }
        assertThat(tally.read + tally.refused).isEqualTo(inputs);
        assertThat(tally.read).isPositive();
        assertThat(tally.refused).isPositive();
    }

    @Test
    @Timeout(value = 60L + 20L * 100, unit = TimeUnit.SECONDS)
    void mutatedSheetsAreReadOrRefused() throws IOException {
        // Mutated before packing: behind the check sums that stop most of the others.
        Random random = new Random(20_250_103);
        Tally tally = new Tally();
        String rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>IPC</t></is></c></row>"
                + "<row r='2'><c r='A2'><v>12345678901</v></c><c r='C2' t='str'><f>A1</f><v>x</v></c></row>"
                + "<row r='4'><c t='b'><v>1</v></c><c t='d'><v>2015-02-26</v></c><c s='1' t='n'><v>1E300</v></c></row>";
        String texts = "<si><t>Title</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>";
        int inputs = WORKBOOKS * Mutations.ROUNDS;
        for (int i = 0; i < inputs; i++) {
            byte[] mutated = Mutations.ofTables(random).damage(rows.getBytes(StandardCharsets.UTF_8));
            read(TestWorkbooks.xlsxOf(new String(mutated, StandardCharsets.UTF_8), texts), tally);
        }
        assertThat(tally.read + tally.refused).isEqualTo(inputs);
        assertThat(tally.read).isPositive();
        assertThat(tally.refused).isPositive();
    }

    @Test
    @Timeout(value = 60L + 20L * 100, unit = TimeUnit.SECONDS)
    void noiseHasAFormThatReadsAllOfIt() throws IOException {
        Random random = new Random(20_250_104);
        String[] alphabets = {
            "\0a\n", "\u00ff\u00fe\0\n,", "\u00ef\u00bb\u00bf,;\n", "\"\n\r\t;|,", "\u00810\u0089\u00b0\u00a1\n,"
        };
        List<Character> separators = Arrays.asList(null, ',', '\t', '|');
        List<String> charsets = Arrays.asList(null, "UTF-8", "utf-16le", "gb18030", "Shift_JIS");
        for (int i = 0; i < NOISES * Mutations.ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(1 << random.nextInt(13))];
            random.nextBytes(bytes);
            String alphabet = alphabets[random.nextInt(alphabets.length)];
            for (int at = 0; random.nextInt(4) > 0 && at < bytes.length; at++) {
                bytes[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            TextForm.Given given = new TextForm.Given(
                    charsets.get(random.nextInt(5)),
                    separators.get(random.nextInt(4)),
                    random.nextBoolean() ? '"' : null,
                    Set.of());

            TextForm form =
                    TextForm.look(() -> new ByteArrayInputStream(bytes), given).form();

            assertThat(form.begin()).isBetween(0, bytes.length);
            assertThat(form.separator()).isNotEqualTo(form.quote());
            assertThat(form.describe()).startsWith(form.charset());
            if (given.charset() != null && form.begin() == 0) {
                assertThat(form.charset())
                        .isEqualToIgnoringCase(given.charset().equals("Shift_JIS") ? "windows-31j" : given.charset());
            }
            assertThat(counted(bytes, form, List.of())).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void longCellsTakeTimeByTheirLengthOnly() throws IOException {
        // What looks through a cell again at each of its characters takes some seconds, what does so once a hundredth
        // of one.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (String sample : LAYOUTS) {
            List<String> header;
            try (TableFile table = Tables.open(Tables.resource(sample + ".csv"))) {
                header = table.header();
            }
            TableLayout.Bound bound =
                    TableLayouts.recognise(header).flatMap(l -> l.bind(header)).orElseThrow();
            for (String part : List.of("&", "[", " ", ",", "{", "('", ";", "|", "[0 US]", "\n", "&#38;", "1", "A1,")) {
                String text = part.repeat(LONG / part.length());
                for (String cell : List.of("x" + text + "y", text)) {
                    long start = threads.getCurrentThreadCpuTime();
                    Map<Field, String> fields = bound.fields(Collections.nCopies(header.size(), cell));
                    assertThat(threads.getCurrentThreadCpuTime() - start)
                            .as("%s of %s", part, sample)
                            .isLessThan(TimeUnit.MILLISECONDS.toNanos(1_500));
                    if (cell.startsWith("x")) {
                        assertThat(fields).containsKey(Field.TITLE);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void smallWorkbookThatUnpacksToHundredsOfMegabytesIsRefusedEarly(boolean lies) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            TestWorkbooks.part(zip, "xl/workbook.xml", "<workbook/>");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst>".getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = "<si><t></t></si>".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) {
                zip.write(megabyte);
            }
            zip.closeEntry();
        }
        byte[] bytes = out.toByteArray();
        assertThat(bytes.length).isLessThan(4 << 20);
        if (lies) {
            understate(bytes);
        }
        // One that tells its size is refused unread, another once it is longer than it says and no longer small.
        assertThatThrownBy(() -> Tables.cells(bytes))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("xl/sharedStrings.xml unpacks to " + (lies ? 32 : 300) + " MiB or more");
    }

    /** Writes 1,000 as the unpacked size of the last entry of an archive. */
    private static void understate(byte[] zip) {
        int header = zip.length - 1;
        while (zip[header] != 'P' || zip[header + 1] != 'K' || zip[header + 2] != 1) {
            header--;
        }
        byte[] size = {(byte) 0xe8, 3, 0, 0};
        System.arraycopy(size, 0, zip, header + 24, 4);
    }
}
