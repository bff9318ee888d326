package org.smssev.jobs.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void technologyWithoutPatentsHasNoSharesAndACountryWithoutAnyNoRta() throws IOException {
        Truth truth = Truth.read(Map.of(
                "technologies.csv",
                file(
                        "technologies.csv",
                        "technology_id,technology,grade,focal_role\nT01,Cells,LEVEL_1,gap\nT02,Ice,D,\n"),
                "planted_codes.csv",
                file("planted_codes.csv", "main_group,role\nH01M 10,hub\nC08L1,bridge\n"),
                "country_shares.csv",
                file("country_shares.csv", "technology_id,country,share,rta\nT01,CN,1,1.5\nT01,US,0,\nT02,CN,,\n")));
        assertThat(truth.shares()).isEqualTo(Map.of(1, Map.of("CN", 1.0, "US", 0.0)));
        assertThat(truth.rta()).isEqualTo(Map.of(1, Map.of("CN", 1.5)));
        assertThat(truth.grades()).containsEntry(2, "NOT_LISTED");
        assertThat(truth.gaps()).containsExactly(1);
        assertThat(truth.bridges()).containsExactly("C08L 1");
    }
}
