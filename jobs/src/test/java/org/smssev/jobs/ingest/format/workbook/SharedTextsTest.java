package org.smssev.jobs.ingest.format.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
    private static final long HEAP_OF_TWO = 300;

    @Test
    void textsBeyondTheMemoryAreReadFromAFile() throws IOException {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String characters =
                    List.of("abc ", "Ωé陶", "\ud83d\ude00 ", "\ud800x").get(random.nextInt(4));
            texts.add(characters.repeat(random.nextInt(i % 500 == 0 ? 60_000 : 40)));
        }
        try (SharedTexts few = new SharedTexts(100_000);
                SharedTexts all = new SharedTexts(Long.MAX_VALUE)) {
            for (String text : texts) {
                assertThat(few.add(text) && all.add(text)).isTrue();
            }
            assertThat(few.size()).isEqualTo(texts.size()).isEqualTo(all.size());
            for (int i = 0; i < texts.size(); i++) {
                assertThat(few.get(i)).isEqualTo(texts.get(i)).isEqualTo(all.get(i));
            }
            for (int i = 0; i < 3_000; i++) {
                int any = random.nextInt(texts.size());
                assertThat(few.get(any)).isEqualTo(texts.get(any));
            }
            assertThat(few.get(texts.size())).isNull();
            assertThat(few.get(-1)).isNull();
        }
    }

    @Test
    void textsMayBeAddedBetweenReadings() throws IOException {
        try (SharedTexts texts = new SharedTexts(HEAP_OF_TWO)) {
            for (int i = 0; i < 30; i++) {
                assertThat(texts.add("text " + i)).isTrue();
                assertThat(texts.get(i)).isEqualTo("text " + i);
            }
        }
    }

    @Test
    void placesAreBoundedToo() throws IOException {
        try (SharedTexts texts = new SharedTexts(HEAP_OF_TWO)) {
            int taken = 0;
            while (taken < 1_000 && texts.add("a")) {
                taken++;
            }
            assertThat(taken)
                    .as("five of 57 bytes, and the places of the others")
                    .isEqualTo(5 + 36);
            assertThat(texts.size()).isEqualTo(taken);
        }
    }

    @Test
    void aFullDiskIsNoDamageOfAWorkbook() {
        SharedTexts.FileException full = new SharedTexts.FileException(new IOException("No space left on device"));

        assertThatThrownBy(() -> new WorkbookErrors("a.xlsx").guard(() -> {
                    throw full;
                }))
                .isSameAs(full);
    }
}
