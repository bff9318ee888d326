package org.smssev.jobs.testing;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.smssev.jobs.run.SparkSessions;

/** Gives a test the one Spark session of the JVM, as a parameter. */
public final class LocalSpark implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return session();
    }

    /** The session, opened at the first call. */
    public static SparkSession session() {
        return SparkSessions.open("local[2]", Map.of());
    }
}
