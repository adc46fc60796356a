package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the phrases of many lists in a text at once, at a cost that hardly grows with their number. Safe for threads.
 *
 * <p>
 * A phrase is found whatever its contractions ("I'm" is "I am"), casing, commas and fillers ("sounds, um, like"). A word
 * in its basic or present form stands for its inflections too: "feel stuck" is found in "felt stuck", "supplier" in
 * "suppliers". A word written in the past or with -ing stands for itself alone, since the lists mean it: "you said" is
 * not found in "what would you say". Neither are verbs that work like modals changed: "you need to" is advice, "you
 * needed to" is none. No phrase is found across the end of a sentence.
 */
public final class PhraseLists {

    private record Entry(String list, String phrase) {
    }

    /** All phrases that go on with the same words share one node. */
    private static final class Node {
        final Map<String, Node> next = new HashMap<>(4);
        final List<Entry> entries = new ArrayList<>(1);
    }

    private static final int MOST_PASSED_OVER = 4;
    /** So many steps are taken without a look back; then none is taken twice. */
    private static final int STEPS_ON_TRUST = 256;
    /** In one text. A list of fillers could take many more; then what stands further on is not found. */
    private static final int MOST_STEPS = 400_000;

    private record Step(Node node, int at) {
    }

    /** The way from one word of a text on: a phrase of fillers in a text of fillers branches at each of them. */
    private static final class Walk {
        private final List<Token> tokens;
        private final List<Set<String>> keys;
        private final Map<Hit, Hit> hits = new LinkedHashMap<>();
        private int start;
        private int steps;
        private int allSteps;
        private Set<Step> taken;

        Walk(List<Token> tokens, List<Set<String>> keys) {
            this.tokens = tokens;
            this.keys = keys;
        }

        void from(int word) {
            start = word;
            allSteps += steps;
            steps = 0;
            taken = null;
        }

        /** Whether the step is worth taking. */
        boolean isNew(Node node, int at) {
            if (++steps <= STEPS_ON_TRUST) {
                return true;
            }
            if (allSteps + steps > MOST_STEPS) {
                return false;
            }
            taken = taken == null ? new HashSet<>() : taken;
            return taken.add(new Step(node, at));
        }
    }

    private final Node root = new Node();
    private final WordForms forms;

    /**
     * Of English.
     *
     * @param lists phrases by the name of their list
     * @throws IllegalArgumentException when a phrase has no word in it
     */
    public PhraseLists(Map<String, List<String>> lists) {
        this(lists, WordForms.ofEnglish());
    }

    /** @throws IllegalArgumentException when a phrase has no word in it */
    public PhraseLists(Map<String, List<String>> lists, WordForms forms) {
        this.forms = forms;
        lists.forEach((list, phrases) -> phrases.forEach(phrase -> add(list, phrase)));
    }

    private void add(String list, String phrase) {
        List<String> words = forms.words(phrase);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no word in phrase \"" + phrase + "\" of list \"" + list + "\"");
        }
        add(list, phrase, words);
        forms.otherwise(words).forEach(other -> add(list, phrase, other));
    }

    private void add(String list, String phrase, List<String> words) {
        List<Node> ends = List.of(root);
        String before = "";
        for (String word : words) {
            List<Node> further = new ArrayList<>();
            for (String key : forms.ofPhrase(word, before)) {
                for (Node end : ends) {
                    further.add(end.next.computeIfAbsent(key, k -> new Node()));
                }
            }
            ends = further;
            before = word;
        }
        for (Node end : ends) {
            // "i'm sorry" and "i am sorry" are one phrase: the list's first writing of it names the hit
            if (end.entries.stream().noneMatch(e -> e.list().equals(list))) {
                end.entries.add(new Entry(list, phrase));
            }
        }
    }

    /** Every phrase found, by where it begins, then the longer first, then by list and phrase. */
    public List<Hit> find(TextSignals text) {
        List<Token> tokens = text.tokens();
        List<Set<String>> keys = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            keys.add(forms.ofText(tokens, i));
        }
        Walk walk = new Walk(tokens, keys);
        for (int i = 0; i < tokens.size(); i++) {
            if (!keys.get(i).isEmpty()) {
                walk.from(i);
                walk(root, walk, i);
            }
        }
        List<Hit> sorted = new ArrayList<>(walk.hits.keySet());
        sorted.sort(Comparator.comparingInt((Hit h) -> h.span().from()).thenComparing(h -> -h.span().to())
                .thenComparing(Hit::list).thenComparing(Hit::phrase));
        return List.copyOf(sorted);
    }

    private void walk(Node node, Walk walk, int at) {
        int i = at;
        if (node.next.isEmpty() || !walk.isNew(node, at)) {
            return;
        }
        while (i > walk.start && i < walk.tokens.size() && i - at < MOST_PASSED_OVER
                && isPassedOver(walk.tokens.get(i))) {
            if (!walk.keys.get(i).isEmpty()) {
                // "uh huh": a filler may be a word of the phrase
                step(node, walk, i);
            }
            i++;
        }
        if (i < walk.tokens.size()) {
            step(node, walk, i);
        }
    }

    private void step(Node node, Walk walk, int i) {
        for (String key : walk.keys.get(i)) {
            Node further = node.next.get(key);
            if (further != null) {
                for (Entry entry : further.entries) {
                    Hit hit = new Hit(entry.list(), entry.phrase(),
                            new Span(walk.tokens.get(walk.start).from(), walk.tokens.get(i).to()));
                    walk.hits.putIfAbsent(hit, hit);
                }
                walk(further, walk, i + 1);
            }
        }
    }

    private boolean isPassedOver(Token token) {
        if (token.pos().equals("PUNCT")) {
            char mark = token.text().charAt(0);
            return mark != '.' && mark != '?' && mark != '!' && mark != ';';
        }
        return forms.isFiller(token);
    }
}
