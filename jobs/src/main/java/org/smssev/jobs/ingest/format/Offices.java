package org.smssev.jobs.ingest.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.Ascii;

/** Patent offices by the names that exports give them, in Chinese and English. */
public final class Offices {
    /** A name with its code behind it, {@code 欧洲专利局(EPO)}, or before it, {@code CN - China}. */
    private static final Pattern BRACKETED = Pattern.compile("\\(.*\\)$");

    /** Names that differ from those of countries in Unicode's locale data, and offices that are none. */
    private static final String OTHERS = """
            世界知识产权组织=WO; 世界知识产权组织国际局=WO; 国际局=WO; wipo=WO; pct=WO
            world intellectual property organization=WO; world intellectual property organisation=WO
            欧洲专利局=EP; 欧洲=EP; 欧专局=EP; epo=EP; european patent office=EP; europe=EP; 中国=CN
            china=CN; 中国大陆=CN; 美国=US; united states=US; usa=US; united states of america=US
            日本=JP; japan=JP; 韩国=KR; 大韩民国=KR; korea=KR; south korea=KR; republic of korea=KR
            德国=DE; 东德=DD; 民主德国=DD; 苏联=SU; 英国=GB; united kingdom=GB; great britain=GB
            中国台湾=TW; 台湾=TW; taiwan=TW; taiwan, china=TW; 中国香港=HK; 香港=HK; hong kong=HK
            中国澳门=MO; 澳门=MO; macao=MO; 俄罗斯=RU; 俄罗斯联邦=RU; russia=RU; russian federation=RU
            欧亚专利局=EA; 欧亚专利组织=EA; eurasian patent organization=EA; eapo=EA
            非洲地区知识产权组织=AP; aripo=AP; 非洲知识产权组织=OA; oapi=OA; 海湾合作委员会=GC
            海湾阿拉伯国家合作委员会=GC; gcc=GC; 捷克斯洛伐克=CS; 南斯拉夫=YU; 捷克=CZ
            czech republic=CZ; 欧盟知识产权局=EM; 欧盟=EM; 土耳其=TR; turkey=TR; viet nam=VN
            vietnam=VN; 摩尔多瓦=MD; moldova=MD
            """;

    private static final Map<String, String> NAMES = names();

    private Offices() {}

    /** Whether a text is of two capital letters, as the codes of offices and countries are, known or not. */
    public static boolean isCode(String text) {
        return text.length() == 2 && Ascii.isLetter(text.charAt(0)) && Ascii.isLetter(text.charAt(1));
    }

    /** Two-letter code of an office given by code or name; the text as it is, on one line, if it is unknown. */
    public static String code(String cell) {
        String text = Cleaning.line(cell);
        String upper = text.toUpperCase(Locale.ROOT);
        if (isCode(upper)) {
            return upper;
        }
        String key = HeaderNames.key(text);
        String code = NAMES.get(key);
        if (code == null) {
            code = NAMES.get(BRACKETED.matcher(key).replaceAll(""));
        }
        return code == null ? text : code;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            names.put(HeaderNames.key(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), code);
            names.put(HeaderNames.key(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        for (String line : OTHERS.split("\n", -1)) {
            for (String pair : line.split("; ", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    names.put(HeaderNames.key(pair.substring(0, equals)), pair.substring(equals + 1));
                }
            }
        }
        return Map.copyOf(names);
    }
}
