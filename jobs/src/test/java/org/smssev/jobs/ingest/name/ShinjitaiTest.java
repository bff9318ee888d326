package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinjitaiTest {
    /** The character of Japan, and the traditional one that it is for. */
    private static final String NEW_AND_OLD =
            "両兩 亀龜 亜亞 伝傳 価價 倹儉 児兒 円圓 剣劍 剤劑 労勞 勧勸 勲勳 単單 厳嚴 呉吳 啓啟 営營 団團 囲圍 図圖 圧壓 塁壘 塩鹽 壊壞 売賣 変變 奨奬 娯娛 実實 "
                    + "寛寬 対對 専專 尭堯 巌巖 帯帶 帰歸 庁廳 広廣 廃廢 弐貳 弾彈 従從 徴徵 応應 悩惱 悪惡 懐懷 戦戰 戯戲 戸戶 択擇 拠據 拡擴 挙舉 揺搖 摂攝 撃擊 撹攪 斉齊 "
                    + "斎齋 暁曉 暦曆 栄榮 桜櫻 桟棧 検檢 楽樂 様樣 権權 歓歡 歯齒 歳歲 歴歷 殻殼 気氣 沢澤 浄淨 浜濱 涙淚 済濟 渋澀 満滿 滝瀧 瀬瀨 焼燒 犠犧 猟獵 獣獸 畳疊 "
                    + "発發 県縣 穏穩 竜龍 粛肅 経經 絵繪 継繼 続續 総總 縁緣 縄繩 縦縱 繊纖 聡聰 聴聽 脳腦 臓臟 舗舖 艶艷 荘莊 薬藥 蛍螢 蝋蠟 覚覺 覧覽 観觀 訳譯 読讀 譲讓 "
                    + "豊豐 賛贊 転轉 軽輕 辺邊 逓遞 遅遲 邉邊 郷鄉 醤醬 醸釀 釈釋 鉄鐵 鉱礦 銭錢 鋳鑄 錬鍊 険險 隠隱 隣鄰 隷隸 雑雜 霊靈 頬頰 頼賴 顕顯 駄馱 駅驛 駆驅 騒騷 "
                    + "験驗 髪髮 鴎鷗 鶏鷄 鹸鹼 麺麵 齢齡";

    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource({
        "新日本製鉄株式会社, 新日本制铁株式会社",
        "株式会社豊田自動織機, 株式会社丰田自动织机",
        "塩野義製薬株式会社, 盐野义制药株式会社",
        "広島大学, 广岛大学",
        "産業技術総合研究所, 产业技术总合研究所",
        "日本発条株式会社, 日本发条株式会社",
        "浜松ホトニクス株式会社, 濱松ホトニクス",
        "三菱電機株式会社, 三菱电机株式会社",
        "渡辺, 渡邊"
    })
    void namesOfJapanAreThoseThatOfficesOfChinaHave(String japanese, String chinese) {
        assertThat(names.harmonise(japanese)).isEqualTo(names.harmonise(chinese));
    }

    @Test
    void aJapaneseCharacterBecomesWhatItsTraditionalOneDoes() {
        for (String pair : NEW_AND_OLD.split(" ")) {
            assertThat(names.harmonise(pair.substring(0, 1))).as(pair).isEqualTo(names.harmonise(pair.substring(1)));
        }
    }

    @Test
    void whatStandsForSeveralOrIsAnotherWordStays() {
        for (String character : "弁 芸 糸 缶 予 余".split(" ")) {
            assertThat(names.harmonise(character)).isEqualTo(character);
        }
        assertThat(names.harmonise("斎藤")).isNotEqualTo(names.harmonise("斉藤"));
    }
}
