package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

/** What conditions about phrases have in common. */
final class Phrases {

    private Phrases() {
    }

    /** @param verb how the turn has it: " says ", " opens with " */
    static Why why(Ref ref, SeenTurn turn, String list, PhraseHit hit, boolean wanted, String verb) {
        String some = "a phrase from " + English.quoted(list);
        String none = "no phrase from " + English.quoted(list);
        String fact = ref.words() + verb
                + (hit == null ? none : English.quoted(said(turn, hit)) + " from " + English.quoted(list));
        return new Why(fact, (hit != null) == wanted ? null : wanted ? "one" : "none",
                (hit == null ? some : none) + " in " + ref.words(),
                List.of(Passage.of(turn, hit == null ? null : hit.span())));
    }

    static String said(SeenTurn turn, PhraseHit hit) {
        return turn.turn().text().substring(hit.span().from(), hit.span().to());
    }
}
