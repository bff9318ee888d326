package org.smssev.jobs.ingest.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Legal forms of companies at the ends of a name, taken off while something is left. Stateless. */
public final class LegalForms {
    /** Stands for a name before a form. */
    private static final List<String> ANY_NAME = List.of("X");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Forms of one word, as they end a name. */
    private static final Set<String> WORDS =
            words("INC INCORPORATED CORP CORPORATION CO COMPANY LTD LIMITED LLC LLP LP LLLP"
                    + " PLC PTY PTE PVT PRIVATE GMBH MBH GGMBH AG KG KGAA OHG EV UG SE SA SAS SASU SARL SRL SRLS SPA SNC SL SLU SCA SCPA"
                    + " BV NV VOF CVBA BVBA AB AS ASA OY OYJ APS KK YK GK SDN BHD TBK OOO OAO ZAO PAO EOOD OOD DOO SRO SPZOO"
                    + " KFT ZRT NYRT BT LTDA EIRELI CIE ANS IVS AKTIENGESELLSCHAFT AKTIEBOLAG AKTIESELSKAB AKTSIONERNOE"
                    + " PUBL LTEE INCORPOREE"
                    + " SAU SPRL EHF KOMMANDITGESELLSCHAFT KABUSHIKIKAISHA KABUSHIKIGAISHA"
                    + " OU LDA AKTIEBOLAGET OSAKEYHTIO BERHAD UAB SIA JSC PJSC OJSC GBR GESMBH"
                    + " OUE ULC PLLC SAGL LC PBC AOOT SCARL EURL GIE DD RT"
                    // As Russian documents transcribe them.
                    + " ИНК ЛТД ЛЛК ГМБХ КО");
    /**
     * Forms that are words, abbreviations or names as well, {@code Smart EV Co., Ltd.}: they count as the last word of a name,
     * before another form only where the two are one.
     */
    private static final Set<String> LAST_ONLY =
            words("LP LLLP PLC AG KG KGAA OHG EV UG SE SA SAS SASU SARL SRL SRLS SPA SNC SL SLU SCA SCPA"
                    + " BV NV VOF CVBA BVBA AB AS ASA OY OYJ APS KK YK GK TBK OOO OAO ZAO PAO EOOD OOD DOO SRO SPZOO"
                    + " KFT ZRT NYRT BT ANS IVS PUBL OU LDA UAB SIA JSC PJSC OJSC GBR SAU SPRL EHF"
                    + " OUE ULC SAGL LC PBC GIE DD RT");
    /** Forms that are more often the initials of a person behind one word alone: LIU LC. */
    private static final Set<String> INITIALS = words("LC DD RT");
    /** Companies that may be the partner of one: AG & Co. KG. */
    private static final Set<String> PERSONAL_PARTNERS = words("AG SE UG SA SAS SARL SRL AB BV NV KG OHG PLC");
    /** Forms of companies with such a partner. */
    private static final Set<String> OF_PARTNERS = words("KG KGAA OHG SCA GBR KOMMANDITGESELLSCHAFT");
    /** What stands for the partners among the forms taken off. */
    private static final String WITH_PARTNERS = "& CO KG";
    /** What of {@link #LAST_ONLY} stands before another form, by that form. */
    private static final Map<String, Set<String>> BEFORE = Map.of(
            WITH_PARTNERS,
            PERSONAL_PARTNERS,
            "PUBL",
            words("AB AKTIEBOLAG"),
            "AB",
            words("OY OYJ"),
            "OY",
            words("AB"),
            "LTD",
            words("OY"),
            "NV",
            words("SA"),
            "SA",
            words("NV"),
            "SPRL",
            words("BVBA"),
            "BVBA",
            words("SPRL"),
            // Spółka z o.o. Sp. k.
            "K",
            words("SPZOO"));
    /** Forms that stand for partners. */
    private static final Set<String> PARTNERS = words("CO CIE CIA");
    /** What may stand before them. */
    private static final Set<String> AND = words("U UND ET Y E");
    /** Forms of several words by their last one, the longest first. */
    private static final Map<String, List<List<String>>> PHRASES = phrases(
            phrase -> phrase.get(phrase.size() - 1),
            EnglishForms.ending().stream(),
            "KABUSHIKI KAISHA",
            "KABUSHIKI GAISHA",
            "GODO KAISHA",
            "YUGEN KAISHA",
            "GOSHI KAISHA",
            "SA DE CV",
            "S DE RL DE CV",
            "SAPI DE CV",
            "SP ZOO",
            "SP Z OO",
            "SPOLKA ZOO",
            "SPOLKA Z OO",
            "SA RL",
            "SAB DE CV",
            "SP K",
            "SP J",
            "SPOLKA KOMANDYTOWA",
            "GESELLSCHAFT MBH",
            "GES MBH",
            "UG HAFTUNGSBESCHRANKT",
            "SENDIRIAN BERHAD",
            "SPOLKA Z OGRANICZONA ODPOWIEDZIALNOSCIA",
            "SPOLKA AKCYJNA",
            "SPOL SRO",
            "SPOL S RO",
            "SOCIETE ANONYME",
            "SOCIETE PAR ACTIONS SIMPLIFIEE",
            "SOCIETE A RESPONSABILITE LIMITEE",
            "SOCIETA PER AZIONI",
            "SOC PER AZIONI",
            "SOCIETA A RESPONSABILITA LIMITATA",
            "SOC A RESPONSABILITA LIMITATA",
            "SOCIETA COOPERATIVA",
            "SOCIETA COOP",
            "SOC COOPERATIVA",
            "SOC COOP",
            "S COOP",
            "UNIPESSOAL LDA",
            "SOCIEDAD ANONIMA",
            "SOCIEDAD LIMITADA",
            "SOCIEDADE ANONIMA",
            "SOCIEDADE LIMITADA",
            // Private, as India writes it in brackets.
            "P LTD",
            "P LIMITED",
            "NAAMLOZE VENNOOTSCHAP",
            "BESLOTEN VENNOOTSCHAP",
            "ANONIM SIRKETI",
            "LIMITED SIRKETI",
            "LIMITED STI",
            "LTD SIRKETI",
            "LTD STI",
            "GESELLSCHAFT MIT BESCHRANKTER HAFTUNG",
            "GES MIT BESCHRANKTER HAFTUNG");
    /** What stands behind a form and says that the company has one owner; with A and S.p.A. or S.r.l. in letters between blanks. */
    private static final Map<String, List<List<String>>> OF_ONE_OWNER = phrases(
            phrase -> phrase.get(phrase.size() - 1),
            Stream.empty(),
            "CON SOCIO UNICO",
            "CON UNICO SOCIO",
            "A SOCIO UNICO",
            "SPAA SOCIO UNICO",
            "SRLA SOCIO UNICO",
            "SRL UNIPERSONALE");
    /** Forms that begin a name by their first word, the longest first. */
    private static final Map<String, List<List<String>>> LEADING = phrases(
            phrase -> phrase.get(0),
            Stream.concat(RussianForms.leading().stream(), EnglishForms.leading()),
            "KABUSHIKI KAISHA",
            "KABUSHIKI GAISHA",
            "YUGEN KAISHA",
            "KABUSHIKIKAISHA",
            "KABUSHIKIGAISHA",
            "OOO",
            "OAO",
            "ZAO",
            "AOOT",
            "PT",
            "SOCIETE ANONYME",
            "SOCIETE A RESPONSABILITE LIMITEE",
            "ОБЩЕСТВО С ОГРАНИЧЕННОИ ОТВЕТСТВЕННОСТЬЮ",
            "ОТКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО",
            "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО",
            "ЗАКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО",
            "АКЦИОНЕРНОЕ ОБЩЕСТВО",
            "AKTIENGESELLSCHAFT",
            "AKTIEBOLAGET",
            "AKTIESELSKABET",
            "ООО",
            "АО",
            "ОАО",
            "ЗАО",
            "ПАО",
            "ТОО",
            "АООТ",
            "THE");
    /** Forms that begin a name where none ends it, or the one that they are one with. */
    private static final Map<String, Set<String>> FRONT = Map.ofEntries(
            Map.entry("AB", words("OY PUBL")),
            Map.entry("OY", words("AB LTD")),
            Map.entry("NV", Set.of()),
            Map.entry("JSC", Set.of()),
            Map.entry("OJSC", Set.of()),
            Map.entry("CJSC", Set.of()),
            Map.entry("PJSC", Set.of()),
            Map.entry("PAO", Set.of()),
            Map.entry("AO", Set.of()),
            Map.entry("TOO", Set.of()),
            Map.entry("SIA", Set.of()),
            Map.entry("UAB", Set.of()),
            Map.entry("LLC", words("LLC")),
            Map.entry("GMBH", Set.of()),
            Map.entry("INC", Set.of()),
            Map.entry("KK", Set.of()),
            Map.entry("AS", Set.of()),
            Map.entry("SAS", Set.of()));
    /** What has no such form, so that the word in front is of its name: KK Women's and Children's Hospital, UAB Foundation. */
    private static final Set<String> INSTITUTIONS =
            words("HOSPITAL INSTITUTE INST UNIVERSITY UNIV COLLEGE SCHOOL FOUNDATION FOUND RESEARCH RES");
    /** Of a name with one of these the letters E V at the end are a form: e.V. */
    private static final Pattern ASSOCIATION = Pattern.compile("FUR|ZUR|UND|GES|DEUTSCHE[RS]?|FORSCHUNGS[A-Z]+"
            + "|[A-Z]*(?:GESELLSCHAFT|GEMEINSCHAFT|VEREIN|VERBAND|INSTITUT|FORSCHUNG|ZENTRUM)");
    /** What is left of such a name has more letters than this. */
    private static final int SHORT = 2;

