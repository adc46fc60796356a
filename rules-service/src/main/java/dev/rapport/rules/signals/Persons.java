package dev.rapport.rules.signals;

import java.util.List;
import java.util.Set;

import dev.rapport.rules.signals.Sentence.Mood;

/** Who a text is about: the one who speaks, the one spoken to, or something said before. */
final class Persons {

    private static final Set<String> SPEAKER = Set.of("i", "we", "my", "our", "mine", "ours");
    /** "I think it rained" is about the rain: the clause after these tells whom it is about. */
    private static final Set<String> HEDGES = Set.of("think", "guess", "mean", "suppose", "bet", "imagine", "believe",
            "assume", "say", "reckon", "figure");
    /** "I hear you", "I'm sorry to hear that": turned to the listener. */
    private static final Set<String> TURNED = Set.of("hear", "see", "understand", "wonder", "appreciate", "hope",
            "sorry",
            "glad", "happy", "curious", "agree", "get", "thank", "notice", "sense", "gather", "love", "bet", "know",
            "wondering", "like");
    private static final Set<String> OTHERS = Set.of("you", "your", "that", "it", "this", "why", "how", "what", "if",
            "whether", "they", "he", "she", "there", "people");
    private static final Set<String> SHARED_DEEDS = Set.of("talk", "speak", "discuss", "meet", "say", "chat", "cover",
            "agree", "start");
    private static final Set<String> PROPOSING = Set.of("can", "could", "should", "shall", "will", "'ll", "would", "'d",
            "might", "may", "need");
    private static final Set<String> TIMES = Set.of("yesterday", "today", "tonight", "ago", "year", "month", "week",
            "day", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
            "march", "april", "june", "july", "august", "september", "october", "november", "december", "spring",
            "summer", "autumn", "winter", "christmas", "morning", "evening", "weekend", "decade", "hour");
    /** Past forms of these tell what was meant or felt to be so, no event. */
    private static final Set<String> NO_EVENT = Set.of("think", "say", "mean", "know", "want", "hear", "feel", "like",
            "guess", "see", "wonder", "hope", "need", "seem", "love", "understand", "appreciate", "be", "have", "do",
            "get", "agree", "suppose", "interest", "concern", "worry");
    private static final Set<String> POINTERS = Set.of("it", "he", "him", "she", "her", "they", "them",
            "those", "these", "then");
    private static final Set<String> WEATHER = Set.of("rain", "snow", "seem", "sound", "look", "depend", "matter");

    /** What the tagger takes a name for that it never met. */
    private static final Set<String> MISTAKEN = Set.of("ADV", "VERB", "ADJ", "INTJ", "X", "ADP", "PRON");

    private final Line line;

    Persons(Line line) {
        this.line = line;
    }

