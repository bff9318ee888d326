package org.smssev.jobs.ingest.format.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smssev.common.text.CountryCodes;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.FieldValues.Party;
import org.smssev.jobs.ingest.format.TwoLetters;
import org.smssev.jobs.ingest.name.Capitals;
import org.smssev.jobs.ingest.name.LegalForms;

/**
 * The parties of a role in DOCDB. The office tells each with a standard name and its country (docdb, epodoc), and once more as
 * the name was filed (docdba, original), both under one sequence. Where the two lists are of another order, or one is longer, the
 * sequences are not the same: then a filed name belongs to the standard one that it shares a word with.
 */
final class DocdbParties {
    /** By what tells best how many parties there are. */
    private static final List<String> FORMATS = List.of("docdb", "docdba", "epodoc", DocdbXml.ORIGINAL);

    private static final Set<String> FILED = Set.of("docdba", DocdbXml.ORIGINAL);

    /** A name of format epodoc of the Open Patent Services, which have the country nowhere else. */
    private static final Pattern WITH_COUNTRY = Pattern.compile("(.*\\S)\\s*\\[([A-Z]{2})]");

    /** A filed name with its address behind it, {@code SIEMENS AG, 80333 MUENCHEN, DE}, as documents of Germany have it. */
    private static final Pattern WITH_ADDRESS = Pattern.compile("(.*\\S),[^,]+,\\s*([A-Z]{2})");

    /** The part of an address with a postal code. */
    private static final Pattern WITH_POSTAL_CODE =
            Pattern.compile("(.*\\S),\\s*(?:[A-Z]{1,2}-)?\\d{4,6}\\s[^,]+,\\s*[A-Z]{2}");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter words, initials say, are of many names. */
    private static final int SHORTEST = 3;

    private DocdbParties() {}

    /**
     * The parties of the entries of a role. A sequence of original names alone is a party only where there is no other format, as
     * it else repeats one as it was filed.
     */
    static List<Party> of(List<XmlNode> entries) {
        boolean isTold = entries.stream().anyMatch(entry -> !isOriginal(format(entry)));
        Map<String, Map<String, XmlNode>> bySequence = new LinkedHashMap<>();
        boolean unique = true;
        List<XmlNode> ordered = entries.stream().sorted(XmlNode.BY_SEQUENCE).toList();
        for (XmlNode entry : ordered) {
            unique &= bySequence
                            .computeIfAbsent(entry.attribute("sequence"), sequence -> new LinkedHashMap<>())
                            .putIfAbsent(format(entry), entry)
                    == null;
        }
        List<Party> parties = new ArrayList<>();
        if (unique) {
            paired(bySequence.values()).stream()
                    .filter(formats -> !isTold || !formats.keySet().stream().allMatch(DocdbParties::isOriginal))
                    .forEach(formats -> add(parties, formats));
            return parties;
        }
        // A sequence that comes twice in one format tells nothing: each entry of one format is a party.
        String format = FORMATS.stream()
                .filter(f -> entries.stream().anyMatch(entry -> format(entry).equals(f)))
                .findFirst()
                .orElse("");
        for (XmlNode entry : entries) {
            if (format(entry).equals(format)) {
                add(parties, Map.of(format, entry));
            }
        }
        return parties;
    }

    private static String format(XmlNode entry) {
        return entry.attribute("data-format");
    }

    private static boolean isOriginal(String format) {
        return format.equals(DocdbXml.ORIGINAL);
    }

    /** Entries by format of each party, filed names with the standard ones that they belong to. */
    private static Collection<Map<String, XmlNode>> paired(Collection<Map<String, XmlNode>> sequences) {
        if (sequences.size() == 1) {
            return sequences;
        }
        List<Map<String, XmlNode>> standard =
                sequences.stream().map(formats -> some(formats, false)).toList();
        List<Map<String, XmlNode>> filed =
                sequences.stream().map(formats -> some(formats, true)).toList();
        List<Set<String>> ofStandard =
                standard.stream().map(DocdbParties::words).toList();
        List<Set<String>> ofFiled = filed.stream().map(DocdbParties::words).toList();
        List<Integer> apart = IntStream.range(0, standard.size())
                .filter(i -> !haveCommon(ofStandard.get(i), ofFiled.get(i)))
                .boxed()
                .toList();
        Map<Integer, Integer> others = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (int i : apart) {
            apart.stream()
                    .filter(j -> !taken.contains(j) && haveCommon(ofStandard.get(i), ofFiled.get(j)))
                    .findFirst()
                    .ifPresent(j -> {
                        others.put(i, j);
                        taken.add(j);
                    });
        }
        if (others.isEmpty()) {
            return sequences;
        }
        List<Map<String, XmlNode>> parties = new ArrayList<>();
        for (int i = 0; i < standard.size(); i++) {
            Map<String, XmlNode> formats = new LinkedHashMap<>(standard.get(i));
            if (others.containsKey(i)) {
                formats.putAll(filed.get(others.get(i)));
            } else if (!taken.contains(i)) {
                formats.putAll(filed.get(i));
            }
            if (!formats.isEmpty()) {
                parties.add(formats);
            }
        }
        return parties;
    }

