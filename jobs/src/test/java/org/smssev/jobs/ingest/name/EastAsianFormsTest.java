package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EastAsianFormsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            グーグル・エルエルシー | グーグル
            マイクロソフト コーポレーション | マイクロソフト
            アップル インコーポレイテツド | アップル
            フー カンパニー リミテッド | フー
            ベクトン・デイツキンソン・アンド・カンパニイ | ベクトンデイツキンソン
            シーメンス・アクチエンゲゼルシャフト | シーメンス
            シーメンス アクチエンゲゼルシヤフト | シーメンス
            バスフ ゲゼルシヤフト ミツト ベシユレンクテル ハフツング | バスフ
            구글 엘엘씨 | 구글
            퀄컴 인코포레이티드 | 퀄컴
            마이크로소프트 코포레이션 | 마이크로소프트
            지멘스 악티엔게젤샤프트 | 지멘스
            로베르트 보쉬 게엠베하 | 로베르트보쉬
            소니 가부시끼가이샤 | 소니
            学校法人早稲田大学 | 早稻田大学
            """)
    void formsOfOtherLanguagesAreTakenOffAsTranscribed(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            株式会社サンコーポレーション | サンコーポレーション
            サンコーポレーション株式会社 | サンコーポレーション
            주식회사 한국코퍼레이션 | 한국코퍼레이션
            リミテッドブランズ | リミテッドブランズ
            コーポレーション | コーポレーション
            """)
    void theyAreOfTheNameBesideAFormOfItsOwnLanguageOrInFront(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            国家电网公司 | 国家电网
            國家電網公司 | 国家电网
            国家电网有限公司 | 国家电网
            华为技术有限公司北京分公司 | 华为技术有限公司北京分公司
            中国石油天然气总公司 | 中国石油天然气总公司
            中国石油化工集团公司 | 中国石油化工集团公司
            某某子公司 | 某某子公司
            公司 | 公司
            某公司 | 某公司
            """)
    void companyAloneIsAFormWhereItIsNoPartOfACompany(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }
}
