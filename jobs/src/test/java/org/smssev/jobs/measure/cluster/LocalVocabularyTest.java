package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalVocabularyTest {
    private static int number(LocalVocabulary vocabulary, char mark, String name) {
        return vocabulary.number(mark, name.toCharArray(), name.length());
    }

    @Test
    void namesOfTheSameHashAreKeptApart() {
        LocalVocabulary vocabulary = new LocalVocabulary();
        // 31 A + a = 31 B + B
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(number(vocabulary, 'w', "Aa")).isZero();
        assertThat(number(vocabulary, 'w', "BB")).isEqualTo(1);
        assertThat(number(vocabulary, 'w', "Aa")).isZero();
        assertThat(number(vocabulary, 'w', "BB")).isEqualTo(1);
        assertThat(vocabulary.names()).containsExactly("wAa", "wBB");
    }

    @Test
    void marksAndLengthsKeepNamesApart() {
        LocalVocabulary vocabulary = new LocalVocabulary();
        assertThat(number(vocabulary, 'w', "a")).isZero();
        assertThat(number(vocabulary, 'c', "a")).isEqualTo(1);
        assertThat(number(vocabulary, 'w', "ab")).isEqualTo(2);
        assertThat(number(vocabulary, 'w', "")).isEqualTo(3);
        // Only as many characters of the buffer count as are said.
        assertThat(vocabulary.number('w', "abc".toCharArray(), 1)).isZero();
        assertThat(vocabulary.names()).containsExactly("wa", "ca", "wab", "w");
    }

    @Test
    void numbersStayWhileItGrows() {
        LocalVocabulary vocabulary = new LocalVocabulary();
        int names = 20_000;
        for (int i = 0; i < names; i++) {
            assertThat(number(vocabulary, 'w', "name" + i)).isEqualTo(i);
        }
        for (int i = 0; i < names; i++) {
            assertThat(number(vocabulary, 'w', "name" + i)).isEqualTo(i);
        }
        assertThat(vocabulary.names()).hasSize(names).endsWith("wname" + (names - 1));
    }
}