    private LegalForms() {}

    /** Whether all of a text is legal forms, in any case and with or without points: {@code Inc.}, {@code Co., Ltd} without its comma. */
    public static boolean isForm(String text) {
        String plain = text.replace(".", "").strip();
        if (plain.isEmpty() || text.length() > NameWords.LONGEST) {
            return false;
        }
        List<String> words = new ArrayList<>(ANY_NAME);
        words.addAll(List.of(BLANKS.split(plain.toUpperCase(Locale.ROOT))));
        return strip(words, false, false).equals(ANY_NAME);
    }

    /**
     * The words of a name without its legal forms and articles; at least one word is left.
     *
     * @param isPerson whether the last word is made of initials, {@code SMITH A G}; then the end is left alone
     * @param isFront whether the first word may be one of {@link #isFront}, not a surname or initials
     */
    static List<String> strip(List<String> words, boolean isPerson, boolean isFront) {
        List<String> rest = new ArrayList<>(words);
        EnglishForms.stripFounded(rest);
        String behind = null;
        boolean isGlued = false;
        boolean isOwn = false;
        boolean isChanged = true;
        while (isChanged) {
            isChanged = stripStart(rest);
            if (!isChanged && !isPerson) {
                String taken = stripEnd(rest, behind);
                isChanged = taken != null;
                behind = isChanged ? taken : behind;
            }
            if (!isChanged) {
                isChanged = EastAsianForms.strip(rest);
                isOwn |= isChanged;
                isChanged = isChanged || !isOwn && EastAsianForms.stripForeign(rest);
                isGlued |= isChanged;
            }
        }
        // Ab Initio Technology LLC has its form at the end.
        if (isFront
                && !isGlued
                && (rest.size() > 2 || rest.size() == 2 && rest.get(1).length() > SHORT)) {
            Set<String> other = FRONT.get(rest.get(0));
            // Behind GmbH & Co. stands no name, but the rest of a form.
            boolean isName = !rest.get(1).equals("AND") && !WORDS.contains(rest.get(1));
            if (other != null && isName && (behind == null || behind.isEmpty() || other.contains(behind))) {
                rest.remove(0);
            }
        }
        return rest;
    }

