package org.smssev.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JavaShellTest {
    private static final JavaShell SHELL = new JavaShell();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    @Test
    void valueOfTheLastExpressionComesBackAsItIs() {
        assertThat(SHELL.eval("int x = 40;\nx + 2")).isEqualTo(42);
        assertThat(SHELL.eval("x")).isEqualTo(40);
        assertThat(SHELL.eval("java.util.List.of(1, 2)\n    .subList(0, 1);")).isEqualTo(List.of(1));
        assertThat(SHELL.eval("String declared = \"a\";")).isNull();
        assertThat(SHELL.eval("// nothing")).isNull();
        assertThat(SHELL.eval("record Pair(int a, int b) {}\nnew Pair(1, 2).toString()"))
                .isEqualTo("Pair[a=1, b=2]");
    }

    @Test
    void whatIsWrongIsTold() {
        assertThatThrownBy(() -> SHELL.eval("int y = \"text\";"))
                .isInstanceOf(CellException.class)
                .hasMessageContaining("int y = \"text\";")
                .hasMessageContaining("String cannot be converted to int");
        assertThatThrownBy(() -> SHELL.eval("java.util.List.of(1, 2, 3).get(7)"))
                .isInstanceOf(CellException.class)
                .hasMessageContaining("ArrayIndexOutOfBoundsException");
        assertThatThrownBy(() -> SHELL.eval("if (true) {")).hasMessageContaining("is not complete");
        assertThatThrownBy(() -> SHELL.eval("void f() { unknown(); }")).hasMessageContaining("unknown()");
        assertThatThrownBy(() -> SHELL.eval("1 +* 2")).isInstanceOf(CellException.class);
    }

    @Test
    void magicsOfOtherKernelsDoNoHarm() {
        assertThat(SHELL.eval("%jars ../notebook/target/jupyter/" + KernelSpec.PATH_JAR + "\n1 + 1"))
                .isEqualTo(2);
        assertThatThrownBy(() -> SHELL.eval("%jars absent.jar")).hasMessageContaining("jar not found");
        assertThatThrownBy(() -> SHELL.eval("%maven a:b:1")).hasMessageContaining("%maven: unknown magic");
    }

    @Test
    void codeIsCompleted() {
        int[] anchor = new int[1];
        assertThat(SHELL.continuations("\"text\".toUpp", 12, anchor)).anyMatch(name -> name.startsWith("toUpperCase("));
        assertThat(anchor[0]).isEqualTo(7);
        assertThat(SHELL.signatures("\"text\".repeat(", 14)).anyMatch(signature -> signature.contains("repeat(int"));
    }
}
