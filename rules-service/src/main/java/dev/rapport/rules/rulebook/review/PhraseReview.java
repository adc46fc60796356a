package dev.rapport.rules.rulebook.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.review.Concern.Weight;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.vocabulary.Sayings;

/** Phrases that add nothing: said by a shorter one of their list, by another list altogether, or never found. */
final class PhraseReview {

    /** A list this short is no list that another could swallow: it is a few words in common. */
    private static final int FEWEST = 3;

    private final Rulebook rulebook;
    private final Set<String> byMeaning;
    /** The other lists without counter-examples. */
    private final SortedMap<String, List<String>> looked;
    private final List<Concern> concerns = new ArrayList<>();

    private PhraseReview(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.byMeaning = byMeaning(rulebook);
        this.looked = new TreeMap<>(rulebook.phrases());
        looked.keySet().removeAll(byMeaning);
        looked.replaceAll((list, lines) -> Sayings.of(lines).examples());
    }

    static List<Concern> of(Rulebook rulebook) {
        PhraseReview review = new PhraseReview(rulebook);
        review.examples();
        review.swallowed();
        review.unreachable();
        return review.concerns;
    }

    /** Lists of example sentences, which are not looked for word by word. */
    private static Set<String> byMeaning(Rulebook rulebook) {
        Set<String> lists = new HashSet<>();
        rulebook.rules().stream().flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.parts().stream()).filter(is -> is.predicate().costly())
                .forEach(is -> lists.addAll(is.predicate().phraseLists(is.arguments())));
        return lists;
    }

    private void examples() {
        for (String list : new TreeSet<>(byMeaning)) {
            Sayings sayings = Sayings.of(rulebook.phrases().get(list));
            String first = rulebook.phrases().get(list).get(0);
            if (sayings.examples().size() < FEWEST) {
                concerns.add(new Concern(Weight.BLOCKS_RELEASE,
                        Review.fault(rulebook.places().phrase(list, first),
                                "\"" + list + "\" has " + sayings.examples().size() + " example "
                                        + (sayings.examples().size() == 1 ? "sentence" : "sentences")
                                        + " to compare with",
                                "at least " + FEWEST),
                        null, -1, -1));
            } else if (sayings.counterExamples().isEmpty()) {
                concern(list, first, "\"" + list + "\" has no counter-example, so how near is near enough is a guess",
                        "lines such as \"not: what sounds alike and is not meant\"");
            }
        }
    }

    private void swallowed() {
        Map<String, Set<String>> listsOf = new HashMap<>();
        looked.forEach((list, phrases) -> phrases
                .forEach(phrase -> listsOf.computeIfAbsent(plain(phrase), p -> new HashSet<>()).add(list)));
        Set<String> whole = new HashSet<>();
        looked.forEach((list, phrases) -> {
            Set<String> holdAll = null;
            Map<String, String> longer = new LinkedHashMap<>();
            for (String phrase : phrases) {
                Set<String> holders = new HashSet<>();
                String shorter = null;
                for (String part : parts(phrase)) {
                    for (String holder : listsOf.getOrDefault(part, Set.of())) {
                        if (!holder.equals(list)) {
                            holders.add(holder);
                        } else if (!part.equals(plain(phrase)) && shorter == null) {
                            shorter = part;
                        }
                    }
                }
                if (shorter != null) {
                    longer.put(phrase, shorter);
                }
                if (holdAll == null) {
                    holdAll = holders;
                } else {
                    holdAll.retainAll(holders);
                }
            }
            if (!longer.isEmpty() && placeDoesNotMatter(list)) {
                String first = longer.keySet().iterator().next();
                String more = longer.size() == 1 ? "" : ", and so for " + (longer.size() - 1) + " more phrases";
                concern(list, first, "\"" + longer.get(first) + "\" of the same list is found wherever \"" + first
                        + "\" is" + more, "the shorter one alone");
            }
            if (phrases.size() >= FEWEST && holdAll != null) {
                holdAll.stream().filter(other -> !whole.contains(other)).sorted().findFirst().ifPresent(other -> {
                    whole.add(list);
                    concern(list, phrases.get(0), "all of \"" + list + "\" is found by \"" + other + "\" too",
                            "phrases that tell the lists apart, if the two mean different things");
                });
            }
        });
    }

    /** Where a turn must open with it, or uses are counted, the longer phrase may mean something of its own. */
    private boolean placeDoesNotMatter(String list) {
        return rulebook.rules().stream().flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.parts().stream())
                .filter(is -> is.predicate().phraseLists(is.arguments()).contains(list))
                .allMatch(is -> is.predicate().name().equals("phrase"));
    }

    /** A phrase with a mark that ends a sentence is never found: no phrase is found across the end of one. */
    private void unreachable() {
        TextReader reader = null;
        for (Map.Entry<String, List<String>> list : looked.entrySet()) {
            for (String phrase : list.getValue()) {
                if (phrase.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '\'' || c == '-'
                        || c == '’' || c == ',')) {
                    continue;
                }
                reader = reader == null ? new TextReader() : reader;
                if (new PhraseLists(Map.of(list.getKey(), List.of(phrase))).find(reader.read(phrase)).isEmpty()) {
                    concern(list.getKey(), phrase, "\"" + phrase + "\" is not even found in itself, so nowhere",
                            "words of one sentence without a full stop in them");
                }
            }
        }
    }

    private void concern(String list, String phrase, String what, String expected) {
        concerns.add(new Concern(Weight.WORTH_A_LOOK,
                Review.fault(rulebook.places().phrase(list, phrase), what, expected), null, -1, -1));
    }

    private static String plain(String phrase) {
        return String.join(" ", words(phrase));
    }

    private static List<String> words(String phrase) {
        return Arrays.stream(phrase.toLowerCase(Locale.ROOT).replace('’', '\'').replace(",", " ").split(" "))
                .filter(word -> !word.isBlank()).toList();
    }

    /** All runs of words of the phrase, itself among them. */
    private static List<String> parts(String phrase) {
        List<String> words = words(phrase);
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                parts.add(String.join(" ", words.subList(from, to)));
            }
        }
        return parts;
    }
}
