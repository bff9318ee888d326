package org.smssev.jobs.run;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Supplier;

/**
 * Keeps MLlib from giving sessions the two functions by which SQL turns vectors into arrays and back. Nothing here calls
 * them, and to make them takes Scala's reflection most of a second. What else extends sessions is found as before.
 */
final class WithoutMllibFunctions extends ClassLoader {
    /** Where those who extend sessions name themselves. */
    static final String EXTENSIONS = "META-INF/services/org.apache.spark.sql.SparkSessionExtensionsProvider";

    WithoutMllibFunctions(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.equals(EXTENSIONS)) {
            return all;
        }
        return Collections.enumeration(Collections.list(all).stream()
                .filter(url -> !url.getPath().contains("/spark-mllib_"))
                .toList());
    }

    /** Makes something, a session, of which MLlib is not told. */
    static <T> T get(Supplier<T> make) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new WithoutMllibFunctions(before));
        try {
            return make.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
