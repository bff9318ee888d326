package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.tables.SurveyTables.Parameter;

/** Texts of the US list of 2020 and of the EU's list of 2022, whose thresholds were read by eye. */
class ControlParametersTest {
    private static String brief(List<Parameter> parameters) {
        return String.join(
                " & ",
                parameters.stream()
                        .map(p -> p.comparison() + " " + number(p.value())
                                + (p.unit().isEmpty() ? "" : " " + p.unit()))
                        .toList());
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Electronic framing cameras having a speed exceeding 1,000,000 frames/s; | GREATER 1000000 frames/s
            A peak saturated power output greater than 60 W (47.78 dBm) at any frequency exceeding 3.7 GHz up to and including 6.8 GHz; | GREATER 60 W & GREATER 3.7 GHz & AT_MOST 6.8 GHz
            a 'resolution' equal to or less (better) than 0.2 µm within a measuring range up to 0.2 mm; | AT_MOST 0.2 µm & AT_MOST 0.2 mm
            Mixtures containing less than 30 percent, by weight, of any single chemical controlled by ECCN 1C355.b. | LESS 30 %
            in lengths exceeding 100 m or with a mass exceeding 100 g, as follows | GREATER 100 m & GREATER 100 g
            fast image gating (shutter) time of 50 ns or less | AT_MOST 50 ns
            Have a diameter not exceeding 4.5 inches; | AT_MOST 4.5 inches
            Electronic streak cameras having temporal resolution better than 50 ns; | BETTER 50 ns
            Prolifometers having a threshold accuracy of 0.5nm (5 angstrom) or less (better). | AT_MOST 0.5 nm
            Alloys containing 90% by weight or more of rhenium; | AT_LEAST 90 %
            Rated for operation at an ambient temperature below 218 K (−55 °C); or | LESS 218 K
            Average or CW total output power equal to or exceeding 3 kW but less than or equal to 5 kW, greater than 350W/cm 2; | AT_LEAST 3 kW & AT_MOST 5 kW & GREATER 350 W/cm2
            Consumable electrode capabilities between 1,000 cm 3 and 20,000 cm 3; and | AT_LEAST 1000 cm3 & AT_MOST 20000 cm3
            having an Effective Radiated Power (ERP) equal to or greater than +20 dBm (22.15 dBm EIRP) | AT_LEAST 20 dBm
            an 'adjusted update rate' of greater than 3,500 MSPS; or | GREATER 3500 MSPS
            less (better) than 130 micro g with respect to a fixed calibration value | LESS 130
            A volume of between 150 cm 3 (150 ml) and 8,000 cm 3 (8 liters); and | AT_LEAST 150 cm3 & AT_MOST 8000 cm3
            A 'low cycle fatigue life' of 10,000 cycles or more at 723 K (450 °C) at a maximum stress of 400 MPa; | AT_LEAST 10000
            an uncorrected sensitivity of 1 × 10-10 errors/bit/day or less, for | AT_MOST 0.0000000001
            operating temperatures below 219 K (−54 °C) or above 423 K (150 °C). | LESS 219 K & GREATER 423 K
            neutrons (1 MeV equivalent) of 5 × 10 13 n/cm 2 or higher on silicon, or its equivalent | AT_LEAST 50000000000000 n/cm2
            with a sensitivity of 0.01 µcoulomb/mm 2 or better; | AT_LEAST_AS_GOOD 0.01 µcoulomb/mm2
            capacity equal to or greater than 8.41 × 10 5 Ns, but less than 1.1 × 10 6 Ns. | AT_LEAST 841000 Ns & LESS 1100000 Ns
            an output of 3 × 10 9 neutrons/s or greater. | AT_LEAST 3000000000 neutrons/s
            a sensitivity of 5 foos/mm 2 or better | ''
            “unidirectional positioning repeatability” equal to or less (better) than 1.1 µm along one or more linear axis | AT_MOST 1.1 µm
            a "repeatability" of 1.1 µm along one or more linear axis | ''
            plus or minus 0.05% averaged over 10 degrees or more; or | AT_LEAST 10 degrees
            'Range' of 25 nautical miles or more; | AT_LEAST 25 nauticalmiles
            equal to or better than ±3.5%; or | AT_LEAST_AS_GOOD 3.5 %
            Framing cameras specified in 6A003.a.4, other than those of 6A005 to 6A008 (ISO 230/2 2006) | ''
            """)
    void thresholdsOfTheUsList(String text, String expected) {
        assertThat(brief(ControlParameters.of(text, false))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an ultimate tensile strength of 1 950 MPa or more, at 293 K (20oC). | AT_LEAST 1950 MPa
            a crystal density greater than 1,8 g/cm3 and having a detonation velocity greater than 8 000 m/s. | GREATER 1.8 g/cm3 & GREATER 8000 m/s
            linear thermal expansion, in any coordinate direction, equal to or less than 5 x 10 -6/K; | AT_MOST 0.000005 /K
            More than 4 x 106 "active pixels" per solid state array | GREATER 4000000
            A saturation magnetostriction of more than 5 x 10 ; or | ''
            a diameter of between 75 mm and 650 mm, made from | AT_LEAST 75 mm & AT_MOST 650 mm
            with a pore size of 10 to 100 nm, a thickness of 5 mm or less | AT_LEAST 10 nm & AT_MOST 100 nm & AT_MOST 5 mm
            Output wavelength exceeding 1 150 nm but not exceeding 1 555 nm | GREATER 1150 nm & AT_MOST 1555 nm
            equal to or better (less) than plus or minus 0,05% averaged over 10 degrees or more; | AT_MOST 0.05 % & AT_LEAST 10 degrees
            a suction volume capacity of 1 m 3/min or more of UF6, with a discharge pressure up to 500 kPa | AT_LEAST 1 m3/min & AT_MOST 500 kPa
            """)
    void thresholdsOfTheEuList(String text, String expected) {
        assertThat(brief(ControlParameters.of(text, true))).isEqualTo(expected);
    }

    @Test
    void thresholdsInChinese() {
        assertThat(brief(ControlParameters.of("抗拉强度大于等于1500 MPa，厚度不超过0.5毫米的钢板；纯度99.9%以上", false)))
                .isEqualTo("AT_LEAST 1500 MPa & AT_MOST 0.5 毫米 & AT_LEAST 99.9 %");
    }

    @Test
    void theWordsSayWhatIsLimited() {
        assertThat(ControlParameters.of("Lasers having a pulse energy exceeding 5 J per pulse; or", false))
                .containsExactly(new Parameter("a pulse energy exceeding 5 J", "GREATER", 5, "J"));
    }

    @Test
    @Timeout(120)
    void aLongCellOfNumbersTakesNoLongTime() {
        String hostile = "12 mm or 5 x 10 to 3,000 ".repeat(4_000);

        assertThat(ControlParameters.of(hostile, false)).isEmpty();
    }
}
