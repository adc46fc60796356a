package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class SamePhraseAgain extends Predicate {

    private static final Slot.Number TIMES = new Slot.Number("times", 2, 50);

    SamePhraseAgain() {
        super("same phrase again", Weight.PATTERN,
                "Whether one side says in the current turn a phrase of a list that it has then used that many times in this talk.",
                Form.of("{} used the same phrase from {} at least {} times|time so far", Slots.SIDE, Slots.LIST,
                        TIMES));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Role side = arguments.get(Slots.SIDE);
        String list = arguments.get(Slots.LIST);
        int limit = arguments.get(TIMES);
        Set<String> said = new LinkedHashSet<>();
        if (view.current().turn().role() == side) {
            view.hits(view.current(), list).forEach(hit -> said.add(hit.phrase()));
        }
        String most = null;
        List<Passage> mostOften = List.of();
        for (String phrase : said) {
            List<Passage> uses = uses(view, side, list, phrase);
            if (uses.size() > mostOften.size()) {
                mostOften = uses;
                most = phrase;
            }
        }
        String phrase = most;
        List<Passage> uses = mostOften;
        return Finding.of(uses.size() >= limit, () -> phrase == null
                ? new Why(English.side(side) + " says no phrase from " + English.quoted(list) + " here", null,
                        "a phrase from " + English.quoted(list) + " said again", List.of())
                : new Why(
                        English.side(side) + " has said " + English.quoted(phrase) + " "
                                + English.count(uses.size(), "time") + " so far",
                        "at least " + limit, "other words than " + English.quoted(phrase) + " this time",
                        uses.subList(Math.max(0, uses.size() - Counting.MOST_PASSAGES), uses.size())));
    }

    private static List<Passage> uses(View view, Role side, String list, String phrase) {
        List<Passage> uses = new ArrayList<>();
        for (SeenTurn turn : view.moment().turns()) {
            view.work(1);
            if (turn.turn().role() == side) {
                for (PhraseHit hit : view.hits(turn, list)) {
                    if (hit.phrase().equals(phrase)) {
                        uses.add(Passage.counted(turn, hit.span()));
                    }
                }
            }
        }
        return uses;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(new Quantity("same phrase", arguments.get(Slots.LIST), arguments.get(Slots.SIDE), 0, 0,
                Numbers.ENDLESS), Numbers.atLeast(arguments.get(TIMES)));
    }
}
