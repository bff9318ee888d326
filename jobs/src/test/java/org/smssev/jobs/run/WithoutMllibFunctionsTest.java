package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutMllibFunctionsTest {
    private static List<URL> extensions() {
        try {
            return Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(WithoutMllibFunctions.EXTENSIONS));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void mllibIsHiddenAndOthersAreFound(@TempDir Path folder) throws IOException {
        Path other = folder.resolve(WithoutMllibFunctions.EXTENSIONS);
        Files.createDirectories(other.getParent());
        Files.writeString(other, "org.example.Extensions");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader both = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(both);

            assertThat(extensions()).anyMatch(url -> url.getPath().contains("/spark-mllib_"));
            assertThat(WithoutMllibFunctions.get(WithoutMllibFunctionsTest::extensions))
                    .containsExactly(other.toUri().toURL());
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(both);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void classesAreTheSameAndTheLoaderOfBeforeComesBackAfterAFailure() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(WithoutMllibFunctions.get(() -> loaded(SparkSessionExtensionsProvider.class.getName())))
                .isSameAs(SparkSessionExtensionsProvider.class);
        assertThatThrownBy(() -> WithoutMllibFunctions.get(() -> loaded("org.example.None")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