    private static Map<String, XmlNode> some(Map<String, XmlNode> formats, boolean areFiled) {
        Map<String, XmlNode> some = new LinkedHashMap<>(formats);
        some.keySet().removeIf(format -> FILED.contains(format) != areFiled);
        return some;
    }

    /** The words of names, without accents. */
    private static Set<String> words(Map<String, XmlNode> formats) {
        return formats.values().stream()
                .map(entry -> ACCENTS.matcher(Normalizer.normalize(asWritten(entry), Normalizer.Form.NFD))
                        .replaceAll(""))
                .flatMap(name -> NO_WORD.splitAsStream(Capitals.of(name)))
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }

    /** Whether two names have a word in common that is no legal form. */
    private static boolean haveCommon(Set<String> words, Set<String> others) {
        return words.stream().anyMatch(word -> others.contains(word) && !LegalForms.isForm(word));
    }

    private static void add(List<Party> parties, Map<String, XmlNode> formats) {
        List<XmlNode> best = formats.values().stream()
                .sorted((a, b) -> Integer.compare(DocdbXml.rank(a), DocdbXml.rank(b)))
                .toList();
        String name = first(best.stream().filter(entry -> !hasAddress(entry)).map(DocdbParties::name));
        if (name.isEmpty()) {
            name = first(best.stream().map(DocdbParties::name));
        }
        String country = formats.containsKey("docdb") ? country(formats.get("docdb")) : "";
        if (country.isEmpty()) {
            country = first(best.stream().map(DocdbParties::country));
        }
        if (!name.isEmpty() || !country.isEmpty()) {
            parties.add(new Party(name, country));
        }
    }

    private static String first(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** Whether a filed name ends in an address, where it cannot be told how much of it is one. */
    private static boolean hasAddress(XmlNode entry) {
        return FILED.contains(format(entry)) && !ofAddress(asWritten(entry)).isEmpty();
    }

    /** The country of the address behind a name; empty if there is none. */
    private static String ofAddress(String name) {
        Matcher address = WITH_ADDRESS.matcher(name);
        return address.matches() && CountryCodes.isCountry(address.group(2)) ? address.group(2) : "";
    }

    private static String country(XmlNode entry) {
        String residence = TwoLetters.country(entry.text("residence", "country"));
        if (!residence.isEmpty()) {
            return residence;
        }
        String name = asWritten(entry);
        Matcher named = WITH_COUNTRY.matcher(name);
        if (named.matches()) {
            return TwoLetters.country(named.group(2));
        }
        return FILED.contains(format(entry)) ? ofAddress(name) : "";
    }

    /** The name of a party, without the country or address behind it, and without the comma in which lists of inventors end. */
    private static String name(XmlNode entry) {
        String name = asWritten(entry);
        Matcher named = WITH_COUNTRY.matcher(name);
        Matcher address = WITH_POSTAL_CODE.matcher(name);
        String alone = named.matches() ? named.group(1) : address.matches() ? address.group(1) : name;
        return alone.endsWith(",") ? alone.substring(0, alone.length() - 1).strip() : alone;
    }

    private static String asWritten(XmlNode entry) {
        for (XmlNode child : entry.children()) {
            if (child.name().endsWith("-name") || child.name().equals("addressbook")) {
                String name = Cleaning.blanks(child.text("name"));
                String whole = name.isEmpty() ? Cleaning.blanks(child.text("orgname")) : name;
                return whole.isEmpty()
                        ? Cleaning.person(
                                Cleaning.blanks(child.text("last-name")), Cleaning.blanks(child.text("first-name")))
                        : whole;
            }
        }
        return "";
    }
}
