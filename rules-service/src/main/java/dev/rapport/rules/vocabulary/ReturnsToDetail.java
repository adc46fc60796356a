package dev.rapport.rules.vocabulary;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

final class ReturnsToDetail extends TurnPredicate {

    /** Nouns that return in any talk without anybody returning to a detail. */
    private static final Set<String> VAGUE = Set.of("thing", "stuff", "lot", "way", "time", "day", "week", "month",
            "year", "today", "tomorrow", "yesterday", "morning", "evening", "minute", "moment", "second", "bit", "kind",
            "sort", "point", "part", "people", "person", "guy", "man", "woman", "place", "work", "job", "question",
            "answer", "problem", "idea", "example", "number", "case", "fact", "end", "start", "side", "something",
            "anything", "nothing", "everything", "someone", "anyone", "everyone", "one", "couple", "thanks", "thank",
            "talk", "call", "meeting", "conversation", "reason", "sense", "course", "matter", "rest");

    /** Taking a name apart, and looking for a detail in a turn, each take about as long as so many looks at a turn. */
    private static final int STEPS_PER_NAME = 4;
    private static final int STEPS_PER_DETAIL = 4;

    ReturnsToDetail() {
        super("returns to detail", Weight.PATTERN,
                "Whether the turn names something that the other side brought up that many turns ago or earlier and that nobody has "
                        + "mentioned within those turns. Neither a speaker's name nor a figure is a detail.",
                Form.of("{} returns to a detail the other side gave at least {} turns|turn ago", Slots.REF,
                        Slots.TURNS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        int distance = arguments.get(Slots.TURNS);
        List<SeenTurn> turns = view.moment().turns();
        int at = turns.size() - 1;
        while (turns.get(at) != turn) {
            at--;
        }
        Set<String> open = details(turn.signals());
        view.work(STEPS_PER_NAME * turns.size());
        open.removeAll(namesOfSpeakers(turns));
        String found = null;
        SeenTurn given = null;
        int ago = 0;
        for (int i = at - 1; i >= 0 && !open.isEmpty() && found == null; i--) {
            view.work(1 + STEPS_PER_DETAIL * open.size());
            SeenTurn earlier = turns.get(i);
            boolean recent = at - i < distance;
            boolean theirs = earlier.turn().role() != turn.turn().role();
            Set<String> there = null;
            for (Iterator<String> details = open.iterator(); details.hasNext();) {
                String detail = details.next();
                if (mentions(earlier.signals(), detail)) {
                    if (recent) {
                        details.remove();
                    } else if (theirs) {
                        there = there == null ? details(earlier.signals()) : there;
                        if (there.contains(detail) && (found == null || detail.compareTo(found) < 0)) {
                            found = detail;
                            given = earlier;
                            ago = at - i;
                        }
                    }
                }
            }
        }
        String detail = found;
        SeenTurn earlier = given;
        int turnsAgo = ago;
        return Finding.of(found != null, () -> detail == null
                ? new Why(ref.words() + " returns to nothing the other side said at least " + distance + " turns ago",
                        null, "a detail in " + ref.words() + " that the other side gave at least " + distance
                                + " turns ago",
                        List.of(Passage.whole(turn)))
                : new Why(
                        ref.words() + " returns to " + English.quoted(detail) + ", which the other side mentioned "
                                + turnsAgo + " turns ago",
                        "at least " + distance,
                        "somebody mentioning " + English.quoted(detail) + " less than " + distance + " turns ago",
                        List.of(Passage.of(turn, where(turn.signals(), detail)),
                                Passage.of(earlier, where(earlier.signals(), detail)))));
    }

    /** Calling somebody by their name returns to nothing. */
    private static Set<String> namesOfSpeakers(List<SeenTurn> turns) {
        Set<String> names = new HashSet<>();
        for (SeenTurn turn : turns) {
            for (String name : turn.turn().speaker().toLowerCase(Locale.ROOT).split(" ")) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean mentions(TextSignals signals, String detail) {
        return signals.contentLemmas().contains(detail) || signals.entities().contains(detail);
    }

    /** Names and nouns worth returning to; figures recur by chance. */
    private static Set<String> details(TextSignals signals) {
        Set<String> details = new HashSet<>();
        for (String entity : signals.entities()) {
            if (!VAGUE.contains(entity) && !Character.isDigit(entity.charAt(0))) {
                details.add(entity);
            }
        }
        for (Token token : signals.tokens()) {
            if (isNoun(token) && signals.contentLemmas().contains(token.lemma())
                    && !VAGUE.contains(token.lemma())) {
                details.add(token.lemma());
            }
        }
        return details;
    }

    /** Penn and Universal tags both. */
    private static boolean isNoun(Token token) {
        return token.pos().startsWith("NN") || token.pos().equals("NOUN") || token.pos().equals("PROPN");
    }

    private static Span where(TextSignals signals, String detail) {
        for (Token token : signals.tokens()) {
            if (token.lemma().equals(detail) || token.text().equalsIgnoreCase(detail)) {
                return new Span(token.from(), token.to());
            }
        }
        return null;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(Quantity.number("returns", about(ref, learner), 0, Numbers.ENDLESS),
                Numbers.atLeast(arguments.get(Slots.TURNS))));
    }
}
