package dev.rapport.rules.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names a rulebook gives: kinds of turn from its act rules, phrase lists from its files. */
public final class Lexicon {

    static final int MOST_WORDS_IN_A_KIND = 6;

    private final Map<String, String> kindsBySaying = new HashMap<>();
    private final SortedSet<String> kinds;
    private final SortedSet<String> lists = new TreeSet<>();

    /**
     * @param kinds in the singular, without article
     * @param lists names of phrase lists
     */
    public Lexicon(Collection<String> kinds, Collection<String> lists) {
        this.kinds = new TreeSet<>(kinds);
        for (String kind : this.kinds) {
            kindsBySaying.put(kind, kind);
        }
        for (String kind : this.kinds) {
            kindsBySaying.putIfAbsent(English.plural(kind), kind);
            kindsBySaying.putIfAbsent(English.regularPlural(kind), kind);
        }
        lists.forEach(list -> this.lists.add(English.plain(list)));
    }

    /** The kind said in the singular or plural; null if there is none of that name. */
    String kind(String saying) {
        return kindsBySaying.get(saying);
    }

    SortedSet<String> kinds() {
        return kinds;
    }

    SortedSet<String> lists() {
        return lists;
    }
}
