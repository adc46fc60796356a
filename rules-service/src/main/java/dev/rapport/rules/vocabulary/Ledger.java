package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/**
 * The common ground that one side has claimed, as far as the words go: what was claimed, with which detail of one's own,
 * where the talk was given back, and what that side had said before that speaks against it. It can show that a claim stands
 * on something, never that it is true (Montoya, Horton and Kirchner 2008: similarity works when it is named and real).
 */
final class Ledger {

    /** Detail and return count when they come in the claim's own turn or in that side's next one, so many turns on. */
    private static final int NEXT = 4;
    /** So far back an own word is held against a claim. */
    private static final int REACH = 400;

    private static final Set<String> NEGATIONS = Set.of("never", "not", "n't", "no", "nothing", "none", "without");
    /** Words that say nothing of what was denied. */
    private static final Set<String> VAGUE = Set.of("thing", "lot", "time", "idea", "clue", "problem", "doubt", "way",
            "have", "be", "do", "get", "go", "know", "see", "think", "say", "want", "need", "make", "mean", "anybody",
            "anyone", "anything", "much", "experience", "work", "job", "people", "person", "bit", "kind", "sort",
            "question", "use", "try", "take", "come", "like", "day", "week", "year", "part", "worry", "mind", "really");

    /** @param detail and {@code returned}: null where there is none */
    record Entry(SeenTurn claim, Passage detail, Passage returned, Denial denied) {

        boolean isBare() {
            return detail == null;
        }

        boolean isWhole() {
            return detail != null && returned != null && denied == null;
        }
    }

    /** Words of one's own that speak against a claim, and the lemma that they share. */
    record Denial(SeenTurn turn, Span sentence, String lemma) {
    }

    private Ledger() {
    }

    /** Claims of that kind among the last turns of that side, oldest first. */
    static List<Entry> of(View view, String kind, Role side, int within) {
        return view.once(new Asked(kind, side, within), () -> entries(view, kind, side, within));
    }

    private record Asked(String kind, Role side, int within) {
    }

    private static List<Entry> entries(View view, String kind, Role side, int within) {
        List<SeenTurn> turns = view.moment().turns();
        List<Entry> entries = new ArrayList<>();
        int next = -1;
        int seen = 0;
        for (int i = turns.size() - 1; i >= 0 && seen < within; i--) {
            view.work(1);
            if (turns.get(i).turn().role() == side) {
                seen++;
                if (view.is(turns.get(i), kind)) {
                    boolean near = next >= 0 && next - i <= NEXT && !view.is(turns.get(next), kind);
                    entries.add(0, entry(view, i, near ? turns.get(next) : null));
                }
                next = i;
            }
        }
        return entries;
    }

    private static Entry entry(View view, int position, SeenTurn next) {
        SeenTurn claim = view.moment().turns().get(position);
        Passage detail = detail(claim);
        Passage returned = returned(claim);
        if (next != null) {
            detail = detail == null ? detail(next) : detail;
            // by then a "you" may be about anything
            returned = returned == null ? question(next) : returned;
        }
        return new Entry(claim, detail, returned, denied(view, position));
    }

    private static Passage detail(SeenTurn turn) {
        Span detail = turn.signals().concreteSelfDetail();
        return detail == null ? null : Passage.of(turn, detail);
    }

    /** A question, or a word to the other side. */
    private static Passage returned(SeenTurn turn) {
        Passage question = question(turn);
        return question != null ? question : turn.signals().partnerAddressed() ? Passage.whole(turn) : null;
    }

    private static Passage question(SeenTurn turn) {
        for (Sentence sentence : turn.signals().sentences()) {
            if (sentence.mood() == Mood.OPEN_QUESTION || sentence.mood() == Mood.CLOSED_QUESTION) {
                return Passage.of(turn, Passages.span(turn.signals(), sentence));
            }
        }
        return null;
    }

    // -- against one's own words ------------------------------------------------------------------------------------

    /** What that side said before, with a "never" or "no", of what it now claims to share; null if nothing. */
    private static Denial denied(View view, int position) {
        List<SeenTurn> turns = view.moment().turns();
        SeenTurn claim = turns.get(position);
        Set<String> claimed = affirmed(claim.signals());
        if (claimed.isEmpty() && hasNegation(claim.signals())) {
            return null;
        }
        Optional<SeenTurn> answered = view.moment().otherSidesLastBefore(position);
        if (!hasNegation(claim.signals()) && claim.signals().concreteSelfDetail() == null) {
            // without anything of one's own the claim shares all that the other side said
            answered.ifPresent(other -> claimed.addAll(affirmed(other.signals())));
        }
        for (int i = position - 1; i >= Math.max(0, position - REACH); i--) {
            SeenTurn earlier = turns.get(i);
            view.work(1);
            if (earlier.turn().role() == claim.turn().role() && !earlier.is(SeenTurn.DEEP_DISCLOSURE)) {
                for (int sentence : earlier.signals().selfSentences()) {
                    Denial denial = denial(earlier, earlier.signals().sentences().get(sentence), claimed);
                    if (denial != null) {
                        return denial;
                    }
                }
            }
        }
        return null;
    }

    private static Denial denial(SeenTurn turn, Sentence sentence, Set<String> claimed) {
        List<Token> tokens = turn.signals().tokens();
        int negation = -1;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (negation < 0 && denies(tokens, i, sentence)) {
                negation = i;
            } else if (negation >= 0 && isContent(tokens.get(i)) && claimed.contains(tokens.get(i).lemma())) {
                return new Denial(turn, Passages.span(turn.signals(), sentence), tokens.get(i).lemma());
            }
        }
        return null;
    }

    /** "never", "have no", "don't have", "not a", "know nothing": a denial of having, being or having done. */
    private static boolean denies(List<Token> tokens, int at, Sentence sentence) {
        String word = lower(tokens, at);
        String next = at + 1 < sentence.end() ? lower(tokens, at + 1) : "";
        String before = at > sentence.first() ? lower(tokens, at - 1) : "";
        return switch (word) {
            case "never" -> !next.equals("mind");
            case "no" -> before.equals("have") || before.equals("had") || before.equals("got");
            case "nothing" -> before.equals("know") || before.equals("knew");
            case "not", "n't" -> next.equals("have") || next.equals("a") || next.equals("an") || next.equals("got")
                    || next.equals("been") || before.equals("have") || before.equals("had");
            default -> false;
        };
    }

    private static String lower(List<Token> tokens, int at) {
        return tokens.get(at).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** Content of the sentences that deny nothing. */
    private static Set<String> affirmed(TextSignals signals) {
        Set<String> affirmed = new HashSet<>();
        for (Sentence sentence : signals.sentences()) {
            if (!hasNegation(signals, sentence)) {
                for (int i = sentence.first(); i < sentence.end(); i++) {
                    if (isContent(signals.tokens().get(i))) {
                        affirmed.add(signals.tokens().get(i).lemma());
                    }
                }
            }
        }
        return affirmed;
    }

    private static boolean hasNegation(TextSignals signals) {
        return signals.sentences().stream().anyMatch(sentence -> hasNegation(signals, sentence));
    }

    private static boolean hasNegation(TextSignals signals, Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            String word = lower(signals.tokens(), i);
            if (NEGATIONS.contains(word) || word.endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContent(Token token) {
        return !VAGUE.contains(token.lemma()) && (token.pos().startsWith("N") && !token.pos().equals("NUM")
                || token.pos().equals("PROPN") || token.pos().startsWith("V"));
    }
}
