package dev.rapport.rules.signals;

import java.util.List;
import java.util.Set;

import dev.rapport.rules.signals.Sentence.Mood;

/**
 * Picks the words most worth returning to: a phrase that can follow "You mentioned ...", such as "the rollout in March",
 * "moving to a smaller team" or "my boss left in June". It may begin with my or our, which whoever says it back turns
 * into your; it holds no other pronoun.
 */
final class Focus {

    private static final int MOST_WORDS = 8;
    private static final double ENOUGH = 2.0;

    private static final Set<String> VAGUE = Set.of("thing", "stuff", "lot", "bit", "kind", "sort", "way", "time",
            "one",
            "something", "anything", "everything", "nothing", "someone", "everyone", "people", "guy", "person", "point",
            "case", "fact", "question", "idea", "part", "side", "number", "couple", "type", "place", "reason",
            "problem",
            "issue", "moment", "second", "minute", "end", "start", "thank", "thanks", "please", "hello", "hi", "course",
            "example", "sense", "god", "gosh", "okay", "yeah", "man", "mm", "anyone", "today", "tomorrow", "yesterday",
            "tonight", "rest", "most", "matter", "morning", "day", "week", "month", "year", "whole", "hour", "lots",
            "others", "other", "wow", "sorry", "living", "half", "front", "back", "top", "middle", "bottom", "word",
            "answer",
            "plus", "self", "myself", "kinda", "sorta", "dude", "sir", "unintelligible", "laughter", "chuckle");
    private static final Set<String> NO_START = Set.of("any", "no", "what", "which", "whatever", "your", "every",
            "each",
            "another", "his", "her", "their", "its", "such", "whose", "both", "all", "either", "neither");
    private static final Set<String> STARTS = Set.of("the", "a", "an", "my", "our", "this", "that", "these", "those",
            "some");
    private static final Set<String> LINKS = Set.of("of", "in", "at", "with", "for", "from", "to", "on", "about",
            "between", "after", "before", "during", "without", "under", "over", "into", "by");
    private static final Set<String> CHANGES = Set.of("stall", "leave", "die", "quit", "move", "break", "fall", "fail",
            "change", "drop", "grow", "double", "close", "open", "end", "stop", "cancel", "collapse", "slip", "retire",
            "resign", "shrink", "merge", "crash", "explode", "disappear", "pass", "lose", "win", "arrive", "return",
            "start", "finish", "slow", "worsen", "improve", "increase", "fade", "stalle");
    private static final Set<String> WEIGHTY = Set.of("stress", "pressure", "worry", "fear", "divorce", "promotion",
            "delay", "loss", "conflict", "burnout", "illness", "surgery", "deadline", "layoff", "move", "wedding",
            "baby",
            "funeral", "exam", "interview", "project", "launch", "migration", "handover", "rollout", "audit", "budget",
            "mother", "father", "daughter", "son", "wife", "husband", "sister", "brother", "partner", "team", "boss",
            "manager", "customer", "client", "family", "mistake", "doubt", "hope", "dream", "plan", "goal", "pain",
            "grief", "anxiety", "trust", "workload", "outage", "complaint", "contract", "merger");
    private static final Set<String> EMPTY_GERUNDS = Set.of("going", "doing", "being", "having", "saying", "thinking",
            "talking", "telling", "looking", "wondering", "asking", "getting", "something", "anything", "nothing",
            "everything", "during", "making", "coming", "happening", "putting", "calling", "sitting", "speaking",
            "hearing", "seeing", "guessing", "knowing", "meaning", "letting", "giving");

    private final Line line;
    private final Persons persons;
    private double best;
    private int bestFrom = -1;
    private int bestEnd;

    private Focus(Line line, Persons persons) {
        this.line = line;
        this.persons = persons;
    }

    /** The span in the turn's text; null where nothing stands out. */
    static Span of(Line line, Persons persons, List<Sentence> sentences) {
        Focus focus = new Focus(line, persons);
        for (Sentence sentence : sentences) {
            focus.look(sentence);
        }
        return focus.bestFrom < 0
                ? null
                : new Span(line.token(focus.bestFrom).from(), line.token(focus.bestEnd - 1).to());
    }

