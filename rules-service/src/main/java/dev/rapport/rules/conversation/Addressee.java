package dev.rapport.rules.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.Token;

/**
 * Whom a turn speaks to, where more than two people talk. In this order: who is called by name in it ("Maria, what do you
 * think?"); who called its speaker by name with a question since the speaker's turn before; whoever spoke last. Pure.
 * <p>
 * A turn of the learner always speaks to a partner. A name that is only talked about ("Maria is out on Fridays") calls nobody.
 */
final class Addressee {

    /** So many turns back somebody must have spoken to be called by name; what a turn costs must not grow with the talk. */
    static final int REACH = 200;
    /** A question to somebody waits for so many turns of others. */
    static final int QUESTION_WAITS = 12;

    /** What follows a name that opens a sentence without a comma, as speech recognition writes it. */
    private static final Set<String> CALLS = Set.of("you", "your", "what", "how", "why", "when", "where", "who", "can",
            "could", "would", "will", "do", "did", "have", "are", "were", "tell", "any");

    private Addressee() {
    }

    /**
     * @param position of the turn among {@code turns}
     * @return the last turn before it of the one it speaks to; empty if nobody else spoke yet
     */
    static Optional<SeenTurn> lastTurn(List<SeenTurn> turns, int position) {
        SeenTurn turn = turns.get(position);
        int last = lastOther(turns, position, turn);
        if (last < 0) {
            return Optional.empty();
        }
        int other = anotherThan(turns, position, turn, turns.get(last));
        if (other < 0) {
            // two people: nobody has to be looked for
            return Optional.of(turns.get(last));
        }
        int called = called(turns, position, turn);
        int found = called >= 0 ? called : asker(turns, position, turn);
        return Optional.of(turns.get(found >= 0 ? found : last));
    }

    private static int lastOther(List<SeenTurn> turns, int position, SeenTurn turn) {
        for (int i = position - 1; i >= 0; i--) {
            if (isOther(turns.get(i), turn)) {
                return i;
            }
        }
        return -1;
    }

    /** The last turn within reach by a third person; -1 if there is none. */
    private static int anotherThan(List<SeenTurn> turns, int position, SeenTurn turn, SeenTurn one) {
        for (int i = position - 1; i >= Math.max(0, position - REACH); i--) {
            if (isOther(turns.get(i), turn) && isOther(turns.get(i), one)) {
                return i;
            }
        }
        return -1;
    }

    private static int called(List<SeenTurn> turns, int position, SeenTurn turn) {
        if (noNameIsCalled(turn)) {
            return -1;
        }
        for (int i = position - 1; i >= Math.max(0, position - REACH); i--) {
            if (isOther(turns.get(i), turn) && calls(turn, turns.get(i).turn().speaker())) {
                return i;
            }
        }
        return -1;
    }

    /** Since its speaker's last turn, who asked them by name. */
    private static int asker(List<SeenTurn> turns, int position, SeenTurn turn) {
        String name = turn.turn().speaker();
        for (int i = position - 1; i >= Math.max(0, position - QUESTION_WAITS); i--) {
            SeenTurn earlier = turns.get(i);
            if (!isOther(earlier, turn)) {
                return -1;
            }
            if (asks(earlier) && calls(earlier, name)) {
                return lastOfSpeaker(turns, position, earlier);
            }
        }
        return -1;
    }

    private static int lastOfSpeaker(List<SeenTurn> turns, int position, SeenTurn of) {
        int i = position - 1;
        while (isOther(turns.get(i), of) || turns.get(i).turn().role() != of.turn().role()) {
            i--;
        }
        return i;
    }

    /** Whether one can speak to the other: the learner's side is one person, whatever names a transcript gives them. */
    private static boolean isOther(SeenTurn one, SeenTurn other) {
        return one.turn().role() != other.turn().role()
                || one.turn().role() == Role.PARTNER && !one.turn().speaker().equals(other.turn().speaker());
    }

    private static boolean asks(SeenTurn turn) {
        return turn.signals().sentences().stream()
                .anyMatch(s -> s.mood() == Mood.OPEN_QUESTION || s.mood() == Mood.CLOSED_QUESTION);
    }

    // -- names ------------------------------------------------------------------------------------------------------

    private static boolean noNameIsCalled(SeenTurn turn) {
        List<Token> tokens = turn.signals().tokens();
        for (Sentence sentence : turn.signals().sentences()) {
            for (int i = sentence.first(); i < sentence.end(); i++) {
                if (isCalled(tokens, i, sentence)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By first name, or by the whole of it. */
    private static boolean calls(SeenTurn turn, String speaker) {
        String[] names = speaker.toLowerCase(Locale.ROOT).split(" ");
        List<Token> tokens = turn.signals().tokens();
        for (Sentence sentence : turn.signals().sentences()) {
            for (int i = sentence.first(); i < sentence.end(); i++) {
                if (tokens.get(i).text().toLowerCase(Locale.ROOT).equals(names[0])) {
                    int end = i;
                    while (end + 1 < sentence.end() && end - i + 1 < names.length
                            && tokens.get(end + 1).text().toLowerCase(Locale.ROOT).equals(names[end - i + 1])) {
                        end++;
                    }
                    if (isCalled(tokens, i, end, sentence)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isCalled(List<Token> tokens, int at, Sentence sentence) {
        return Character.isLetter(tokens.get(at).text().charAt(0)) && (isCalled(tokens, at, at, sentence)
                || at + 1 < sentence.end() && isCalled(tokens, at, at + 1, sentence));
    }

    /** Set off by commas or the ends of the sentence, or in front of a question: the place of somebody who is called. */
    private static boolean isCalled(List<Token> tokens, int from, int to, Sentence sentence) {
        boolean opens = from == sentence.first();
        boolean afterComma = !opens && tokens.get(from - 1).text().equals(",");
        String next = to + 1 < sentence.end() ? tokens.get(to + 1).text().toLowerCase(Locale.ROOT) : "";
        boolean ends = next.isEmpty() || !Character.isLetterOrDigit(next.charAt(0)) && !next.equals(",");
        if (opens || afterComma) {
            return ends || next.equals(",") || opens && CALLS.contains(next);
        }
        return false;
    }
}
