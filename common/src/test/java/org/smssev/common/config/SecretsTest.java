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
                "access_key",
                "spark.app.ApiKey",
                "spark.app.api.key",
                "spark.my.PASSWD",
                "spark.my.pwd",
                "spark.my.private.key",
                "spark.my.auth",
                "fs.azure.account.key.x.blob.core.windows.net"
            })
    void aKeyThatSoundsLikeASecretIsOne(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grade.level-1",
                "spark.driver.memory",
                "spark.authenticate",
                "spark.my.author",
                "ingest.sources[0].columns.office",
                "keywords"
            })
    void otherKeysAreNot(String key) {
        assertThat(Secrets.isSecret(key)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3a://AKIA1:wJalr/up@bucket/warehouse  | s3a://(hidden)@bucket/warehouse",
                "s3a://AKIA1:wJalrup@bucket/warehouse   | s3a://(hidden)@bucket/warehouse",
                "hdfs://nn:8020/warehouse               | hdfs://nn:8020/warehouse",
                "hdfs://nn:8020/a@b/warehouse           | hdfs://nn:8020/a@b/warehouse",
                "/data/a@b/warehouse                    | /data/a@b/warehouse",
                "jdbc:x://me:pass1@host/db?user=me&password=a,b&x=1"
                        + " | jdbc:x://(hidden)@host/db?user=me&password=(hidden)&x=1",
                "https://h/x?sig=Abc%2B&sv=2020&Signature=d  | https://h/x?sig=(hidden)&sv=2020&Signature=(hidden)",
                "https://h/x?key=abc&token=abc               | https://h/x?key=(hidden)&token=(hidden)",
                "https://h/x?X-Amz-Credential=a/b&AWSAccessKeyId=c | https://h/x?X-Amz-Credential=(hidden)&AWSAccessKeyId=(hidden)",
                "Bearer abc.DEF-123=                         | Bearer (hidden)",
                "-Xss4m -Djavax.net.ssl.trustStorePassword=a,b) -Dx=y | -Xss4m -Djavax.net.ssl.trustStorePassword=(hidden) -Dx=y",
                "load bearer film of 3 keys                  | load bearer film of 3 keys"
            })
    void credentialsInAValueAreHidden(String value, String shown) {
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
        assertThat(secrets.hide("secret.key=Pl4nted/Value, x")).isEqualTo("secret.key=(hidden), x");
        assertThat(secrets.hide(null)).isNull();
    }
}