    boolean isAboutSpeaker(Sentence sentence) {
        if (sentence.mood() == Mood.OPEN_QUESTION || sentence.mood() == Mood.CLOSED_QUESTION
                || sentence.mood() == Mood.IMPERATIVE) {
            return false;
        }
        if (isAboutSpeaker(sentence.first(), sentence.end(), 0)) {
            return true;
        }
        for (int i = sentence.first(); i + 2 < sentence.end(); i++) {
            // "the same happened to me", "it was late, and I missed the train"
            if (line.lemma(i).equals("happen") && line.is(i + 1, "to") && line.is(i + 2, Set.of("me", "us"))) {
                return true;
            }
            boolean begins = line.is(i, Set.of(",", "and", "but", "so"));
            if (begins && line.is(i + 1, "i") && isAboutSpeaker(i + 1, Math.min(sentence.end(), i + 15), 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAboutSpeaker(int from, int end, int depth) {
        if (depth == 0 && line.reads(line.afterOpeners(from, end), "let", "me", "tell")) {
            return true;
        }
        int subject = subject(from, end);
        // "me granny raised me": my, as much of Ireland and the north of England says it
        if (subject >= end || !line.is(subject, SPEAKER) && !line.is(subject, "me")) {
            return false;
        }
        if (line.is(subject, "we") || line.is(subject, "our")) {
            return !isShared(subject, end);
        }
        if (!line.is(subject, "i")) {
            return true;
        }
        int verb = verb(subject + 1, end);
        if (verb >= end) {
            // "I..." cut off
            return end - subject > 2;
        }
        if (line.is(verb, HEDGES) && depth < 3) {
            int next = subject(verb + 1, end);
            return next >= end
                    ? !line.is(verb, "guess") && !line.is(verb, "mean")
                    : line.is(next, SPEAKER) && isAboutSpeaker(verb + 1, end, depth + 1);
        }
        if (TURNED.contains(line.low(verb)) || TURNED.contains(line.lemma(verb))) {
            return !isTurned(verb, end);
        }
        return true;
    }

    /** The first pronoun or noun that a clause may be about. */
    private int subject(int from, int end) {
        int i = from;
        while (i < end) {
            if (line.is(i, Lexicon.SUBJECT_PRONOUNS) || line.is(i, SPEAKER) || line.is(i, "your")
                    || line.is(i, "me") && line.isNominal(i + 1)
                    || line.is(i, Lexicon.WH) && !line.is(i, "when") && !line.is(i, "where")) {
                return i;
            }
            if (line.isNominal(i)) {
                // "last year I moved", "in March we lost it": a time or place goes before the one it is about
                int after = i + 1;
                while (after < end && (line.is(after, ",") || line.isNominal(after) || line.is(after, "ago"))) {
                    after++;
                }
                if (!line.is(after, SPEAKER) || line.pos(after).equals("NUM")) {
                    return i;
                }
                return after;
            }
            i++;
        }
        return end;
    }

    private int verb(int from, int end) {
        int last = end;
        for (int i = from; i < end && i < from + 7; i++) {
            if (line.isMark(i) && !line.is(i, ",")) {
                break;
            }
            if (line.pos(i).equals("VERB") || last < end && line.pos(i).equals("ADJ") || line.is(i, HEDGES)
                    || line.is(i, TURNED) && !line.is(i, "like")) {
                return i;
            }
            if (line.pos(i).equals("AUX")) {
                last = i;
            } else if (!line.pos(i).equals("ADV") && !line.pos(i).equals("PART") && !line.is(i, Lexicon.FILLERS)
                    && !line.is(i, ",") && !line.is(i, "like")) {
                break;
            }
        }
        return last;
    }

    /** "We could look at that", "we talked about it": both sides, not the speaker's own. */
    private boolean isShared(int we, int end) {
        for (int i = we + 1; i < end && i < we + 4; i++) {
            if (line.is(i, PROPOSING)) {
                return true;
            }
            if (line.pos(i).equals("VERB")) {
                return SHARED_DEEDS.contains(line.lemma(i));
            }
        }
        return false;
    }

    private boolean isTurned(int verb, int end) {
        int i = verb + 1;
        while (i < end && (line.pos(i).equals("ADV") || line.is(i, ",") || line.is(i, "to") || line.is(i, "about")
                || line.is(i, "for") || line.is(i, "with") || line.pos(i).equals("VERB") && i == verb + 2
                || line.is(i, "so"))) {
            i++;
        }
        return i >= end || line.isMark(i) || line.is(i, OTHERS) || line.is(i, "the") && line.is(verb, "see");
    }

    boolean isListenerAddressed() {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Lexicon.SECOND_PERSON) && !isSetPhrase(i) && !isAnyone(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSetPhrase(int i) {
        if (!line.is(i, "you")) {
            return false;
        }
        if (line.is(i + 1, "know") || line.is(i + 1, "see")) {
            // "you know what I mean"; but "do you know", "if you see", "you know her" speak to somebody
            boolean asked = Lexicon.AUX.contains(line.low(i - 1)) || line.isNot(i - 1) || line.is(i - 1, "if");
            boolean goesOn = line.is(i + 2, Set.of("the", "a", "my", "your", "him", "her", "them", "how", "about"));
            return !asked && !goesOn;
        }
        return line.is(i - 1, "thank") && !line.is(i + 1, "for") || line.is(i - 1, "see") && !line.isVerbal(i + 1)
                && !line.is(i - 2, "to") && i < 3 || line.is(i - 1, "bless");
    }

    /** "You" that means anyone, where the words show it. */
    private boolean isAnyone(int i) {
        return line.is(i, "you") && (line.is(i + 1, "never") && line.is(i + 2, "know")
                || line.is(i + 1, "ca") && line.isNot(i + 2) && line.is(i + 3, Set.of("win", "always", "help"))
                || line.is(i + 1, "get") && line.is(i + 2, "used")
                || line.is(i - 1, "when") && (line.is(i + 1, "'re") || line.is(i + 1, "are")) && line.is(i + 2, "a")
                || line.is(i + 1, "win") && line.is(i + 2, "some"));
    }

    /** Whether a word points to what the other side said. */
    boolean pointsBack(List<Sentence> sentences) {
        boolean named = false;
        for (Sentence sentence : sentences) {
            boolean question = sentence.mood() == Mood.OPEN_QUESTION || sentence.mood() == Mood.CLOSED_QUESTION;
            for (int i = sentence.first(); i < sentence.end(); i++) {
                if (isThat(i)) {
                    return true;
                }
                if ((question || !named) && isPointer(i)) {
                    return true;
                }
                named |= line.pos(i).equals("NOUN") || line.pos(i).equals("PROPN");
            }
        }
        return false;
    }

    private boolean isThat(int i) {
        if (!line.is(i, "that") && !line.is(i, "this")) {
            return false;
        }
        boolean object = i + 1 >= line.size() || line.isMark(i + 1) || line.pos(i + 1).equals("AUX")
                || line.pos(i + 1).equals("ADP") || line.pos(i + 1).equals("CCONJ") || line.pos(i + 1).equals("ADV")
                // "isn't that hard on you", and "ain't that"
                || line.pos(i + 1).equals("ADJ") && line.pos(i + 2).equals("ADP")
                        && (line.is(i - 1, Lexicon.AUX) || line.isNot(i - 1));
        if (line.is(i, "this")) {
            // "this week" is now, "this is" and "about this" are what was said
            return object && !line.is(i + 1, "'s");
        }
        if (line.pos(i + 1).equals("VERB") && (i == 0 || !line.isNominal(i - 1))) {
            return !line.isVerbal(i - 1);
        }
        boolean relative = i > 0 && line.isNominal(i - 1);
        boolean named = line.isNominal(i + 1) && !line.is(i + 2, Lexicon.SUBJECT_PRONOUNS)
                || line.pos(i + 1).equals("ADJ") && line.isNominal(i + 2);
        return !relative && (object || named && line.pos(i).equals("DET"));
    }

    private boolean isPointer(int i) {
        if (line.is(i, "there")) {
            return !line.lemma(i + 1).equals("be") && !line.lemma(i - 1).equals("be") && !line.is(i + 1, "'s")
                    && !line.is(i - 1, "out") && !line.is(i - 1, "hi") && !line.is(i - 1, "hello");
        }
        if (line.is(i, "then")) {
            return line.isMark(i + 1) || i + 1 >= line.size()
                    || line.is(i - 1, Set.of("what", "happened", "since", "until"));
        }
        if (line.is(i, "it")) {
            boolean cleft = line.lemma(i + 1).equals("be") && (line.pos(i + 2).equals("ADJ")
                    && (line.is(i + 3, "to") || line.is(i + 3, "that"))) || WEATHER.contains(line.lemma(i + 1))
                    || WEATHER.contains(line.lemma(i + 2));
            return !cleft && !isOfTag(i);
        }
        boolean owning = line.is(i, "her") && line.pos(i + 1).equals("ADJ") && line.isNominal(i + 2);
        return line.is(i, POINTERS) && !line.isNominal(i + 1) && !owning;
    }

    /** "You're tired, isn't it?", "you finished, is it?": a tag that points to nothing. */
    private boolean isOfTag(int it) {
        int aux = line.isNot(it - 1) ? it - 2 : it - 1;
        return line.is(aux, Lexicon.AUX) && line.is(aux - 1, ",") && (it + 1 >= line.size() || line.isMark(it + 1));
    }

    /** Whether a sentence about the speaker names something: a name, a number, a time, an event. */
    boolean isConcrete(Sentence sentence) {
        int subject = subject(sentence.first(), sentence.end());
        boolean mine = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (isName(i) && !isCalled(i) || isNumber(i) || TIMES.contains(line.lemma(i)) || line.is(i, TIMES)) {
                return true;
            }
            mine |= i >= subject;
            if (mine && line.pos(i).equals("VERB") && isPast(i) && !NO_EVENT.contains(line.lemma(i))
                    && !line.is(i - 1, "to")) {
                return true;
            }
        }
        return false;
    }

    /** "Sorry, Hiroshi, I cut you off": whom one speaks to is no detail of one's own. */
    private boolean isCalled(int i) {
        return line.is(i - 1, ",") && line.is(i + 1, ",");
    }

    private boolean isPast(int i) {
        String low = line.low(i);
        return !low.equals(line.lemma(i)) && !low.endsWith("ing") && !low.endsWith("s") && low.length() > 2
                && !line.lemma(i - 1).equals("be");
    }

    boolean isName(int i) {
        return (line.pos(i).equals("PROPN") || isCapitalisedInside(i)) && line.low(i).length() > 1
                && !line.is(i, Lexicon.OPENERS)
                && !line.is(i, Lexicon.FILLERS) && !line.is(i, Lexicon.STOP) && !line.is(i, Lexicon.WARM_OPENERS)
                && !line.is(i, Lexicon.SUBJECT_PRONOUNS) && Character.isLetter(line.low(i).charAt(0));
    }

    /**
     * "Emily moved", "Xiuying moved": at the beginning a capital tells nothing and the tagger takes a name for what it
     * looks like. What stands there before a verb and is no word of a closed class may be one.
     */
    boolean mayBeName(int i) {
        String text = line.token(i).text();
        boolean begins = i == 0 || line.isMark(i - 1);
        return begins && text.length() > 2 && Character.isUpperCase(text.charAt(0))
                && Character.isLowerCase(text.charAt(1)) && line.isVerbal(i + 1) && MISTAKEN.contains(line.pos(i))
                && !line.is(i, Lexicon.STOP) && !line.is(i, Lexicon.OPENERS) && !line.is(i, Lexicon.WARM_OPENERS)
                && !line.is(i, Lexicon.SUBJECT_PRONOUNS) && !line.is(i, Lexicon.WH) && !line.is(i, Lexicon.AUX)
                && !line.is(i, Lexicon.FILLERS);
    }

    /** The tagger misses a name now and then; a capital inside a sentence tells it. */
    private boolean isCapitalisedInside(int i) {
        String text = line.token(i).text();
        return (line.pos(i).equals("NOUN") || MISTAKEN.contains(line.pos(i))) && text.length() > 2
                && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1)) && i > 0
                && !line.isMark(i - 1) && Character.isLowerCase(line.token(i - 1).text().charAt(0));
    }

    boolean isNumber(int i) {
        return line.pos(i).equals("NUM") && !line.is(i, Set.of("one", "two", "ones", "zero", "first"));
    }

    boolean isDate(int i) {
        return line.is(i, TIMES) && line.low(i).endsWith("day") && line.low(i).length() > 5 && !line.is(i, "today")
                && !line.is(i, "yesterday")
                || line.is(i, Set.of("january", "february", "april", "june", "july", "august", "september", "october",
                        "november", "december", "christmas"))
                || line.is(i, "march") && !line.isVerbal(i);
    }
}
