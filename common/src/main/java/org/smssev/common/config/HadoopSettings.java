package org.smssev.common.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.io.LocalFiles;

/**
 * Hadoop's settings outside of Spark: those of the class path, over them {@code spark.hadoop.*} as spark-submit or the JVM
 * were given them, and over all those of the configuration. A session takes them in the same order.
 */
public final class HadoopSettings {
    private static final String PREFIX = "spark.hadoop.";

    private HadoopSettings() {}

    /** The settings, with what a configuration says of Spark. */
    public static Configuration of(Map<String, String> spark) {
        Configuration hadoop = new Configuration();
        LocalFiles.into(hadoop);
        withSubmitted(spark).forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                hadoop.set(key.substring(PREFIX.length()), value);
            }
        });
        return hadoop;
    }

    /** What a configuration says of Spark, and {@code spark.hadoop.*} of spark-submit or the JVM where it says nothing. */
    public static Map<String, String> withSubmitted(Map<String, String> spark) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : System.getProperties().stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                settings.put(key, System.getProperty(key));
            }
        }
        settings.putAll(spark);
        return settings;
    }
}
