package org.smssev.jobs.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** DuckDB on a Parquet mirror, opened by the mirror's own script and without any extension from elsewhere. */
public final class DuckDb implements AutoCloseable {
    private final Connection connection;

    /** Opens a mirror. */
    public DuckDb(Path mirror) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET autoinstall_known_extensions=false");
        execute("SET TimeZone='UTC'");
        execute("SET file_search_path='" + mirror.toString().replace("'", "''") + "'");
        execute(Files.readString(mirror.resolve("duckdb.sql")));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, lists as lists. */
    public List<List<Object>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                    Object value = result.getObject(c);
                    row.add(value instanceof Array list ? Arrays.asList((Object[]) list.getArray()) : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
