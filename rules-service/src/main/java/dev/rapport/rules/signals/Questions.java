package dev.rapport.rules.signals;

import java.util.Set;

import dev.rapport.rules.signals.Sentence.Mood;

/**
 * Finds where a clause turns to the listener: by its words and their order, so that a question is seen although speech
 * recognition wrote no question mark, and none is seen in "he asked me what I do".
 */
final class Questions {

    /**
     * A place where an interrogative clause begins.
     *
     * @param at its first token
     * @param after the token after the words that made it a question
     */
    record Found(int at, int after, Mood mood) {
    }

    private static final int LONGEST_WH_PHRASE = 7;
    private static final int LONGEST_LEAD = 30;
    private static final int MOST_WORDS_WITHOUT_VERB = 8;

    /** Words that may stand right before a main clause without making it a part of theirs. */
    private static final Set<String> JOINERS = Set.of("and", "but", "so", "or", "because", "cause", "'cause", "then",
            "well", "now", "okay", "ok", "yeah", "yes", "no", "right", "alright", "like", "um", "uh", "er", "erm",
            "hmm",
            "mm", "mhm", "oh", "ah", "please", "just", "actually", "sorry", "also", "maybe", "wow", "hey", "hi",
            "hello",
            "anyway", "basically", "though", "exactly", "sure", "great", "good", "cool", "plus");
    /** These stand between the parts of a clause as well: only what is before them tells. */
    private static final Set<String> SOFT = Set.of("like", "just", "actually", "also", "maybe", "please", "though",
            "basically", "plus", "now", "then", "because", "cause");
    private static final Set<String> REPORTED = Set.of("asked", "asks", "asking", "said", "says", "saying", "told",
            "tells", "wondered", "thought", "goes", "replied", "knew", "explained", "figured", "realized", "realised",
            "discovered", "learned", "saw", "forgot", "remembered", "understood", "showed");
    private static final Set<String> OBJECTS = Set.of("me", "him", "her", "us", "them", "you", "myself", "himself",
            "herself");
    private static final Set<String> SINGULAR = Set.of("he", "she", "it", "that", "this", "there", "anyone", "anybody",
            "anything", "someone", "somebody", "something", "everyone", "everybody", "everything", "one", "nobody");
    private static final Set<String> PLURAL = Set.of("you", "we", "they", "these", "those", "there", "ya", "y'all",
            "u");
    private static final Set<String> ANY = Set.of("i", "you", "he", "she", "it", "we", "they", "that", "this", "there",
            "these", "those", "anyone", "anybody", "anything", "someone", "somebody", "something", "everyone",
            "everybody", "everything", "one", "ya", "y'all", "u", "nobody");
    private static final Set<String> PERSONS = Set.of("i", "you", "he", "she", "we", "they", "ya", "y'all", "u");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "my", "your", "his", "her", "its", "our",
            "their", "any", "some", "all", "both", "each", "every", "either", "most", "no");
    private static final Set<String> ADVERBS = Set.of("still", "just", "also", "now", "never", "always", "even", "only",
            "often", "sometimes", "maybe", "ever", "already", "soon", "then", "there", "here", "so", "too", "again",
            "back", "not", "once", "almost", "quite", "rather", "yet", "to");
    private static final Set<String> SUBORDINATORS = Set.of("if", "when", "while", "since", "after", "before", "as",
            "because", "although", "though", "until", "once", "unless", "whenever", "wherever", "than");

    /** "How many", "how long", "how often": a number or a short phrase answers. */
    private static final Set<String> SHORT_HOW = Set.of("many", "much", "long", "often", "old", "far", "big", "tall",
            "soon", "fast", "frequently", "late", "early", "recently", "regularly", "high", "large", "heavy", "few",
            "likely");
    /** "What time", "what day": a pick answers. */
    private static final Set<String> SHORT_WHAT = Set.of("time", "day", "date", "year", "month", "age", "number",
            "name",
            "color", "colour", "size", "percent", "percentage", "grade", "address");

    /** "Any thoughts", "is there anything else": in form a yes or no, in use an invitation. */
    private static final Set<String> MATTERS = Set.of("idea", "ideas", "thoughts", "questions", "other", "concerns",
            "else",
            "suggestions", "worries", "feelings");

    /** Verbs that invite a story when they are asked for: "can you describe ...". */
    private static final Set<String> TELLING = Set.of("tell", "describe", "explain", "walk", "share", "talk", "say",
            "elaborate", "expand", "clarify", "give", "help", "show", "take", "let");
    private static final Set<String> WANTING = Set.of("want", "wanna", "need", "like", "would", "'d", "feel", "get",
            "change");
    private static final Set<String> SHORT_WH = Set.of("when", "who", "whose", "which", "if", "whether");
    private static final Set<String> WONDERING = Set.of("wonder", "wondering", "wondered", "curious", "interested",
            "intrigued");

    /** What a question that nothing marks off may follow: "... is like that how do you", "good for you what are". */
    private static final Set<String> ENDS_OF_CLAUSES = Set.of("it", "that", "this", "there", "here", "now", "then",
            "today", "you", "me", "him", "her", "them", "us", "one", "too", "yet", "again", "already", "anyway",
            "though");
    /** Asking for these only looks back at who or what was meant: "you know what", "tell me who". */
    private static final Set<String> KNOWING = Set.of("know", "knew", "see", "tell", "understand", "remember", "think",
            "guess", "imagine", "wonder", "say", "hear", "figure", "show", "explain", "realize", "realise", "ask",
            "learn",
            "decide", "find", "matter", "care", "sure", "forget");

    private final Line line;
    /** Whether the text has no marks, as speech recognition writes it: where a clause ends, only its words can tell. */
    private final boolean unmarked;

    Questions(Line line) {
        this.line = line;
        boolean marks = false;
        for (int i = 0; i < line.size() && !marks; i++) {
            marks = line.isMark(i);
        }
        this.unmarked = !marks;
    }

    boolean unmarked() {
        return unmarked;
    }

    /** Whether a clause may have ended before that place in a text without marks. */
    private boolean isAfterUnmarkedEnd(int i, int start) {
        if (!unmarked || i - 2 < start) {
            return false;
        }
        int before = i - 1;
        if (line.is(before, KNOWING) || KNOWING.contains(line.lemma(before))
                || line.is(before, OBJECTS) && KNOWING.contains(line.lemma(before - 1))) {
            return false;
        }
        return line.is(before, ENDS_OF_CLAUSES) || line.isNominal(before) || line.pos(before).equals("ADV")
                || line.pos(before).equals("ADJ") || line.pos(before).equals("INTJ");
    }

    /**
     * The first question that begins in {@code [from, end)}.
     *
     * @param marked whether a question mark closes the sentence: it lets weaker forms count
     * @param start where the sentence begins
     */
    Found next(int from, int start, int end, boolean marked) {
        Found found = first(from, start, end, marked, false);
        return found == null && marked ? first(from, start, end, true, true) : found;
    }

    /** @param weak whether a form counts that is a question only because a question mark says so */
    private Found first(int from, int start, int end, boolean marked, boolean weak) {
        for (int i = from; i < end; i++) {
            if (!line.isMark(i)) {
                Found found = at(i, start, end, marked, weak);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Found at(int i, int start, int end, boolean marked, boolean weak) {
        boolean free = isFree(i, start);
        Found frame = frame(i, start, end, free, marked);
        if (frame != null) {
            return frame;
        }
        if (line.is(i, Lexicon.WH)) {
            return wh(i, start, end, free, marked, weak);
        }
        if (isAux(i) && !line.is(i, "ai") || line.reads(i, "ai", "n't")) {
            return inversion(i, start, end, free, marked, weak);
        }
        return null;
    }

    /** Whether a main clause may begin here: nothing before it in the sentence, or only what joins clauses. */
    private boolean isFree(int i, int start) {
        int place = i;
        // no spoken run of such words is longer: what comes after more of them is no clause
        for (int steps = 0; steps < LONGEST_LEAD; steps++) {
            int before = place - 1;
            while (before >= start && line.is(before, Lexicon.FILLERS)) {
                before--;
            }
            if (before < start) {
                return true;
            }
            if (line.isMark(before)) {
                if (before - 1 < start || !line.is(before - 1, line.low(place))) {
                    return true;
                }
                // "the gift is, is a car": said twice, begun once
                place = before - 1;
            } else if (line.is(before, SOFT) || line.is(before, line.low(place))) {
                // said twice, begun once: "do do you", "what what is"
                place = before;
            } else if (line.is(before, "know") && line.is(before - 1, "you") && before > start) {
                place = before - 1;
            } else {
                return line.is(before, JOINERS);
            }
        }
        return false;
    }

    private Found frame(int i, int start, int end, boolean free, boolean marked) {
        if (isInviting(i, start, free)) {
            Found invitation = invitation(i, end);
            if (invitation != null) {
                return invitation;
            }
        }
        if (!free) {
            return null;
        }
        if (line.reads(i, "how", "about") || line.reads(i, "what", "about")) {
            // "how about we meet": a proposal, to be taken or not
            boolean proposal = line.is(i + 2, Set.of("we", "i", "if"));
            return new Found(i, i + 2, proposal ? Mood.CLOSED_QUESTION : Mood.OPEN_QUESTION);
        }
        if (line.reads(i, "how", "come") && !line.isMark(i + 2)) {
            return new Found(i, i + 2, Mood.OPEN_QUESTION);
        }
        if (line.reads(i, "what", "if") || line.reads(i, "why", "not") || line.reads(i, "how", "so")
                || line.reads(i, "what", "else") || line.reads(i, "such", "as", "what") || line.reads(i, "like", "what")
                || line.reads(i, "what", "for")) {
            return new Found(i, i + 2, Mood.OPEN_QUESTION);
        }
        Found wondering = wondering(i, end);
        if (wondering != null) {
            return wondering;
        }
        // a question that lost its auxiliary: "you ever been there", "any idea why"
        boolean last = unmarked && i + 2 >= end;
        if (line.is(i, "any") && (line.is(i + 1, MATTERS) || marked)
                || line.reads(i, "anything", "else") && (marked || last)
                || unmarked && line.is(i, Set.of("anybody", "anyone")) && line.is(i + 1, "else")) {
            return new Found(i, i + 2, line.is(i + 1, MATTERS) || line.is(i + 1, "else")
                    ? Mood.OPEN_QUESTION
                    : Mood.CLOSED_QUESTION);
        }
        if (line.is(i, "you") && (line.is(i + 1, "ever") || line.reads(i + 1, "wanna"))
                && line.pos(i + 2).equals("VERB")) {
            return new Found(i, i + 2, Mood.CLOSED_QUESTION);
        }
        return null;
    }

    /** "Tell me about ...", "walk me through ...", "say more", "help me understand ...", "describe ...". */
    private Found invitation(int i, int end) {
        int at = i;
        if (line.is(at, "please") || line.is(at, "just") || line.is(at, "maybe")) {
            at++;
        }
        int after = telling(at, end);
        return after < 0 ? null : new Found(i, after, moodOfTelling(at, after, end));
    }

    /** Whether an order may stand here: at the start, after a mark, or after what only leads in. */
    private boolean isInviting(int i, int start, boolean free) {
        if (free) {
            int before = i - 1;
            while (before >= start && (line.is(before, JOINERS) || line.is(before, Lexicon.FILLERS))) {
                before--;
            }
            return before < start || line.isMark(before);
        }
        // without marks: "that's great tell me about it"
        return (line.is(i, "tell") || line.is(i, "walk") || line.is(i, "help")) && line.pos(i - 1).equals("ADJ");
    }

    /** The place after "tell me", "walk me through" and their like; -1 when they do not stand here. */
    private int telling(int at, int end) {
        if (at >= end) {
            return -1;
        }
        boolean me = line.is(at + 1, "me") || line.is(at + 1, "us");
        return switch (line.low(at)) {
            case "tell" -> line.reads(at + 1, "to", "me")
                    ? at + 3
                    : me && !line.is(at + 2, "that") && !line.is(at + 2, "you")
                            ? at + 2
                            : line.is(at + 1, "more") ? at + 2 : -1;
            case "walk", "talk", "take", "run" -> me && (line.is(at + 2, "through") || line.is(at + 2, "back"))
                    ? at + 3
                    : line.is(at, "talk") && (line.reads(at + 1, "to", "me") || line.reads(at + 1, "about")
                            || line.is(at + 1, "more") || line.reads(at + 1, "a", "little")
                            || line.reads(at + 1, "a", "bit")) ? at + 2 : -1;
            case "say" -> line.is(at + 1, "more") || line.reads(at + 1, "some", "more")
                    || line.reads(at + 1, "a", "little", "more") || line.reads(at + 1, "a", "bit", "more")
                            ? at + 2
                            : -1;
            case "help" -> me && line.is(at + 2, Set.of("understand", "see", "picture", "get")) ? at + 3 : -1;
            case "give" -> me && (line.is(at + 2, Set.of("an", "some", "a"))) && line.is(at + 3,
                    Set.of("example", "examples", "idea", "sense", "picture", "feel", "feeling", "little", "bit",
                            "sample"))
                                    ? at + 4
                                    : -1;
            case "describe", "elaborate", "expand" -> line.isVerbal(at) || line.isNominal(at) ? at + 1 : -1;
            case "explain", "share" -> !line.isMark(at + 1) && at + 1 < end
                    && (me || line.is(at + 1, "to") || line.is(at + 1, "with") || line.is(at + 1, Lexicon.WH)
                            || line.is(at + 1, DETERMINERS) || line.is(at + 1, "more") || line.is(at + 1, "that"))
                                    ? at + 1
                                    : -1;
            case "let" -> line.reads(at + 1, "me", "know")
                    && (line.is(at + 3, Lexicon.WH) || line.is(at + 3, SHORT_WH)) && !isOfferFrom(at + 3)
                            ? at + 3
                            : -1;
            case "paint" -> me ? at + 2 : -1;
            default -> -1;
        };
    }

    /** "... if you need anything", "... if you want to talk": told what may be had, nobody is asked. */
    private boolean isOfferFrom(int i) {
        return (line.is(i, "if") || line.is(i, "when") || line.is(i, "whenever"))
                && line.is(i + 1, Set.of("you", "u", "ya"))
                && (line.is(i + 2, WANTING) || line.reads(i + 2, "ever") && line.is(i + 3, WANTING)
                        || line.reads(i + 2, "have", "any"));
    }

    /** Closed only where what is asked for is a pick or a number: "tell me if ...", "tell me how many ...". */
    private Mood moodOfTelling(int at, int after, int end) {
        for (int k = after; k < Math.min(end, after + 3); k++) {
            if (line.is(k, SHORT_WH)) {
                return Mood.CLOSED_QUESTION;
            }
            if (line.is(k, Lexicon.WH)) {
                return moodOfWh(k, end);
            }
        }
        return line.is(at, "tell") && line.is(after, "your") && line.is(after + 1, SHORT_WHAT)
                ? Mood.CLOSED_QUESTION
                : Mood.OPEN_QUESTION;
    }

    /** "I wonder what ...", "I'm curious how ...", "I'd love to hear ...". */
    private Found wondering(int i, int end) {
        int at = i;
        if (line.is(at, "i") || line.is(at, "we")) {
            at++;
        } else if (!line.is(at, WONDERING)) {
            return null;
        }
        if (isAux(at) && line.isNot(at + 1) && line.is(at + 2, "know") && line.is(at + 3, Set.of("if", "whether"))
                && line.is(at + 4, "you")) {
            // only the listener knows: "I don't know if you've seen it"
            return new Found(i, at + 4, Mood.CLOSED_QUESTION);
        }
        int limit = Math.min(end, at + 6);
        boolean liking = false;
        for (int k = at; k < limit; k++) {
            if (line.isNot(k)) {
                return null;
            }
            if (line.is(k, WONDERING)) {
                boolean told = line.is(k, "wondered") && !line.is(k + 1, "if") && !line.is(k + 1, "whether");
                boolean narrow = line.is(k, "interested");
                return told
                        ? null
                        : asked(i, k + 1, narrow ? Math.min(end, k + 3) : end, line.is(k, "curious") || narrow);
            }
            if (line.is(k, "like") || line.is(k, "love") || line.is(k, "want") || line.is(k, "wanted")
                    || line.is(k, "wan")) {
                liking = true;
            } else if (liking && (line.is(k, "hear") || line.is(k, "know") || line.is(k, "understand")
                    || line.is(k, "learn"))) {
                return asked(i, k + 1, end, true);
            } else if (liking && line.is(k, "you") && line.is(k + 1, "to") && telling(k + 2, end) > 0) {
                return new Found(i, telling(k + 2, end), Mood.OPEN_QUESTION);
            } else if (!line.isVerbal(k) && !line.pos(k).equals("PART") && !line.pos(k).equals("ADV")
                    && !line.is(k, Lexicon.FILLERS) && !line.is(k, "'d") && !line.is(k, "to") && !line.is(k, "na")
                    && !line.is(k, "a") && !line.is(k, "bit") && !line.is(k, "little")) {
                return null;
            }
        }
        return null;
    }

    /** What follows "I wonder": the question is what it wonders. */
    private Found asked(int i, int from, int end, boolean also) {
        for (int k = from; k < Math.min(end, from + 4); k++) {
            if (line.is(k, "if") || line.is(k, "whether")) {
                return new Found(i, k + 1, Mood.CLOSED_QUESTION);
            }
            if (line.is(k, Lexicon.WH)) {
                return new Found(i, k + 1, moodOfWh(k, end));
            }
            if (also && (line.is(k, "about") || line.is(k, "more"))) {
                return new Found(i, k + 1, Mood.OPEN_QUESTION);
            }
        }
        return null;
    }

    private Found wh(int i, int start, int end, boolean free, boolean marked, boolean weak) {
        int first = i;
        // "in what way", "for how long", "at what point"
        boolean fronted = i > start && line.pos(i - 1).equals("ADP") && isFree(i - 1, start);
        if (fronted) {
            first = i - 1;
        }
        if (isSetPhrase(i, free) || !marked && goesOnWithAnother(i, start)) {
            return null;
        }
        boolean reported = isReported(i, start);
        int aux = auxOfWh(i, end);
        if (aux > 0) {
            int subject = afterNot(aux + 1);
            boolean inverted = isSubjectAt(aux, subject, end);
            boolean bare = line.is(i, "who") || line.is(i, "which");
            boolean relative = i > start && line.isNominal(i - 1) && (line.is(i, "who") || line.is(i, "whose")
                    || line.is(i, "which") || line.is(i, "where") && line.lemma(aux).equals("be"));
            if (reported || relative) {
                return null;
            }
            // "I know how was that meant" has the order of a question and depends on "know" all the same
            boolean depends = !free && line.isVerbal(i - 1) && !line.is(subject, PERSONS);
            if (inverted && line.is(subject, ANY) && !(bare && !free && !isDo(aux)) && !depends) {
                return new Found(first, subject + 1, moodOfWh(i, end));
            }
            if (inverted && isDo(aux) && !line.is(i, "who")) {
                return new Found(first, aux + 1, moodOfWh(i, end));
            }
            boolean clauseOfItsOwn = isAfterUnmarkedEnd(i, start)
                    && (line.is(i, "what") || line.is(i, "how") || line.is(i, "why") || line.reads(i, "who", "else"));
            boolean modal = line.is(aux, Set.of("would", "could", "can", "will", "do", "does", "did", "'d"));
            if (unmarked && isDo(aux) && line.is(subject, "you") && !line.isVerbal(i - 1)
                    && !KNOWING.contains(line.lemma(i - 1))) {
                // "other than the sea who do you miss"
                return new Found(first, subject + 1, moodOfWh(i, end));
            }
            if (inverted && (clauseOfItsOwn || unmarked && modal && !free && !KNOWING.contains(line.lemma(i - 1))
                    && line.is(i, Set.of("what", "how", "why")))) {
                return new Found(first, aux + 1, moodOfWh(i, end));
            }
            boolean afterComma = i > start && line.is(i - 1, ",");
            if (line.is(i, "how") && !line.is(i + 1, "many") && !line.is(i + 1, "much")) {
                // "how children should deal with it"
                return inverted && free ? new Found(first, aux + 1, moodOfWh(i, end)) : null;
            }
            if (free && !(bare && afterComma && !marked) && !isHeadOfStatement(i, aux, start, end, marked)) {
                return new Found(first, aux + 1, moodOfWh(i, end));
            }
            return null;
        }
        if (!free && !reported && isAfterUnmarkedEnd(i, start) && line.is(i, "what") && line.pos(i + 1).equals("VERB")
                && line.is(i + 2, "you")) {
            // "... and journalism what made you decide that"
            return new Found(first, i + 2, Mood.OPEN_QUESTION);
        }
        if (!free || reported) {
            return weak && !reported && !isSubordinate(i, start) && isLastWh(i, end)
                    ? new Found(i, i + 1, moodOfWh(i, end))
                    : null;
        }
        if (unmarked && i == start && line.is(i + 1, "you") && line.is(i, Set.of("what", "how", "why", "where"))
                && (line.low(i + 2).endsWith("ing") && line.isVerbal(i + 2) || line.is(i + 2, "mean"))) {
            // "how you feeling today": the auxiliary is left out
            return new Found(i, i + 2, moodOfWh(i, end));
        }
        int next = afterAdverbs(i + 1, end);
        // "why bother", "why the rush"; "what happened", "who told you": the wh-word is the subject
        if (line.is(i, "why") && (marked || next >= end || line.isMark(next))) {
            return new Found(first, i + 1, Mood.OPEN_QUESTION);
        }
        if ((line.is(i, "what") || line.is(i, "who")) && line.pos(next).equals("VERB") && !line.is(i + 1, "to")
                && (i == start || !line.is(i - 1, ",") || marked) && !isHeadOfStatement(i, next, start, end, marked)) {
            return new Found(first, next + 1, moodOfWh(i, end));
        }
        boolean clauseOfTime = line.is(i, "when") || line.is(i, "which") || line.is(i, "who") && i > start;
        if (weak && !(clauseOfTime && end - i > 4) && !isClauseBeforeMain(i, end)) {
            return new Found(first, i + 1, moodOfWh(i, end));
        }
        // a lone "what" or "why" needs no mark, nor does one that has lost its verb
        if (isAlone(i, start, end) && !line.is(i, "which") || unmarked && hasLostItsVerb(i, end)) {
            return new Found(first, i + 1, moodOfWh(i, end));
        }
        return null;
    }

    /** "Which one", "where in Leeds", "what kind of tea", "where you at", as all there is. */
    private boolean hasLostItsVerb(int i, int end) {
        if (end - i > MOST_WORDS_WITHOUT_VERB || end - i < 2) {
            return false;
        }
        for (int k = i + 1; k < end; k++) {
            if (line.isVerbal(k)) {
                return false;
            }
        }
        return line.is(i, "which") && line.is(i + 1, Set.of("one", "ones"))
                || line.is(i, "where") && (line.pos(i + 1).equals("ADP") || line.is(end - 1, "at"))
                || line.is(i, "what") && line.is(i + 1, Set.of("kind", "kinds", "sort", "type", "types", "time", "part",
                        "color", "colour", "into", "size", "year"));
    }

    private boolean isAlone(int i, int start, int end) {
        int left = line.afterOpeners(Math.max(start, i - LONGEST_LEAD), i);
        int right = i + 1;
        while (right < end && line.isMark(right)) {
            right++;
        }
        return left == i && right == end
                && (line.is(i, "what") && unmarked || line.is(i, "why") || line.is(i, "how") || line.is(i, "where")
                        || line.is(i, "when") || line.is(i, "who"));
    }

    private boolean isLastWh(int i, int end) {
        int words = 0;
        for (int k = i + 1; k < end; k++) {
            if (!line.isMark(k)) {
                words++;
            }
        }
        return words <= 2 && (line.is(i, "what") || line.is(i, "why") || line.is(i, "how") || line.is(i, "where")
                || line.is(i, "who") || line.is(i, "when"));
    }

    /** "They know what works and what doesn't": the first of the two asked nothing, so neither does the second. */
    private boolean goesOnWithAnother(int i, int start) {
        int joint = i - 1;
        while (joint > start && (line.is(joint, Lexicon.FILLERS) || line.is(joint, ","))) {
            joint--;
        }
        if (!line.is(joint, Set.of("and", "or"))) {
            return false;
        }
        for (int k = joint - 1; k > start && k > joint - LONGEST_LEAD; k--) {
            if (line.is(k, Lexicon.WH) && !line.is(k, "when")) {
                return true;
            }
        }
        return false;
    }

    /** Exclamations and idioms that have the form of a question and ask nothing. */
    private boolean isSetPhrase(int i, boolean free) {
        return line.reads(i, "what", "a") || line.reads(i, "what", "an") || line.reads(i, "who", "knows")
                || line.reads(i, "who", "cares") || line.reads(i, "what", "can", "i", "say")
                || line.reads(i, "what", "do", "i", "know") || line.reads(i, "what", "have", "you")
                        && (line.isMark(i + 3) || i + 3 >= line.size())
                || line.reads(i - 1, "guess", "what") || line.reads(i - 2, "you", "know", "what")
                        && !isAux(i + 1)
                || line.reads(i, "how", "dare") || line.reads(i - 1, "so", "what") && line.isMark(i + 1)
                || line.reads(i - 1, "or", "what") || line.reads(i - 1, "no", "matter")
                || line.reads(i - 2, "no", "matter") || line.reads(i, "how", "should", "i", "know")
                || line.reads(i, "what", "not") || !free && line.reads(i - 1, "and", "what");
    }

    /** "What helps me is walking", "what happened was", "how it went was": a noun clause that begins a statement. */
    private boolean isHeadOfStatement(int i, int verb, int start, int end, boolean marked) {
        if (marked) {
            return false;
        }
        boolean copula = line.lemma(verb).equals("be");
        int later = 0;
        for (int k = verb + 1; k < end && k < verb + 14; k++) {
            if (line.is(k, ",") && later == 0) {
                continue;
            }
            if (line.pos(k).equals("AUX") && line.lemma(k).equals("be") && !isAux(k - 1) && !line.is(k - 1, Lexicon.WH)
                    && !line.is(k - 1, Set.of("i", "you", "he", "she", "we", "they", "it", "that", "there", "who",
                            "which", "this", "to"))) {
                // "what is the problem is"
                later = k;
                break;
            }
            if (line.is(k, "and") || line.is(k, "but")) {
                break;
            }
        }
        if (later > 0) {
            return true;
        }
        // "what is important to me," without more is still a question
        return copula && line.is(i, "which");
    }

    /** Whether the wh-word depends on what stands right before it: "he asked me what", "I don't know why". */
    private boolean isReported(int i, int start) {
        int before = i - 1;
        while (before >= start
                && (line.is(before, Lexicon.FILLERS) || line.is(before, ",") || line.is(before, "like"))) {
            before--;
        }
        if (before < start) {
            return false;
        }
        int verb = line.is(before, OBJECTS) ? before - 1 : before;
        if (verb < start) {
            return false;
        }
        if (line.is(verb, REPORTED)) {
            return !isAskedOfListener(verb, start);
        }
        if (line.is(verb, "say") && verb - 1 >= start) {
            return line.is(verb - 1, Set.of("they", "i", "we", "people", "just", "always"));
        }
        // "I was like, what are you doing"
        return line.is(before, Lexicon.BE) && line.is(before + 1, "like");
    }

    /** "Did he ask", "have you thought": the question itself is about the asking. */
    private boolean isAskedOfListener(int verb, int start) {
        for (int k = Math.max(start, verb - 4); k < verb; k++) {
            if (isAux(k) && line.is(afterNot(k + 1), Set.of("you"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a question stands in it that somebody else asked: "he asked me what do I do?" */
    boolean isReporting(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            boolean wh = line.is(i, Lexicon.WH);
            int aux = wh ? auxOfWh(i, end) : isAux(i) ? i : -1;
            if (aux > 0 && isSubjectAt(aux, afterNot(aux + 1), end) && isReported(i, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSubordinate(int i, int start) {
        if (i - 1 < start) {
            return false;
        }
        int before = i - 1;
        return line.isVerbal(before) && (line.lemma(before).equals("know") || line.lemma(before).equals("remember"));
    }

    /** "When you get home, do you ...": the clause only sets the time. */
    private boolean isClauseBeforeMain(int i, int end) {
        if (!line.is(i, "when") && !line.is(i, "where") && !line.is(i, "what") && !line.is(i, "how")) {
            return false;
        }
        if (!line.is(i, "when") && !line.is(i, "where")) {
            return false;
        }
        for (int k = i + 1; k < end - 1; k++) {
            if (line.is(k, ",")) {
                return true;
            }
        }
        return false;
    }

    /** Place of the auxiliary that follows the wh-phrase at {@code i}; -1 if something else follows. */
    private int auxOfWh(int i, int end) {
        int at = i + 1;
        if (line.is(i, "how") || line.is(i, "what") || line.is(i, "which") || line.is(i, "whose") || line.is(i, "why")
                || line.is(i, "who") || line.is(i, "where") || line.is(i, "when")) {
            boolean takesNoun = line.is(i, "how") || line.is(i, "what") || line.is(i, "which") || line.is(i, "whose");
            int limit = Math.min(end, i + LONGEST_WH_PHRASE);
            while (at < limit && !isAux(at)) {
                String pos = line.pos(at);
                boolean filler = line.is(at, Lexicon.FILLERS) || line.is(at, ",") || line.is(at, "else")
                        || line.is(at, "exactly") || line.is(at, "the") && line.is(at + 1, Set.of("hell", "heck"))
                        || line.is(at, Set.of("hell", "heck", "then", "really", "specifically"))
                        || line.is(at, "like") && line.is(at - 1, ",");
                boolean noun = takesNoun && (pos.equals("NOUN") || pos.equals("ADJ") || pos.equals("ADV")
                        || pos.equals("NUM") || pos.equals("PROPN") || line.is(at, "of") || line.is(at, "in")
                        || line.is(at, "other") || line.is(at, "kind") || line.is(at, "sort") || line.is(at, "many")
                        || line.is(at, "much") || line.is(at, "one") || line.is(at, "ones")
                        || line.is(at - 1, "of") && !line.is(at, PERSONS) || line.is(at, "these")
                        || line.is(at, "or") || line.is(at, SHORT_HOW));
                if (!filler && !noun) {
                    return -1;
                }
                at++;
            }
        }
        return at < end && isAux(at) && !line.is(at - 1, ",") ? at : -1;
    }

    private boolean isSubjectAt(int aux, int subject, int end) {
        if (subject >= end) {
            return false;
        }
        if (line.is(subject, ANY)) {
            return agrees(aux, subject);
        }
        return line.is(subject, DETERMINERS) || line.isNominal(subject) || line.isCapitalised(subject)
                || line.pos(subject).equals("ADJ") && isDo(aux);
    }

    private Found inversion(int i, int start, int end, boolean free, boolean marked, boolean weak) {
        int next = afterNot(i + 1);
        boolean negated = next > i + 1;
        if (next >= end || isEcho(i, start, end, negated)) {
            return null;
        }
        if (isReported(i, start) && !free) {
            return null;
        }
        if (line.is(next, ANY) && agrees(i, next)) {
            if (!invertsHere(i, next, start, end, free, marked)) {
                return null;
            }
            Mood mood = line.is(next, "there") && line.lemma(i).equals("be")
                    && (line.is(next + 1, "anything") || line.is(next + 1, "any") || line.is(next + 1, "something"))
                            ? Mood.OPEN_QUESTION
                            : moodOfRequest(i, next, end);
            return new Found(i, next + 1, mood);
        }
        boolean joined = i - 1 > start && line.is(i - 1, Set.of("and", "or", "but"))
                && line.afterOpeners(start, Math.min(i, start + LONGEST_LEAD)) < i - 1;
        if (!free || line.isMark(next) || joined && !marked) {
            // "she moved and was a nurse": the verb goes on with the same subject
            return null;
        }
        if (!marked && !unmarked && isWithinStatement(i, start)) {
            return null;
        }
        boolean noun = line.is(next, DETERMINERS) || line.isNominal(next) || isUnknownName(i, next, end)
                || (line.pos(next).equals("ADJ") || line.pos(next).equals("DET")) && line.isNominal(next + 1);
        if (!noun && unmarked && line.is(i, "has") && i == start && hasVerbAfter(next, end)) {
            // a name that lost its capitals: "has anna lee done much"
            return new Found(i, next, Mood.CLOSED_QUESTION);
        }
        if (!noun) {
            return weak && line.pos(i).equals("AUX")
                    && line.afterOpeners(start, Math.min(end, start + LONGEST_LEAD)) == i
                            ? new Found(i, i + 1, Mood.CLOSED_QUESTION)
                            : null;
        }
        return switch (line.low(i)) {
            case "did", "does", "is", "are", "was", "were", "has" -> !negated || marked || unmarked
                    ? new Found(i, next, Mood.CLOSED_QUESTION)
                    : null;
            case "can", "could", "would", "should", "must", "might", "had" -> negated || hasVerbAfter(next, end)
                    ? new Found(i, next, Mood.CLOSED_QUESTION)
                    : null;
            // "do the dishes", "have a good day", "will" and "may" as names
            case "do" -> marked || (line.pos(i).equals("AUX") || unmarked) && hasVerbAfter(next, end) && !negated
                    ? new Found(i, next, Mood.CLOSED_QUESTION)
                    : null;
            default -> marked ? new Found(i, next, Mood.CLOSED_QUESTION) : null;
        };
    }

    /** "The jurors I met, are people who ...": what stands before the comma is the subject, unless it only sets the time. */
    private boolean isWithinStatement(int i, int start) {
        return line.afterOpeners(start, Math.min(i, start + LONGEST_LEAD)) < i && !isBeforeStarted(i, start);
    }

    /** "does imran still work there", "is emily coming": a name nobody taught the tagger, known by the verb after it. */
    private boolean isUnknownName(int aux, int next, int end) {
        if (line.is(next, ADVERBS) || line.pos(next).equals("ADV") && line.low(next).endsWith("ly")
                || line.is(next, JOINERS) || line.is(next, SUBORDINATORS)
                || line.is(next, OBJECTS) || line.is(next, Lexicon.STOP) || line.is(next, Lexicon.AUX)
                || line.is(next, Lexicon.WH) || line.isNot(next)) {
            return false;
        }
        int verb = afterAdverbs(next + 1, end);
        return verb < end && line.pos(verb).equals("VERB") && (isDo(aux)
                ? line.lemma(verb).equals(line.low(verb))
                : line.low(verb).endsWith("ing"));
    }

    private boolean hasVerbAfter(int from, int end) {
        for (int k = from; k < Math.min(end, from + 6); k++) {
            if (line.pos(k).equals("VERB") || line.pos(k).equals("AUX")) {
                return true;
            }
        }
        return false;
    }

    /** "So do I", "neither did she", "as are you": an echo, not a question. */
    private boolean isEcho(int i, int start, int end, boolean negated) {
        String before = line.low(i - 1);
        if (i > start && !negated && (before.equals("neither") || before.equals("nor") || before.equals("as")
                || before.equals("than"))) {
            return true;
        }
        if (i > start && !negated && before.equals("so")) {
            int after = i + 2;
            return after >= end || line.isMark(after) && !line.low(after).startsWith("?");
        }
        if (i > start && (before.equals("never") || before.equals("rarely") || before.equals("seldom")
                || before.equals("hardly") || before.equals("only") || before.equals("little"))) {
            return true;
        }
        return false;
    }

    private boolean invertsHere(int i, int next, int start, int end, boolean free, boolean marked) {
        String aux = line.low(i);
        String subject = line.low(next);
        boolean negated = next > i + 1;
        if (free) {
            if (aux.equals("do") && !PERSONS.contains(subject) && !subject.equals("these") && !subject.equals("those")
                    && !subject.equals("any")) {
                // "do it", "do that": an order
                return marked && line.isVerbal(next + 1);
            }
            if ((aux.equals("have") || aux.equals("had")) && !PERSONS.contains(subject) && !subject.equals("it")
                    && !subject.equals("there") && !subject.equals("that") && !subject.equals("this")) {
                return marked;
            }
            if (aux.equals("had") || aux.equals("should") && !marked && subject.equals("you")) {
                return marked || aux.equals("had") && line.is(next + 1, "ever");
            }
            if (negated && aux.equals("do") && subject.equals("you")
                    && (line.is(next + 1, "dare") || line.is(next + 1, "worry"))) {
                return false;
            }
            // "will that", "can it": short of a verb these are answers cut short
            return true;
        }
        if (aux.startsWith("'")) {
            return false;
        }
        if (line.is(i - 1, Lexicon.SUBJECT_PRONOUNS) || line.is(i - 1, Lexicon.WH) || line.is(i - 1, DETERMINERS)
                || isAux(i - 1) || line.is(i - 1, "to") || line.pos(i - 1).equals("ADP") && !isAtEndOfClause(i - 1)
                || line.is(i - 1, SUBORDINATORS) || line.isNot(i - 1)) {
            boolean over = line.is(i - 1, Set.of("it", "that", "this")) || unmarked && line.is(i - 1, ENDS_OF_CLAUSES)
                    && !line.is(i - 1, "you");
            return (marked || unmarked && line.isVerbal(next + 1)) && over && subject.equals("you")
                    && !line.pos(i).equals("VERB");
        }
        if (line.reads(next, "you", "know") && (line.isMark(next + 2) || !line.isVerbal(i))) {
            return false;
        }
        if (subject.equals("you")) {
            return !aux.equals("should") && !aux.equals("had") && !aux.equals("may") && !aux.equals("might");
        }
        if (subject.equals("it") || subject.equals("that") || subject.equals("this")) {
            // "would that be okay" has no other reading; "the plan is that" and "people do that" have
            return (aux.equals("would") || aux.equals("does") || aux.equals("could") || aux.equals("did"))
                    && line.isVerbal(next + 1);
        }
        if (subject.equals("there") && isBeforeStarted(i, start)) {
            return true;
        }
        return PERSONS.contains(subject) && line.pos(i).equals("AUX") && marked && !line.isVerbal(i - 1);
    }

    /** Whether the sentence began with a clause of time or condition that is over by now. */
    private boolean isBeforeStarted(int i, int start) {
        return line.is(line.afterOpeners(start, Math.min(i, start + LONGEST_LEAD)), SUBORDINATORS);
    }

    private boolean isAtEndOfClause(int i) {
        return line.pos(i - 1).equals("VERB") || line.is(i - 1, "with") || line.is(i, "on") && line.isVerbal(i - 1);
    }

    /** "Can you tell me what ...": what is asked for decides, not the "can you". */
    private Mood moodOfRequest(int aux, int subject, int end) {
        int at = subject + 1;
        while (at < end && (line.pos(at).equals("ADV") || line.is(at, "please") || line.is(at, Lexicon.FILLERS)
                || line.is(at, "just") || line.is(at, "maybe") || line.is(at, ",") || line.is(at, "like")
                || line.is(at, "to") || line.is(at, "mind") || line.is(at, "able") || line.is(at, "willing"))) {
            at++;
        }
        // "did you talk about it" asks whether, "can you talk about it" asks to
        if (line.is(subject, "you") && !line.is(aux, Set.of("did", "have", "had"))) {
            int word = at;
            if (line.lemma(word).equals("tell") || line.is(word, TELLING) || line.is(word, "telling")
                    || line.is(word, "sharing") || line.is(word, "describing") || line.is(word, "explaining")
                    || line.is(word, "walking")) {
                int after = telling(word, end);
                if (after < 0 && line.low(word).endsWith("ing")) {
                    after = word + 2;
                }
                if (after > 0) {
                    return moodOfTelling(word, after, end);
                }
            }
        }
        if (line.is(subject, "i") && line.is(aux, Set.of("can", "could", "may", "might")) && line.is(at, "ask")) {
            for (int k = at + 1; k < Math.min(end, at + 6); k++) {
                if (line.is(k, Lexicon.WH)) {
                    return moodOfWh(k, end);
                }
            }
        }
        return Mood.CLOSED_QUESTION;
    }

    private Mood moodOfWh(int i, int end) {
        int next = i + 1;
        boolean pick = switch (line.low(i)) {
            case "how" -> line.is(next, "many") || line.is(next, SHORT_HOW) && !asksForView(next, end);
            case "what" -> {
                int noun = line.is(next, "'s") || line.is(next, "is") ? next + 1 : next;
                noun = noun > next && line.is(noun, "your") ? noun + 1 : noun;
                noun = noun > next && line.pos(noun).equals("ADJ") ? noun + 1 : noun;
                yield line.is(noun, SHORT_WHAT) || line.is(next, "number");
            }
            case "when", "who", "whom", "whose", "which" -> !line.is(next, "else") && !asksForView(next, end);
            case "where" -> asksForPlace(next, end);
            default -> false;
        };
        return pick ? Mood.CLOSED_QUESTION : Mood.OPEN_QUESTION;
    }

    /** "How often do you think ...", "how much is it an issue": no number alone answers. */
    private boolean asksForView(int from, int end) {
        if (line.is(from, "much") && isAux(from + 1)) {
            return true;
        }
        for (int k = from; k + 2 < Math.min(end, from + 6); k++) {
            if (isAux(k) && line.is(k + 1, "you") && line.is(k + 2, Set.of("think", "feel", "see", "say", "imagine"))) {
                return true;
            }
        }
        return false;
    }

    private boolean asksForPlace(int from, int end) {
        for (int k = from; k < Math.min(end, from + 6); k++) {
            if (line.is(k, Set.of("live", "living", "from", "based", "born", "work", "store", "located", "staying",
                    "stay", "study", "sit"))) {
                return !line.reads(k, "from", "here");
            }
        }
        return false;
    }

    boolean isAux(int i) {
        String low = line.low(i);
        if (low.equals("'s") || low.equals("'re") || low.equals("'d") || low.equals("'ve") || low.equals("'ll")
                || low.equals("'m")) {
            return line.is(i - 1, Lexicon.WH);
        }
        return Lexicon.AUX.contains(low);
    }

    private boolean isDo(int i) {
        return line.is(i, "do") || line.is(i, "does") || line.is(i, "did") || line.is(i, "'d");
    }

    private int afterNot(int i) {
        return line.isNot(i) && !line.is(i, "not") ? i + 1 : i;
    }

    private int afterAdverbs(int i, int end) {
        int at = i;
        while (at < end && (line.pos(at).equals("ADV") || line.is(at, "else") || line.is(at, Lexicon.FILLERS))) {
            at++;
        }
        return at;
    }

    private boolean agrees(int aux, int subject) {
        return switch (line.low(aux)) {
            case "am", "'m" -> line.is(subject, "i");
            case "is", "'s", "has", "does" -> line.is(subject, SINGULAR);
            case "was" -> line.is(subject, SINGULAR) || line.is(subject, "i");
            case "are", "'re", "were", "ai" -> line.is(subject, PLURAL) || line.is(subject, "i");
            case "do", "have", "'ve" -> line.is(subject, PLURAL) || line.is(subject, "i") || line.is(subject, "it")
                    || line.is(subject, "that") || line.is(subject, "this");
            default -> line.is(subject, ANY);
        };
    }
}
