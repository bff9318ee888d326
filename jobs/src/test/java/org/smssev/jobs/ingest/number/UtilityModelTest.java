package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UtilityModelTest {
    @Test
    void utilityModelsAreToldByTheKindsOfTheirOffices() {
        assertThat(List.of("CN U", "CN Y", "JP Y2", "DE U1", "AU A4", "AU B4", "FR A3", "FR B3"))
                .allMatch(right -> UtilityModel.isOne(right.substring(0, 2), right.substring(3)));
        assertThat(List.of("CN A", "WO A3", "WO A4", "EP A4", "FR A1", "AU A1", "US B2", "FR B1"))
                .noneMatch(right -> UtilityModel.isOne(right.substring(0, 2), right.substring(3)));
        assertThat(UtilityModel.isOne("CN", null)).isFalse();
        assertThat(UtilityModel.isOne(null, "A3")).isFalse();
    }
}