    private void look(Sentence sentence) {
        boolean question = sentence.mood() == Mood.OPEN_QUESTION || sentence.mood() == Mood.CLOSED_QUESTION;
        double place = question ? -1.5 : 0;
        int i = sentence.first();
        while (i < sentence.end()) {
            int gerund = gerundEnd(i, sentence);
            if (gerund > 0) {
                offer(i, gerund, 4.5 + place + weight(i + 1, gerund));
                i++;
                continue;
            }
            int head = nounPhraseEnd(i, sentence.end());
            if (head < 0) {
                i++;
                continue;
            }
            double score = score(i, head) + place;
            if (score > -5) {
                int clause = clauseEnd(i, head, sentence.end());
                if (clause > 0) {
                    offer(i, clause, score + 3);
                }
                int longer = withLink(i, head, sentence.end());
                offer(i, longer, score + (longer > head ? 0.8 + weight(head + 1, longer) / 2 : 0));
            }
            i = head;
        }
    }

    private void offer(int from, int end, double score) {
        boolean whole = !isPartOfWord(from)
                && (end >= line.size() || !isPartOfWord(end) || line.low(end).startsWith("'"));
        if (whole && score >= ENOUGH && score > best && words(from, end) <= MOST_WORDS) {
            best = score;
            bestFrom = from;
            bestEnd = end;
        }
    }

    private int words(int from, int end) {
        int words = 0;
        for (int i = from; i < end; i++) {
            if (!line.isMark(i) && (i == from || line.token(i - 1).to() < line.token(i).from())) {
                words++;
            }
        }
        return words;
    }

    /** The end of a noun phrase that begins here, after its last noun; -1 if none does. */
    private int nounPhraseEnd(int from, int end) {
        if (from > 0 && from < end && isInnerOfPhrase(from - 1) && !line.is(from, STARTS)) {
            return -1;
        }
        if (from >= end || isPartOfWord(from)) {
            return -1;
        }
        int i = from;
        if (line.is(i, STARTS) || line.is(i, NO_START)) {
            i++;
        }
        int last = -1;
        while (i < end && !line.isMark(i) && i - from < MOST_WORDS) {
            if (isNoun(i)) {
                last = i;
            } else if (!(line.pos(i).equals("ADJ") || line.pos(i).equals("NUM")
                    || line.is(i, "'s") && isNoun(i + 1) && !line.pos(i).equals("AUX")
                    || line.pos(i).equals("ADV") && line.pos(i + 1).equals("ADJ") && i > from && !line.is(i, "when"))
                    || line.is(i, Lexicon.SUBJECT_PRONOUNS) || line.is(i, Lexicon.SECOND_PERSON)) {
                break;
            }
            i++;
        }
        return last < 0 ? -1 : last + 1;
    }

    private boolean isInnerOfPhrase(int i) {
        return line.pos(i).equals("ADJ") || line.pos(i).equals("NUM") || line.is(i, STARTS) || line.is(i, NO_START);
    }

    /** A contraction's second part, or a part glued to another, is no place to begin. */
    private boolean isPartOfWord(int i) {
        return i > 0 && line.token(i - 1).to() == line.token(i).from() && !line.isMark(i - 1) && !line.isMark(i)
                || line.low(i).startsWith("'");
    }

    private boolean isNoun(int i) {
        String pos = line.pos(i);
        return (pos.equals("NOUN") || pos.equals("PROPN")) && !line.is(i, Lexicon.FILLERS)
                && !line.is(i, Lexicon.OPENERS) && !line.is(i, Lexicon.SUBJECT_PRONOUNS)
                && !line.is(i, Lexicon.FIRST_PERSON) && !line.is(i, Lexicon.SECOND_PERSON)
                && !line.is(i, Lexicon.WARM_OPENERS) && Character.isLetterOrDigit(line.low(i).codePointAt(0))
                && line.low(i).length() > 1;
    }

    private double score(int from, int end) {
        int head = end - 1;
        if (line.is(from, NO_START) || isVague(head) || line.is(from, "that") && line.pos(from).equals("SCONJ")) {
            return -10;
        }
        if (isOnlyTime(from, end)) {
            return -10;
        }
        double score = 1.5 + weight(from, end);
        if (line.is(from, "my") || line.is(from, "our") || line.is(from, "the")) {
            score += 1.2;
        } else if (line.is(from, "a") || line.is(from, "an")) {
            score += 0.8;
        } else if (line.is(from, STARTS)) {
            score -= 0.5;
        }
        return score;
    }

