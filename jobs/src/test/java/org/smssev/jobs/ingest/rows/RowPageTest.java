package org.smssev.jobs.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RowPageTest {
    /** Rows of a text and its length, all in the bytes of one buffer. */
    private static Iterator<InternalRow> rows(List<String> texts) {
        UnsafeRowWriter writer = new UnsafeRowWriter(2);
        return texts.stream()
                .map(text -> {
                    writer.reset();
                    writer.zeroOutNullBytes();
                    if (text == null) {
                        writer.setNullAt(0);
                    } else {
                        writer.write(0, UTF8String.fromString(text));
                    }
                    writer.write(1, text == null ? -1 : text.length());
                    return (InternalRow) writer.getRow();
                })
                .iterator();
    }

    private static List<RowPage> pages(List<String> texts) {
        List<RowPage> pages = new ArrayList<>();
        RowPage.pages(rows(texts)).forEachRemaining(pages::add);
        return pages;
    }

    private static List<String> texts(List<RowPage> pages) {
        List<String> texts = new ArrayList<>();
        for (RowPage page : pages) {
            page.rows().forEachRemaining(row -> {
                String text = row.isNullAt(0) ? null : row.getString(0);
                assertThat(row.getInt(1)).isEqualTo(text == null ? -1 : text.length());
                texts.add(text);
            });
        }
        return texts;
    }

    @Test
    void rowsComeBackInTheirOrderFromAsManyPagesAsTheyNeed() {
        List<String> texts = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 97 == 0 ? null : i + "x".repeat(i % 1_000))
                .toList();

        List<RowPage> pages = pages(texts);

        assertThat(pages).hasSize(3);
        assertThat(texts(pages)).isEqualTo(texts);
        assertThat(texts(pages)).isEqualTo(texts);
    }

    @Test
    void fieldsThatARowBeginsWithAndThatAreNullTakeNoRoom() {
        int fields = 70;
        UnsafeRowWriter writer = new UnsafeRowWriter(fields);
        List<InternalRow> rows = new ArrayList<>();
        for (int nulls = 0; nulls <= fields; nulls++) {
            writer.reset();
            writer.zeroOutNullBytes();
            for (int i = 0; i < fields; i++) {
                if (i < nulls || i == 40) {
                    writer.setNullAt(i);
                } else if (i == 65) {
                    writer.write(i, UTF8String.fromString("text " + nulls));
                } else {
                    writer.write(i, (long) i * nulls);
                }
            }
            rows.add(writer.getRow().copy());
        }

        RowPage page = RowPage.pages(rows.iterator()).next();

        Iterator<InternalRow> again = page.rows();
        int kept = 0;
        for (int i = 0; i < rows.size(); i++) {
            assertThat(again.next()).as("%s nulls", i).isEqualTo(rows.get(i));
            assertThat(page.row(i)).as("%s nulls", i).isEqualTo(rows.get(i));
            int size = page.ends()[i] - kept;
            int whole = ((UnsafeRow) rows.get(i)).getSizeInBytes();
            // The 41st is null whatever comes before it.
            assertThat(whole - size).isEqualTo(8 * Math.min(64, i == 40 ? 41 : i));
            kept += size;
        }
        assertThat(page.row(3)).isNotSameAs(page.row(3)).isEqualTo(rows.get(3));
    }

    @Test
    void aRowThatIsLongerThanAPageHasOneForItself() {
        List<String> texts = List.of("a", "b".repeat(3 << 20), "c", "d".repeat(1 << 20));

        List<RowPage> pages = pages(texts);

        assertThat(pages).hasSize(4);
        assertThat(texts(pages)).isEqualTo(texts);
    }

    @Test
    void rowsThatAreReadSideBySideAreTheirOwn() {
        RowPage page = pages(List.of("a", "b")).get(0);
        Iterator<InternalRow> one = page.rows();
        Iterator<InternalRow> other = page.rows();

        InternalRow a = one.next();
        other.next();
        other.next();

        assertThat(a.getString(0)).isEqualTo("a");
        one.next();
        assertThatThrownBy(one::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void noRowsHaveNoPage() {
        assertThat(RowPage.pages(Collections.emptyIterator()).hasNext()).isFalse();
    }

    @Test
    void aPartitionOfFewRowsTakesNoMoreThanTheyNeed() {
        List<RowPage> pages = pages(List.of("a", "b"));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).bytes()).hasSize(64);
    }
}
