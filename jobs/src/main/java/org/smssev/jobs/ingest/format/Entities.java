package org.smssev.jobs.ingest.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Entities of HTML and ISO 8879, which patent files use without declaring them and exports leave in titles and names. */
public final class Entities {
    /** Longest entity in text, without its ampersand and semicolon. */
    private static final int LONGEST = 10;

    /** Name and code point in hexadecimal. */
    private static final String NAMED = """
            nbsp a0 iexcl a1 cent a2 pound a3 curren a4 yen a5 brvbar a6 sect a7 die a8 uml a8 copy a9 ordf aa laquo ab \
            not ac shy ad reg ae macr af deg b0 plusmn b1 sup2 b2 sup3 b3 acute b4 micro b5 para b6 middot b7 cedil b8 \
            sup1 b9 ordm ba raquo bb frac14 bc frac12 bd frac34 be iquest bf AElig c6 aelig e6 szlig df ETH d0 eth f0 \
            THORN de thorn fe times d7 divide f7 Oslash d8 oslash f8 Dstrok 110 dstrok 111 Hstrok 126 hstrok 127 \
            inodot 131 imath 131 Lstrok 141 lstrok 142 OElig 152 oelig 153 Tstrok 166 tstrok 167 fnof 192 kgreen 138 \
            IJlig 132 ijlig 133 ENG 14a eng 14b caron 2c7 breve 2d8 dot 2d9 ring 2da ogon 2db tilde 2dc dblac 2dd circ 2c6 \
            Alpha 391 Beta 392 Gamma 393 Delta 394 Epsilon 395 Zeta 396 Eta 397 Theta 398 Iota 399 Kappa 39a Lambda 39b \
            Mu 39c Nu 39d Xi 39e Omicron 39f Pi 3a0 Rho 3a1 Sigma 3a3 Tau 3a4 Upsilon 3a5 Phi 3a6 Chi 3a7 Psi 3a8 Omega 3a9 \
            alpha 3b1 beta 3b2 gamma 3b3 delta 3b4 epsilon 3b5 epsi 3b5 zeta 3b6 eta 3b7 theta 3b8 iota 3b9 kappa 3ba \
            lambda 3bb mu 3bc nu 3bd xi 3be omicron 3bf pi 3c0 rho 3c1 sigmaf 3c2 sigma 3c3 tau 3c4 upsilon 3c5 upsi 3c5 \
            phi 3c6 chi 3c7 psi 3c8 omega 3c9 thetasym 3d1 thetav 3d1 upsih 3d2 phiv 3d5 piv 3d6 ohm 2126 angst 212b \
            ensp 2002 emsp 2003 numsp 2007 puncsp 2008 thinsp 2009 hairsp 200a zwnj 200c zwj 200d lrm 200e rlm 200f \
            hyphen 2010 dash 2010 ndash 2013 mdash 2014 horbar 2015 lsquo 2018 rsquo 2019 rsquor 201a sbquo 201a lsquor 201a \
            ldquo 201c rdquo 201d bdquo 201e ldquor 201e dagger 2020 Dagger 2021 bull 2022 nldr 2025 hellip 2026 mldr 2026 \
            permil 2030 prime 2032 Prime 2033 lsaquo 2039 rsaquo 203a oline 203e frasl 2044 euro 20ac image 2111 ell 2113 \
            numero 2116 weierp 2118 real 211c trade 2122 alefsym 2135 frac13 2153 frac23 2154 frac15 2155 frac18 215b \
            frac38 215c frac58 215d frac78 215e larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 crarr 21b5 lArr 21d0 \
            uArr 21d1 rArr 21d2 dArr 21d3 hArr 21d4 forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 \
            notin 2209 ni 220b prod 220f sum 2211 minus 2212 mnplus 2213 lowast 2217 radic 221a prop 221d infin 221e \
            ang 2220 and 2227 or 2228 cap 2229 cup 222a int 222b there4 2234 becaus 2235 sim 223c cong 2245 asymp 2248 \
            ap 2248 ne 2260 equiv 2261 le 2264 ge 2265 Lt 226a Gt 226b sub 2282 sup 2283 nsub 2284 sube 2286 supe 2287 \
            oplus 2295 otimes 2297 perp 22a5 sdot 22c5 lceil 2308 rceil 2309 lfloor 230a rfloor 230b lang 2329 rang 232a \
            blank 2423 squ 25a1 square 25a1 loz 25ca cir 25cb starf 2605 star 2606 phone 260e female 2640 male 2642 \
            spades 2660 clubs 2663 hearts 2665 diams 2666 sung 266a flat 266d natural 266e sharp 266f check 2713 \
            excl 21 quot 22 num 23 dollar 24 percnt 25 amp 26 apos 27 lpar 28 rpar 29 ast 2a plus 2b comma 2c period 2e \
            sol 2f colon 3a semi 3b lt 3c equals 3d gt 3e quest 3f commat 40 lsqb 5b bsol 5c rsqb 5d lowbar 5f grave 60 \
            lcub 7b verbar 7c rcub 7d AMP 26 LT 3c GT 3e QUOT 22 APOS 27 COPY a9 REG ae TRADE 2122 NBSP a0\
            """;

