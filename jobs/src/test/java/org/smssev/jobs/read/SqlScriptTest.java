package org.smssev.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void semicolonsInQuotesAndCommentsEndNoStatement() {
        assertThat(SqlScript.statements("SELECT ';', \"a;\\\";\" -- one; two\n; /* ; */ SELECT `x;y`\n;\n;"))
                .containsExactly("SELECT ';', \"a;\\\";\" -- one; two", "/* ; */ SELECT `x;y`");
    }

    @Test
    void aTextOfBlanksAndCommentsHasNoStatement() {
        assertThat(SqlScript.statements(" \n-- nothing; here\n/* nor ; here */;"))
                .isEmpty();
    }

    @Test
    void aStatementIsCompleteWithItsSemicolon() {
        assertThat(SqlScript.isComplete("SELECT 1;")).isTrue();
        assertThat(SqlScript.isComplete("SELECT 1; -- done")).isTrue();
        assertThat(SqlScript.isComplete("")).isTrue();
        assertThat(SqlScript.isComplete("SELECT 1")).isFalse();
        assertThat(SqlScript.isComplete("SELECT ';")).isFalse();
        assertThat(SqlScript.isComplete("SELECT 1; SELECT 2")).isFalse();
    }
}
