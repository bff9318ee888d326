package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.s3a.secret.key",
                "spark.hadoop.fs.s3a.access.key",
                "spark.spark.hadoop.fs.s3a.endpoint",
                "spark.ssl.keyStorePassword",
                "spark.authenticate.Secret",
                "api-token",
                "some.credentials",
                "accessKey",
                "access_key"
            })
    void aKeyThatSoundsLikeASecretIsOne(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grade.level-1", "spark.driver.memory", "ingest.sources[0].columns.office", "keywords"})
    void otherKeysAreNot(String key) {
        assertThat(Secrets.isSecret(key)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3a://AKIA1:wJalr/up@bucket/warehouse  | s3a://AKIA1:wJalr/up@bucket/warehouse",
                "s3a://AKIA1:wJalrup@bucket/warehouse   | s3a://(hidden)@bucket/warehouse",
                "hdfs://nn:8020/warehouse               | hdfs://nn:8020/warehouse",
                "/data/a@b/warehouse                    | /data/a@b/warehouse"
            })
    void credentialsInAnAddressAreHidden(String value, String shown) {
        assertThat(Secrets.shown("warehouse", value)).isEqualTo(shown);
    }

    @Test
    void aTextIsFreedOfTheValuesOfSecretsAndOfWhatStandsBesideSecretKeys() {
        Secrets secrets = Secrets.of(Map.of(
                "spark.hadoop.fs.s3a.secret.key", "Pl4nted/Value",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.driver.memory", "2g"));

        assertThat(secrets.hide("403 for key Pl4nted/Value at 2g, true")).isEqualTo("403 for key (hidden) at 2g, true");
        assertThat(secrets.hide("fs.s3a.session.token = abc, user=me"))
                .isEqualTo("fs.s3a.session.token = (hidden), user=me");
        assertThat(secrets.hide("\"password\": \"a b\", x")).isEqualTo("\"password\": (hidden), x");
        assertThat(secrets.hide(null)).isNull();
    }
}