    /** Whether a word is a form that begins names, {@code AB SKF}, but may be another word as well. */
    static boolean isFront(String word) {
        return FRONT.containsKey(word);
    }

    /** Whether one of its words says that what a name is of has no form of a company. */
    static boolean isInstitution(List<String> words) {
        return words.stream().anyMatch(INSTITUTIONS::contains);
    }

    /** Whether a name ends with E V, as of an association, not of a person. */
    static boolean isAssociation(List<String> words) {
        return words.get(words.size() - 1).equals("EV")
                && words.stream().anyMatch(word -> ASSOCIATION.matcher(word).matches());
    }

    /** Whether a name ends with a form that begins behind its first word. */
    static boolean isAtEnd(List<String> words) {
        int size = words.size();
        String last = words.get(size - 1);
        if (WORDS.contains(last)) {
            return true;
        }
        for (List<String> form : PHRASES.getOrDefault(last, List.of())) {
            if (size > form.size() && words.subList(size - form.size(), size).equals(form)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is a form, or the last of one; not a letter, as in Sp. k. */
    static boolean endsForm(String word) {
        return word.length() > 1 && (WORDS.contains(word) || PHRASES.containsKey(word) || EastAsianForms.isEnd(word));
    }

    private static boolean stripStart(List<String> rest) {
        for (List<String> form : LEADING.getOrDefault(rest.get(0), List.of())) {
            if (rest.size() > form.size() && rest.subList(0, form.size()).equals(form)) {
                rest.subList(0, form.size()).clear();
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a form off the end.
     *
     * @param behind the form that was taken off before; null for none
     * @return the form, or what it stands for; null where there is none
     */
    private static String stripEnd(List<String> rest, String behind) {
        int size = rest.size();
        if (size < 2) {
            return null;
        }
        String last = rest.get(size - 1);
        if (stripPhrase(rest, PHRASES, last)) {
            return last;
        }
        if (stripPhrase(rest, OF_ONE_OWNER, last)) {
            return behind == null ? "" : behind;
        }
        // What a form leaves behind: Johnson and | Co, Univ X, | The.
        if (last.equals("AND") || last.equals("THE")) {
            rest.remove(size - 1);
            return behind == null ? "" : behind;
        }
        if (!isForm(last, behind) || INITIALS.contains(last) && size == 2) {
            return null;
        }
        rest.remove(size - 1);
        if (!PARTNERS.contains(last)) {
            return last;
        }
        if (size > 2 && AND.contains(rest.get(size - 2))) {
            rest.remove(size - 2);
        }
        return behind != null && OF_PARTNERS.contains(behind) ? WITH_PARTNERS : last;
    }

    private static boolean stripPhrase(List<String> rest, Map<String, List<List<String>>> phrases, String last) {
        int size = rest.size();
        for (List<String> form : phrases.getOrDefault(last, List.of())) {
            if (size > form.size() && rest.subList(size - form.size(), size).equals(form)) {
                rest.subList(size - form.size(), size).clear();
                return true;
            }
        }
        return false;
    }

    private static boolean isForm(String word, String behind) {
        return WORDS.contains(word)
                && (behind == null
                        || behind.isEmpty()
                        || !LAST_ONLY.contains(word)
                        || BEFORE.getOrDefault(behind, Set.of()).contains(word));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    private static Map<String, List<List<String>>> phrases(
            Function<List<String>, String> key, Stream<String> more, String... phrases) {
        return Stream.concat(more, Stream.of(phrases))
                .map(phrase -> List.of(phrase.split(" ")))
                .sorted(Comparator.comparing((List<String> p) -> p.size()).reversed())
                .collect(Collectors.groupingBy(key));
    }
}