    /** Ends of the names of accented letters, and the accent that combines with the letter before them. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("grave", "\u0300"),
            Map.entry("acute", "\u0301"),
            Map.entry("circ", "\u0302"),
            Map.entry("tilde", "\u0303"),
            Map.entry("macr", "\u0304"),
            Map.entry("breve", "\u0306"),
            Map.entry("dot", "\u0307"),
            Map.entry("uml", "\u0308"),
            Map.entry("ring", "\u030a"),
            Map.entry("dblac", "\u030b"),
            Map.entry("caron", "\u030c"),
            Map.entry("cedil", "\u0327"),
            Map.entry("ogon", "\u0328"));

    private static final Map<String, String> CHARACTERS = characters();

    private Entities() {}

    /** The text of an entity; null if its name is not known. */
    public static String text(String name) {
        String known = CHARACTERS.get(name);
        if (known != null || name.length() < 2) {
            return known;
        }
        // Names in capitals throughout occur too: SACUTE.
        String accent = ACCENTS.get(name.substring(1).toLowerCase(Locale.ROOT));
        if (accent == null) {
            return null;
        }
        String letter = Normalizer.normalize(name.charAt(0) + accent, Normalizer.Form.NFC);
        return letter.length() == 1 ? letter : null;
    }

    /** Text with its entities decoded; one without any as it stands. */
    public static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : decode(text).replace('\u00a0', ' ');
    }

    /** Decodes entities, also those whose ampersand is written as one; unknown ones stay as they are. */
    static String decode(String text) {
        String once = pass(text);
        return once.equals(text) ? text : pass(once);
    }

    private static String pass(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int mark = text.indexOf('&', at);
            if (mark < 0) {
                break;
            }
            out.append(text, at, mark);
            // Looked for no farther than an entity is long, so that text full of ampersands takes no longer.
            int end = text.substring(mark, Math.min(text.length(), mark + LONGEST + 2))
                            .indexOf(';')
                    + mark;
            String decoded = end > mark ? entity(text.substring(mark + 1, end)) : null;
            out.append(decoded == null ? "&" : decoded);
            at = decoded == null ? mark + 1 : end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return text(name);
        }
        int point = codePoint(name.substring(1));
        // What stands between values is none of them.
        return point < 0 ? null : point == 0 || point == Field.SEPARATOR ? " " : Character.toString(point);
    }

    /**
     * The character that a numeric reference names.
     *
     * @param digits {@code 8217} or {@code x2019}
     * @return -1 if it names none
     */
    public static int codePoint(String digits) {
        boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
        int radix = hexadecimal ? 16 : 10;
        int first = hexadecimal ? 1 : 0;
        int point = digits.length() == first ? -1 : 0;
        for (int i = first; i < digits.length() && point >= 0; i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            point = digit < 0 ? -1 : point * radix + digit;
            point = point > Character.MAX_CODE_POINT ? -1 : point;
        }
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? -1 : point;
    }

    private static Map<String, String> characters() {
        Map<String, String> characters = new HashMap<>();
        String[] words = NAMED.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            characters.put(words[i], Character.toString(Integer.parseInt(words[i + 1], 16)));
        }
        return Map.copyOf(characters);
    }
}
