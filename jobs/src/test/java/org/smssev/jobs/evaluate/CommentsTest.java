package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.ScreenTables.Supplemented;

class CommentsTest {
    @TempDir
    Path dir;

    @Test
    void commentsAreJoinedByIdOrNameAndBadOnesTold() throws IOException {
        Comments comments = read("""
                comment_no,technology,commenter,sector,position,text,proposed parameter,answer
                1,Space robots,Acme,industry,support,Yes,over 5 kg,Noted
                2,T1,Bureau,government,against,No,,
                3,Unknown thing,X,,support,?,,
                4,T1,Y,lobby,perhaps,Hm,,
                1,T1,Z,,neutral,Again,,
                """);
        assertThat(comments.all())
                .extracting(Comment::technologyId, Comment::commentNo, Comment::sector, Comment::position)
                .containsExactly(
                        tuple("T1", "1", "INDUSTRY", "SUPPORT"),
                        tuple("T1", "2", "GOVERNMENT", "OPPOSE"),
                        tuple("T1", "4", "lobby", null));
        assertThat(comments.all().get(0).parameter()).isEqualTo("over 5 kg");
        assertThat(comments.all().get(0).answer()).isEqualTo("Noted");
        assertThat(comments.rejected())
                .extracting(RejectedCell::cell, RejectedCell::reason)
                .containsExactly(
                        tuple("B4", "UNKNOWN_TECHNOLOGY"), tuple("E5", "NOT_ONE_OF"), tuple("A6", "DUPLICATE_ROW"));
    }

    @Test
    void chineseHeadersAndPositionsAreRead() throws IOException {
        Comments comments = read("技术名称,意见方,立场,意见\n空间机器人,某公司,反对,不同意列入\n");
        assertThat(comments.all()).extracting(Comment::position).containsExactly("OPPOSE");
        assertThat(comments.all().get(0).commentNo()).isEqualTo("abcdef01-2");
    }

    private Comments read(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("comments.csv"), text);
        Supplemented robots = new Supplemented(
                "T1",
                "Space robots",
                "空间机器人",
                null,
                List.of("EXPERT"),
                List.of(),
                List.of(),
                List.of(),
                1,
                null,
                "NONE",
                null,
                null,
                null);
        Comments comments = new Comments(new CandidateIndex(List.of(robots), Map.of()));
        comments.add(new InputFile("comments", file, "comments.csv", "abcdef0123", 1));
        return comments;
    }
}
