package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XmlCutterTest {
    private static final XmlDocuments.Layout LAYOUT =
            new XmlDocuments.Layout(Set.of("doc"), Set.of("docs"), Set.of("note"), Set.of(), node -> Map.of());

    /** The pieces of a file as {@code KIND text}, and at the end whether an element around them is open. */
    private static List<String> cut(String file, int max) {
        List<String> pieces = new ArrayList<>();
        XmlCutter cutter = new XmlCutter(new StringReader(file), LAYOUT, max);
        try {
            for (XmlCutter.Piece piece = cutter.next(); piece != null; piece = cutter.next()) {
                pieces.add(piece.kind() + " " + piece.text() + (piece.tooLong() ? "…" : ""));
            }
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory is read", e);
        }
        if (cutter.isCutOff()) {
            pieces.add("CUT OFF");
        }
        return pieces;
    }

    private static List<String> cut(String file) {
        return cut(file, 1_000);
    }

    @Test
    void recordsAreCutOutOfWhatIsAroundThem() {
        assertThat(
                        cut(
                                "<?xml version='1.0'?>\n<!DOCTYPE docs [<!ENTITY e 'x'>]>\n<docs>\n<doc>a</doc>\n<p:doc/></docs>\n"))
                .containsExactly("RECORD <doc>a</doc>", "RECORD <p:doc/>");
    }

    @Test
    void aDocumentThatDoesNotEndDoesNotTakeTheNextOneAlong() {
        assertThat(cut("<docs><doc>a<b><doc>c</doc></docs>"))
                .containsExactly("RECORD <doc>a<b>", "RECORD <doc>c</doc>");
        assertThat(cut("<doc><!-- a\n<doc>c</doc>")).containsExactly("RECORD <doc><!-- a\n", "RECORD <doc>c</doc>");
    }

    @Test
    void aPassageMayQuoteADocument() {
        assertThat(cut("<doc><![CDATA[<doc>]]></doc>")).containsExactly("RECORD <doc><![CDATA[<doc>]]></doc>");
        assertThat(cut("<docs><!-- <doc>out</doc> --><doc>a</doc></docs>")).containsExactly("RECORD <doc>a</doc>");
    }

    @Test
    void otherElementsAndTextAreTheirOwnPiecesUnlessPassedOver() {
        assertThat(cut("<docs><x><x>1</x></x>stray<note>n</note><doc>a</doc></docs>"))
                .containsExactly("FOREIGN <x><x>1</x></x>", "LOOSE stray", "RECORD <doc>a</doc>");
    }

    @Test
    void longPiecesAreCutAndFilesThatEndTooEarlyAreTold() {
        assertThat(cut("<docs><doc>12345678</doc>", 10)).containsExactly("RECORD <doc>12345…", "CUT OFF");
    }
}
