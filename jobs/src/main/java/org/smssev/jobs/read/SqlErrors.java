package org.smssev.jobs.read;

import java.util.Locale;
import org.apache.spark.SparkThrowable;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** What Spark says of a query, in a line. */
public final class SqlErrors {
    /** Classes of SQLSTATE that blame the query: what is not supported, rows too many, data, words, its own errors. */
    private static final String OF_THE_QUERY = "(0A|21|22|42|P0).*";

    private SqlErrors() {}

    /** An error of the query as one that the user can mend; any other as it is. */
    public static RuntimeException of(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable said
                    && said.getSqlState() != null
                    && said.getSqlState().toUpperCase(Locale.ROOT).matches(OF_THE_QUERY)) {
                return new UserException(
                        Exit.USAGE,
                        "sql: " + firstLine(cause)
                                + "\nCorrect the query. `smssev tables` lists tables, views and columns.",
                        error);
            }
        }
        return error instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(error);
    }

    /** The first line of Spark's message, without its codes. */
    static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\[[A-Z_.]+\\] ", "")
                .replaceFirst(" SQLSTATE: \\w{5}", "");
    }
}
