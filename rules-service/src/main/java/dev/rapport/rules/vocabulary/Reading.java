package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Map;

/** What came of reading the words of one condition. */
public sealed interface Reading {

    /**
     * @param kinds of turn that it names, with the word where it does
     */
    record Understood(Predicate predicate, Arguments arguments, Map<String, Word> kinds) implements Reading {
    }

    /** @param problems at least one */
    record NotUnderstood(List<Problem> problems) implements Reading {
    }
}
