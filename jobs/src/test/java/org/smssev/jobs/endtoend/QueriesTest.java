package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableSchema;
import org.smssev.common.table.ViewDef;
import org.smssev.common.tables.Views;
import org.smssev.jobs.Stages;
import org.smssev.jobs.read.Catalog;
import org.smssev.jobs.read.ReadOnlyQuery;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.testing.DuckDb;
import org.smssev.jobs.testing.LocalSpark;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Each query of docs/queries.md, and so each view, in Spark on the demo's tables and in DuckDB on its mirror. */
class QueriesTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/queries.md");
    private static final Pattern QUESTION = Pattern.compile("(?ms)^## (\\d+)\\. ([^\\n]+)\\n(.*?)^```sql\\n(.*?)^```$");

    private static Catalog catalog;
    private static SparkSession spark;
    private static DuckDb mirror;

    record Question(int number, String words, String sql, boolean mayBeEmpty) {
        @Override
        public String toString() {
            return number + ". " + words;
        }
    }

    @BeforeAll
    static void openBoth() throws Exception {
        Demo demo = Demo.once();
        Console run = Console.run(
                "run",
                "--config",
                demo.config.toString(),
                "-D",
                "mirror.large=[ingest.families, screen.candidate_families]");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.computed()).as("the mirror is no reason to compute").isEmpty();
        catalog = new Catalog(
                TableDigest.warehouse(demo.warehouse),
                new RunHistory(TableDigest.warehouse(demo.warehouse)).latest().orElseThrow(),
                Stages.tables());
        spark = LocalSpark.session();
        Set<String> read = new TreeSet<>();
        questions()
                .forEach(q ->
                        read.addAll(ReadOnlyQuery.of(q.sql(), catalog.names()).reads()));
        Views.all().forEach(view -> read.add(view.name()));
        FileViews.create(
                spark,
                TableDigest.warehouse(demo.warehouse),
                new RunHistory(TableDigest.warehouse(demo.warehouse)).latest().orElseThrow(),
                Stages.tables().stream()
                        .filter(table -> catalog.names().contains(table.name()))
                        .toList());
        // The views as the command makes them, over these tables.
        catalog.statements(read).stream()
                .filter(statement -> !statement.contains("FROM delta.`"))
                .forEach(spark::sql);
        mirror = new DuckDb(demo.warehouse.resolve("mirror"));
    }

    @AfterAll
    static void close() throws Exception {
        if (mirror != null) {
            mirror.close();
        }
    }

    static List<Question> questions() {
        try {
            List<Question> questions = new ArrayList<>();
            Matcher matcher = QUESTION.matcher(Files.readString(PAGE));
            while (matcher.find()) {
                questions.add(new Question(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2),
                        matcher.group(4),
                        matcher.group(3).contains("Empty where")));
            }
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<ViewDef> views() {
        return Views.all().stream();
    }

    @Test
    void thereAreTwentyFiveQuestionsInOrder() throws IOException {
        assertThat(questions()).hasSize(25);
        assertThat(questions()).extracting(Question::number).isSorted().doesNotHaveDuplicates();
        assertThat(Files.readString(PAGE).split("```sql"))
                .as("every query is tested")
                .hasSize(26);
    }

    @Test
    void everyViewIsAskedAndSoComparedInBoth() {
        Set<String> asked = new TreeSet<>();
        questions()
                .forEach(q ->
                        asked.addAll(ReadOnlyQuery.of(q.sql(), catalog.names()).reads()));
        assertThat(asked).containsAll(Views.all().stream().map(ViewDef::name).toList());
    }

    @Test
    void whatWasCheckedIsWhatRuns() {
        ReadOnlyQuery query = ReadOnlyQuery.of("SELECT '${system:user.home} ${env:PATH}' AS x", catalog.names());
        assertThat(catalog.query(spark, query).first().getString(0)).isEqualTo("${system:user.home} ${env:PATH}");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionHasTheSameAnswerInBoth(Question question) throws Exception {
        List<List<Object>> answer = same(question.sql());
        if (!question.mayBeEmpty()) {
            assertThat(answer).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewIsAsDeclared(ViewDef view) throws Exception {
        TableDef def = view.table();
        assertThat(catalog.names()).containsAll(view.reads());
        StructField[] fields = spark.table(view.name()).schema().fields();
        StructField[] declared = TableSchema.spark(def.type()).fields();
        for (int c = 0; c < declared.length; c++) {
            assertThat(fields[c].name()).isEqualTo(declared[c].name());
            assertThat(fields[c].dataType()).as(fields[c].name()).isEqualTo(declared[c].dataType());
            assertThat(fields[c].getComment().get())
                    .isEqualTo(declared[c].getComment().get());
        }
        assertThat(fields).hasSameSizeAs(declared);

        String all = "SELECT * FROM " + view.name() + " ORDER BY " + String.join(", ", def.key());
        List<List<Object>> rows = mirror.rows(all);
        Set<List<Object>> keys = new HashSet<>();
        for (List<Object> row : rows) {
            List<Object> key = new ArrayList<>();
            for (int c = 0; c < declared.length; c++) {
                if (row.get(c) == null && !def.columns().get(c).nullable()) {
                    fail(declared[c].name() + " is null in " + row);
                }
                if (def.key().contains(declared[c].name())) {
                    key.add(row.get(c));
                }
            }
            if (!keys.add(key)) {
                fail("two rows have the key " + key);
            }
        }
        if (!view.name().startsWith("views.movement")) {
            assertThat(rows).isNotEmpty();
        }
    }

    /** The rows of a query, which both give in the same order. */
    private static List<List<Object>> same(String sql) throws Exception {
        List<List<Object>> inSpark = new ArrayList<>();
        for (Row row : spark.sql(sql).collectAsList()) {
            List<Object> values = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                values.add(plain(row.get(c)));
            }
            inSpark.add(values);
        }
        List<List<Object>> inDuckDb = new ArrayList<>();
        mirror.rows(sql)
                .forEach(row -> inDuckDb.add(row.stream()
                        .collect(ArrayList::new, (list, value) -> list.add(plain(value)), ArrayList::addAll)));
        assertThat(inDuckDb).hasSameSizeAs(inSpark);
        for (int i = 0; i < inSpark.size(); i++) {
            for (int c = 0; c < inSpark.get(i).size(); c++) {
                equal(inSpark.get(i).get(c), inDuckDb.get(i).get(c), "row " + i + " column " + c);
            }
        }
        return inSpark;
    }

    private static void equal(Object inSpark, Object inDuckDb, String where) {
        if (inSpark instanceof Double a && inDuckDb instanceof Double b) {
            // Sums may be taken in another order.
            assertThat(b).as(where).isCloseTo(a, within(1e-12 + 1e-9 * Math.abs(a)));
        } else {
            assertThat(inDuckDb).as(where).isEqualTo(inSpark);
        }
    }

    /** The value as text, double, boolean, list or null, whatever either calls it. */
    private static Object plain(Object value) {
        if (value instanceof Double || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        } else if (value instanceof Number number) {
            return number.toString();
        } else if (value instanceof Seq<?> list) {
            return CollectionConverters.asJava(list).stream()
                    .map(String::valueOf)
                    .toList();
        } else if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        } else if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        } else if (value instanceof Boolean || value == null) {
            return value;
        }
        return value.toString();
    }
}
