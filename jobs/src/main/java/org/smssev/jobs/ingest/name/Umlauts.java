package org.smssev.jobs.ingest.name;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Umlauts that an office writes with two letters: {@code FOERDERUNG} is {@code Förderung}, and FORDERUNG where the accent is lost.
 * Only in parts of words of which no other spelling is known, as AE, OE and UE are letters of their own in most names: Boehringer,
 * Samuel, Aerospace. Stateless.
 */
final class Umlauts {
    /** Words. */
    private static final String WHOLE =
            "BAER|BOEHM|BRUECK|FUER|GOETZ|GRUEN|HOER|LUECK|LUERSSEN|OEL|OERSTED|SCHOEN|SOEREN|SUED|SUESS|TUERK|UEBER";

    /** What words begin with. */
    private static final String STARTS =
            "BAECKER|BAEUM|BJOERK|BJOERN|BOEBLING|BOEHLER|BOELKOW|BOETTCHER|BRUECKNER|BUECHER|BUEHLER|BUERKERT|BUERKLE|BUETTNER"
                    + "|DAETWYLER|DOERING|DRAEGER|DUERKOPP|DUERR|DUESSELDORF|EIDGENOESS|FAERBER|FOERETAG|FOERSTER|FOERSVAR|FUERST|FUERTH|FUEHR"
                    + "|GAERTNER|GEBRUEDER|GOEPPING|GOETEBORG|GOETTING|GRUENBECK|GRUENENTHAL|GUEHRING|GUENTER|GUENTHER|GUETERSLOH|HOEGSKOLA|HOERMANN"
                    + "|HUEBNER|HUELS|HUETTEN|JOERG|JOERN|JUELICH|JUERGEN|KAERCHER|KAESER|KLOECKNER|KOEBENHAVN|KOEHLER|KOELN|KOENIG|KOERBER"
                    + "|KOERNER|KOESTER|KRAEMER|KRUEGER|KUECHE|KUEHN|KUESTERS|LOEFFLER|LUEBECK|LUENEBURG|LUETZE|MAENNER|MOEBEL|MOELLER"
                    + "|MUEHENDISLIK|MUEHLE|MUELLER|MUENCHEN|MUENSTER|NOERGAARD|NUERNBERG|OEFFENTLICH|OESTER|OSNABRUECK|POESCHL"
                    + "|PRUEF|RHOENRAD|ROEHM|ROENTGEN|RUECK|RUEDIGER|RUETGERS|SAARBRUECK|SAECHS|SAEHKOE|SCHAEFER|SCHLUESSEL"
                    + "|SCHOENBERG|SCHROEDER|SCHROETER|SCHUECO|SCHUELER|SCHUETZ|SCHWAEBISCH|SOENDERGAARD|SOERENSEN|STAEUBLI"
                    + "|SUEDDEUTSCH|SUEDWEST|SUEDOST|SUEDZUCKER|THUERING|TRUETZSCHLER|TUEBING|UENIVERSITES|VETERINAER|VOEGELE|VOELKL"
                    + "|WAELZ|WESTFAEL|WUERTH|WUERTTEMBERG|WUERZBURG|YHTYMAE|ZUEBLIN|ZUEND|ZUERCHER|ZUERICH";

    /** What stands in compounds, too. */
    private static final String ANYWHERE =
            "BESCHRAENKT|BUERO|DAEMPF|FAKULTAET|FLUESSIG|FOERDER|GEBAEUDE|GERAET|GESCHAEFT|GETRAENK|KAELTE|KOERPER"
                    + "|KOMUENIKASYON|KUEHLER|KUEHLUNG|KUEHLTECH|OBERFLAECHE|OSAKEYHTIOE|PRAEZISION|STAEDTISCH|STROEM"
                    + "|UNIVERSITAET|WAERME";

    private static final Pattern SPELLED =
            Pattern.compile("(?<![A-Z])(?:(?:" + WHOLE + ")(?![A-Z])|(?:" + STARTS + "))|(?:" + ANYWHERE + ")");

    private static final Pattern UMLAUT = Pattern.compile("([AOU])E");

    private Umlauts() {}

    /** A folded name with such umlauts as folded ones, which have lost their accent. */
    static String folded(String name) {
        if (name.length() > NameWords.LONGEST || !hasPair(name)) {
            return name;
        }
        Matcher spelled = SPELLED.matcher(name);
        return spelled.replaceAll(part -> UMLAUT.matcher(part.group()).replaceAll("$1"));
    }

    private static boolean hasPair(String name) {
        for (int i = name.indexOf('E', 1); i > 0; i = name.indexOf('E', i + 1)) {
            char before = name.charAt(i - 1);
            if (before == 'A' || before == 'O' || before == 'U') {
                return true;
            }
        }
        return false;
    }
}
