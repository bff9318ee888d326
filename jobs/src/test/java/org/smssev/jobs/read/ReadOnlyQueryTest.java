package org.smssev.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** What passes and what does not; no Spark session. */
class ReadOnlyQueryTest {
    private static final List<String> KNOWN =
            List.of("grade.technologies", "grade.evidence", "views.graded_list", "meta.runs");

    private static ReadOnlyQuery of(String query) {
        return ReadOnlyQuery.of(query, KNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "VALUES (1, 'a')",
                "SELECT array('a', 'b') AS list, named_struct('x', 1) AS part",
                "SELECT transform(array(1, 2), x -> x + 1)",
                "SELECT * FROM range(3) r(i) WHERE i > 1",
                "SELECT * FROM (VALUES (1, 'a')) AS t(x, y) ORDER BY x LIMIT 1 OFFSET 1",
                "SELECT * FROM VALUES (1, 2) t(a, b) UNPIVOT (v FOR n IN (a, b))",
                "SELECT DISTINCT a FROM VALUES (1), (2) t(a) INTERSECT SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3",
                "EXPLAIN SELECT 1"
            })
    void queriesWithoutTablesPass(String query) {
        assertThat(of(query).reads()).isEmpty();
    }

    static Stream<List<String>> readers() {
        return Stream.of(
                List.of("SELECT * FROM grade.technologies", "grade.technologies"),
                List.of("select * from GRADE.Technologies t", "grade.technologies"),
                List.of("SELECT * FROM `grade`.`technologies` TABLESAMPLE (10 PERCENT)", "grade.technologies"),
                List.of("DESCRIBE views.graded_list", "views.graded_list"),
                List.of("DESCRIBE TABLE EXTENDED views.graded_list", "views.graded_list"),
                List.of("EXPLAIN FORMATTED SELECT * FROM meta.runs", "meta.runs"),
                List.of("SELECT p FROM grade.technologies t, LATERAL explode(t.provenance) e(p)", "grade.technologies"),
                List.of("WITH x AS (SELECT * FROM meta.runs) SELECT * FROM X", "meta.runs"),
                List.of("SELECT (SELECT max(run_id) FROM meta.runs) AS newest", "meta.runs"),
                List.of("SELECT 1 WHERE EXISTS (SELECT 1 FROM meta.runs WHERE 1 IN (SELECT 1))", "meta.runs"),
                List.of(
                        "SELECT technology_id, row_number() OVER (PARTITION BY level ORDER BY score) FROM"
                                + " grade.technologies QUALIFY row_number() OVER (ORDER BY score) < 3",
                        "grade.technologies"),
                List.of(
                        "SELECT p, count(*) FROM grade.technologies LATERAL VIEW explode(provenance) e AS p GROUP BY p"
                                + " HAVING count(*) > 1",
                        "grade.technologies"),
                List.of(
                        "SELECT * FROM (SELECT level, domain FROM grade.technologies) PIVOT (count(*) FOR level IN"
                                + " ('LEVEL_1'))",
                        "grade.technologies"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void tablesThatThereAreAreFoundWhereverTheyStand(List<String> given) {
        assertThat(of(given.get(0)).reads()).containsExactly(given.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE grade.technologies",
                "INSERT INTO grade.technologies SELECT * FROM grade.technologies",
                "INSERT OVERWRITE DIRECTORY '/tmp/x' USING csv SELECT * FROM grade.technologies",
                "INSERT OVERWRITE LOCAL DIRECTORY '/tmp/x' SELECT * FROM grade.technologies",
                "WITH x AS (SELECT 1) INSERT INTO grade.technologies SELECT * FROM x",
                "FROM grade.technologies INSERT INTO grade.evidence SELECT *",
                "CREATE TABLE x AS SELECT * FROM grade.technologies",
                "CREATE TABLE x USING parquet LOCATION '/etc' AS SELECT 1",
                "CREATE TEMPORARY VIEW x USING csv OPTIONS (path '/etc/passwd')",
                "CREATE VIEW x AS SELECT 1",
                "CREATE FUNCTION f AS 'java.lang.Runtime'",
                "CREATE TEMPORARY FUNCTION f() RETURNS INT RETURN 1",
                "DELETE FROM grade.technologies",
                "UPDATE grade.technologies SET level = 'LEVEL_1'",
                "MERGE INTO grade.technologies t USING meta.runs r ON true WHEN MATCHED THEN DELETE",
                "TRUNCATE TABLE grade.technologies",
                "ALTER TABLE grade.technologies ADD COLUMN x INT",
                "COMMENT ON TABLE grade.technologies IS 'x'",
                "SET spark.sql.ansi.enabled=false",
                "SET",
                "RESET",
                "ADD JAR '/tmp/x.jar'",
                "ADD FILE '/etc/passwd'",
                "LIST JARS",
                "USE grade",
                "CACHE TABLE x AS SELECT 1",
                "CACHE TABLE grade.technologies",
                "CLEAR CACHE",
                "REFRESH '/tmp'",
                "ANALYZE TABLE grade.technologies COMPUTE STATISTICS",
                "LOAD DATA INPATH '/etc/passwd' INTO TABLE grade.technologies",
                "SHOW TABLES",
                "SHOW CREATE TABLE grade.technologies",
                "CALL x.y()",
                "DECLARE x = 1",
                "EXECUTE IMMEDIATE 'DROP TABLE grade.technologies'",
                "BEGIN SELECT 1; DROP TABLE grade.technologies; END",
                "EXPLAIN DROP TABLE grade.technologies",
                "EXPLAIN INSERT INTO grade.technologies SELECT 1",
                "SELECT TRANSFORM(technology_id) USING 'cat /etc/passwd' AS x FROM grade.technologies",
                "FROM grade.technologies REDUCE technology_id USING 'sh'",
                "DESCRIBE FUNCTION abs",
                "DESCRIBE QUERY SELECT * FROM parquet.`/etc/passwd`"
            })
    void statementsThatDoMoreThanReadAreRefused(String statement) {
        refuses(statement, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM parquet.`/etc/passwd`",
                "SELECT * FROM csv.`/etc/passwd`",
                "SELECT * FROM text.`file:///etc/passwd`",
                "SELECT * FROM delta.`/w/grade/technologies`",
                "SELECT * FROM json.`http://example.org/x`",
                "SELECT * FROM binaryFile.`/etc`",
                "SELECT * FROM `grade.technologies`",
                "SELECT * FROM spark_catalog.grade.technologies",
                "SELECT * FROM technologies",
                "SELECT 1 WHERE EXISTS (SELECT * FROM csv.`/etc/passwd`)",
                "SELECT (SELECT max(value) FROM text.`/etc/passwd`)",
                "SELECT 1 IN (SELECT value FROM text.`/etc/passwd`)",
                "WITH x AS (SELECT * FROM text.`/etc/passwd`) SELECT 1",
                "WITH x AS (WITH y AS (SELECT * FROM text.`/etc/passwd`) SELECT * FROM y) SELECT * FROM x",
                "SELECT * FROM grade.technologies, LATERAL (SELECT * FROM text.`/etc/passwd`)",
                "SELECT * FROM grade.technologies JOIN text.`/etc/passwd` ON true",
                "SELECT transform(array(1), x -> (SELECT max(value) FROM text.`/etc/passwd`))",
                "VALUES ((SELECT max(value) FROM text.`/etc/passwd`))",
                "SELECT 1 ORDER BY (SELECT max(value) FROM text.`/etc/passwd`)",
                "SELECT 1 LIMIT (SELECT count(*) FROM text.`/etc/passwd`)",
                "EXPLAIN SELECT * FROM text.`/etc/passwd`",
                "DESCRIBE text.`/etc/passwd`",
                "DESCRIBE DETAIL grade.technologies",
                "DESCRIBE HISTORY grade.technologies",
                "TABLE text.`/etc/passwd`",
                "FROM text.`/etc/passwd` |> SELECT *"
            })
    void filesAndOtherNamesAreNoTables(String query) {
        refuses(query, "no such table or view");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT java_method('java.lang.System', 'exit', 0)",
                "SELECT REFLECT('java.lang.Runtime', 'getRuntime')",
                "SELECT try_reflect('java.lang.System', 'getenv', 'HOME')",
                "SELECT 1 WHERE java_method('java.lang.System', 'getProperty', 'user.home') = 'x'",
                "SELECT `java_method`('java.lang.System', 'exit', 0)",
                "SELECT system.builtin.java_method('java.lang.System', 'exit', 0)",
                "SELECT transform(array('x'), x -> reflect('java.lang.System', 'getenv', x))",
                "SELECT * FROM grade.technologies ORDER BY reflect('java.lang.System', 'getenv', 'HOME')",
                "SELECT sum(1) FILTER (WHERE reflect('java.lang.System', 'getenv', 'HOME') = '') FROM"
                        + " grade.technologies"
            })
    void functionsThatCallJavaAreRefused(String query) {
        refuses(query, "calls code outside of SQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT IDENTIFIER('java_method')('java.lang.System', 'exit', 0)",
                "SELECT * FROM IDENTIFIER('parquet.`/etc/passwd`')",
                "SELECT * FROM table_changes('grade.technologies', 0)",
                "SELECT * FROM table_changes_by_path('/w/grade/technologies', 0)",
                "SELECT * FROM read_files('/etc/passwd')",
                "SELECT * FROM python_worker_logs()",
                "SELECT * FROM grade.technologies VERSION AS OF 0",
                "SELECT * FROM grade.technologies TIMESTAMP AS OF '2026-01-01'",
                "SELECT * FROM grade.technologies WITH (path = '/etc/passwd')",
                "SELECT * FROM STREAM grade.technologies",
                "SELECT from_xml('<a/>', 'a INT', map('rowValidationXSDPath', '/etc/passwd'))",
                "SELECT schema_of_xml('<a/>', map('rowValidationXSDPath', '/etc/passwd'))",
                "SELECT from_protobuf(x, 'A', '/etc/passwd', map()) FROM VALUES (1) t(x)"
            })
    void waysAroundAreClosed(String query) {
        refuses(query, "");
    }

    @Test
    void variablesOfTheSurroundingsStandForThemselves() {
        assertThat(of("SELECT '${env:HOME}' AS home").text()).contains("${env:HOME}");
        refuses("SELECT * FROM ${env:HOME}", "");
    }

    @Test
    void errorsNameWhatIsWrongAndWhatThereIs() {
        refuses(
                "SELECT * FROM grade.technology",
                "no such table or view (grade.technology). Similar names are grade.evidence, grade.technologies");
        refuses("SELECT * FROM screen.technologies", "Similar names are grade.technologies");
        refuses("SELECT * FROM x.y", "`smssev tables` lists all of them. The schemas are grade, meta, views.");
        refuses("SELEC 1", "Syntax error at or near 'SELEC'");
        refuses("SELECT 1; DROP TABLE x", "Syntax error");
        refuses("", "");
    }

    private static void refuses(String query, String message) {
        assertThatThrownBy(() -> of(query))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((UserException) e).exit())
                .isEqualTo(Exit.USAGE);
    }
}