    /** "You mentioned June" returns to nothing. */
    private boolean isOnlyTime(int from, int end) {
        for (int i = from; i < end; i++) {
            if (isNoun(i) && !persons.isDate(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isVague(int i) {
        return VAGUE.contains(line.lemma(i)) || line.is(i, VAGUE);
    }

    /** More for what is particular: modifiers, names, numbers, nouns that weigh. */
    private double weight(int from, int end) {
        double weight = 0;
        int nouns = 0;
        for (int i = from; i < end; i++) {
            if (isNoun(i) && !isVague(i)) {
                nouns++;
                weight += persons.isName(i) ? 1.2 : 0.4;
                weight += WEIGHTY.contains(line.lemma(i)) ? 1 : 0;
            } else if (line.pos(i).equals("ADJ") && !line.is(i, Lexicon.STOP)) {
                weight += 0.9;
            } else if (persons.isNumber(i)) {
                weight += 0.9;
            }
        }
        return weight + (nouns > 1 ? 0.6 : 0);
    }

    /** One prepositional phrase more: "the handover to the night shift". */
    private int withLink(int from, int head, int end) {
        if (head >= end || !line.is(head, LINKS) || head + 1 >= end) {
            return head;
        }
        int link = nounPhraseEnd(head + 1, end);
        if (link < 0 || line.is(head + 1, NO_START) || isVague(link - 1) || words(from, link) > MOST_WORDS) {
            return head;
        }
        return link;
    }

    /** "My boss left in June": what changed, with one phrase of time or place; -1 if it is no such clause. */
    private int clauseEnd(int from, int head, int end) {
        int verb = head;
        if (!line.is(from, STARTS) && !persons.isName(head - 1) || line.is(from - 1, LINKS)) {
            return -1;
        }
        if (line.pos(verb).equals("ADV")) {
            verb++;
        }
        if (verb >= end || !line.pos(verb).equals("VERB") || !CHANGES.contains(line.lemma(verb))
                || line.low(verb).equals(line.lemma(verb)) || line.low(verb).endsWith("ing")) {
            return -1;
        }
        int after = verb + 1;
        if (after >= end || line.isMark(after) || line.pos(after).equals("CCONJ") || line.pos(after).equals("SCONJ")) {
            return after;
        }
        int start = line.is(after, LINKS) ? after + 1 : after;
        int object = nounPhraseEnd(start, end);
        if (object > 0 && !line.is(start, NO_START) && !isVague(object - 1) && words(from, object) <= MOST_WORDS) {
            return object;
        }
        return line.pos(after).equals("ADV") && (after + 1 >= end || line.isMark(after + 1)) ? after + 1 : -1;
    }

    /** "Moving to a smaller team", after "I'm" or "about"; -1 if no such phrase begins here. */
    private int gerundEnd(int i, Sentence sentence) {
        String low = line.low(i);
        if (!low.endsWith("ing") || low.length() < 6 || !line.pos(i).equals("VERB") || EMPTY_GERUNDS.contains(low)
                || isPartOfWord(i)) {
            return -1;
        }
        boolean after = line.lemma(i - 1).equals("be") || line.is(i - 1, "about") || line.is(i - 1, "with")
                || line.is(i - 1, "of") || line.is(i - 1, Set.of("started", "keep", "kept", "stopped", "hate", "love",
                        "enjoy", "miss", "began"))
                || line.pos(i - 1).equals("ADV") && line.lemma(i - 2).equals("be");
        if (!after || !isSpeakers(i, sentence)) {
            return -1;
        }
        int at = i + 1;
        if (line.is(at, "to") && line.pos(at + 1).equals("VERB")) {
            at += 2;
        } else if (line.is(at, LINKS)) {
            at++;
        } else if ((line.pos(at).equals("ADJ") || low.equals("feeling") && line.low(at).endsWith("ed"))
                && (at + 1 >= sentence.end() || !isNoun(at + 1))) {
            // "feeling overwhelmed"
            return line.is(at + 1, LINKS) || line.is(at + 1, "by")
                    ? Math.max(at + 1, linked(i, at + 1, sentence.end()))
                    : at + 1;
        }
        int object = nounPhraseEnd(at, sentence.end());
        if (object < 0 || line.is(at, NO_START) || isVague(object - 1)) {
            return -1;
        }
        return Math.min(withLink(i, object, sentence.end()), sentence.end());
    }

    private int linked(int from, int link, int end) {
        int longer = withLink(from, link, end);
        return longer > link ? longer : link;
    }

    /** Whether the one who does it is not the listener: "you're moving" is the listener's own. */
    private boolean isSpeakers(int i, Sentence sentence) {
        for (int k = i - 1; k >= Math.max(sentence.first(), i - 4); k--) {
            if (line.is(k, Lexicon.SECOND_PERSON)) {
                return false;
            }
        }
        return true;
    }
}
