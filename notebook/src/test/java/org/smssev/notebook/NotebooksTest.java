package org.smssev.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.notebook.kernel.JavaShell;
import org.smssev.notebook.kernel.KernelSpec;

/** The notebooks of the project, executed on a warehouse with two releases. */
class NotebooksTest {
    private static final long MINUTES = 3;

    @BeforeAll
    static void openWarehouse() {
        System.setProperty("java.awt.headless", "true");
        System.setProperty(Results.PROPERTY, TwoReleases.warehouse().toString());
    }

    static List<NotebookFile> notebooks() {
        return NotebookFile.all();
    }

    @Test
    void thereAreFiveWithoutOutputsForTheJavaKernel() {
        assertThat(notebooks()).hasSize(5).allSatisfy(notebook -> {
            assertThat(notebook.json().at("/metadata/kernelspec/name").asText()).isEqualTo("java");
            assertThat(notebook.codeCells()).allSatisfy(cell -> {
                assertThat(cell.path("outputs")).as("outputs are not committed").isEmpty();
                assertThat(cell.path("execution_count").isNull()).isTrue();
            });
            assertThat(notebook.json().findValuesAsText("id")).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellRunsShowsSomethingAndWritesNothing(NotebookFile notebook) {
        assumeFont();
        Map<String, String> before = TwoReleases.files();
        List<Object> shown = new ArrayList<>();
        try (JavaShell shell = new JavaShell()) {
            for (JsonNode cell : notebook.codeCells()) {
                Object value = shell.eval(NotebookFile.source(cell));
                assertThat(value != null || NotebookFile.source(cell).contains("%jars"))
                        .as(NotebookFile.source(cell))
                        .isTrue();
                shown.add(value);
            }
        }
        assertThat(shown).filteredOn(BufferedImage.class::isInstance).hasSizeGreaterThanOrEqualTo(1);
        assertThat(shown)
                .filteredOn(TextTable.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(2)
                .anySatisfy(table -> assertThat(((TextTable) table).rows()).isNotEmpty());
        assertThat(TwoReleases.files()).isEqualTo(before);
    }

    @Test
    void jupyterExecutesANotebookWithTheKernel(@TempDir Path folder) throws IOException, InterruptedException {
        assumeFont();
        assumeTrue(
                hasNbConvert(),
                "there is no jupyter nbconvert; on Debian: apt-get install jupyter-nbconvert jupyter-client");
        KernelSpec.main(new String[] {folder.toString()});
        Path log = folder.resolve("log");
        ProcessBuilder jupyter = new ProcessBuilder(
                        "jupyter",
                        "nbconvert",
                        "--to",
                        "notebook",
                        "--execute",
                        "--output-dir",
                        folder.toString(),
                        NotebookFile.all()
                                .get(0)
                                .file()
                                .resolveSibling("network.ipynb")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        jupyter.environment().put("JUPYTER_PATH", folder.toString());
        jupyter.environment().put(Results.VARIABLE, TwoReleases.warehouse().toString());
        Process process = jupyter.start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        NotebookFile executed = NotebookFile.read(folder.resolve("network.ipynb"));
        List<String> kinds = new ArrayList<>();
        executed.codeCells()
                .forEach(cell -> cell.path("outputs")
                        .forEach(output -> output.path("data").fieldNames().forEachRemaining(kinds::add)));
        assertThat(kinds).contains("image/png", "text/html", "text/plain");
    }

    /** Without any font, Java draws no chart. */
    private static void assumeFont() {
        String lack = "";
        try {
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics()
                    .stringWidth("x");
        } catch (InternalError | RuntimeException e) {
            lack = e.toString();
        }
        assumeTrue(lack.isEmpty(), "pictures need a font; on Debian: apt-get install fonts-dejavu-core: " + lack);
    }

    private static boolean hasNbConvert() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("jupyter", "nbconvert", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor(1, TimeUnit.MINUTES) && version.exitValue() == 0;
        } catch (IOException e) {
            // No program of that name.
            return false;
        }
    }
}
