package org.smssev.jobs.ingest.name;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Legal forms in English of several words, written in full or in part, and what says where a company is one. Stateless. */
final class EnglishForms {
    private static final List<String> COMPANY = List.of("COMPANY", "CO");
    private static final List<String> LIMITED = List.of("LIMITED", "LTD");
    /** What stands before joint stock company, in names of Eastern Europe and Asia. */
    private static final List<String> HELD = List.of("", "OPEN ", "CLOSED ", "PUBLIC ", "PRIVATE ");
    /** States of the USA, and others as adjectives, that say where a company is one: Foo Inc., a Delaware corporation. */
    private static final Set<String> PLACES =
            words("ALABAMA ALASKA ARIZONA ARKANSAS CALIFORNIA COLORADO CONNECTICUT DELAWARE"
                    + " FLORIDA GEORGIA HAWAII IDAHO ILLINOIS INDIANA IOWA KANSAS KENTUCKY LOUISIANA MAINE MARYLAND MASSACHUSETTS"
                    + " MICHIGAN MINNESOTA MISSISSIPPI MISSOURI MONTANA NEBRASKA NEVADA HAMPSHIRE JERSEY MEXICO YORK CAROLINA DAKOTA"
                    + " OHIO OKLAHOMA OREGON PENNSYLVANIA TENNESSEE TEXAS UTAH VERMONT VIRGINIA WASHINGTON WISCONSIN WYOMING"
                    + " SWISS SWEDEN SWEDISH GERMAN FRENCH BRITISH ENGLISH DUTCH CANADIAN AUSTRALIAN JAPANESE KOREAN IRISH ISRAELI"
                    + " CAYMAN BERMUDA");
    /** What stands beside the place, or instead of it. */
    private static final Set<String> BESIDE_PLACE = words("NEW NORTH SOUTH WEST RHODE ISLAND ISLANDS STATE OF THE");

    private static final Set<String> KINDS =
            words("CORP CORPORATION COMPANY CO LLC INC LP LLP PARTNERSHIP LIMITED LTD LIABILITY PUBLIC");

    private EnglishForms() {}

    /** Forms that end a name, their words with blanks between. */
    static List<String> ending() {
        Stream<String> liability = LIMITED.stream()
                .flatMap(limited -> Stream.of("COMPANY", "CO", "CORPORATION", "CORP", "PARTNERSHIP")
                        .map(kind -> limited + " LIABILITY " + kind));
        Stream<String> publicly = LIMITED.stream()
                .flatMap(limited -> COMPANY.stream()
                        .flatMap(company ->
                                Stream.of("PUBLIC " + limited + " " + company, "PUBLIC " + company + " " + limited)));
        Stream<String> others = Stream.of(
                "PROPRIETARY LIMITED",
                "LIMITED PARTNERSHIP",
                "LTD PARTNERSHIP",
                // Sports Unlimited Co may be a company whose name is so.
                "UNLIMITED COMPANY",
                "DESIGNATED ACTIVITY COMPANY",
                "DESIGNATED ACTIVITY CO");
        return Stream.of(liability, publicly, jointStock(), others)
                .flatMap(forms -> forms)
                .toList();
    }

    /** Forms that begin a name. */
    static Stream<String> leading() {
        return Stream.concat(jointStock(), Stream.of("LIMITED LIABILITY COMPANY"));
    }

    private static Stream<String> jointStock() {
        return HELD.stream().flatMap(held -> COMPANY.stream().map(company -> held + "JOINT STOCK " + company));
    }

    /**
     * Takes off what says behind a form where and as what a company was founded, {@code BOSE CORP A DELAWARE CORP}; the form is
     * left.
     */
    static void stripFounded(List<String> words) {
        for (int i = 2; i < words.size() - 1; i++) {
            String word = words.get(i);
            if ((word.equals("A") || word.equals("AN"))
                    && LegalForms.endsForm(words.get(i - 1))
                    && isFounded(words.subList(i + 1, words.size()))) {
                words.subList(i, words.size()).clear();
                return;
            }
        }
    }

    private static boolean isFounded(List<String> words) {
        boolean isPlace = false;
        boolean isKind = false;
        for (String word : words) {
            boolean isOfPlace = PLACES.contains(word);
            boolean isOfKind = KINDS.contains(word);
            if (!isOfPlace && !isOfKind && !BESIDE_PLACE.contains(word)) {
                return false;
            }
            // A public or limited company needs no place.
            isPlace |= isOfPlace || word.equals("LIABILITY") || word.equals("PUBLIC");
            isKind |= isOfKind;
        }
        return isPlace && isKind;
    }

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
