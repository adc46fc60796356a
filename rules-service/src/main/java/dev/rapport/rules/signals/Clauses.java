package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rapport.rules.signals.Sentence.Mood;

/** Cuts a text into sentences, also where speech recognition wrote no marks, and says what each asks of the listener. */
final class Clauses {

    private static final Set<String> ABBREVIATIONS = Set.of("dr", "mr", "mrs", "ms", "prof", "st", "vs", "etc",
            "approx",
            "dept", "inc", "ltd", "jr", "sr", "e.g", "i.e", "eg", "ie");
    private static final Set<String> DEPENDENT = Set.of("if", "when", "while", "since", "after", "before", "as", "once",
            "whenever", "given", "although", "though", "because", "until", "for", "on", "in", "at", "with", "from",
            "about", "let", "again", "out", "like", "besides", "other", "apart");
    private static final Set<String> JOINING = Set.of("and", "but", "so", "because", "cause", "'cause", "then");
    /** Spoken sentences rarely run longer without a mark or a joining word. */
    private static final int LONG = 22;
    private static final int FRAGMENT_WORDS = 4;

    private final Line line;
    private final String text;
    private final Questions questions;
    private final List<Sentence> found = new ArrayList<>();

    private Clauses(String text, Line line) {
        this.text = text;
        this.line = line;
        this.questions = new Questions(line);
    }

    static List<Sentence> of(String text, Line line) {
        Clauses clauses = new Clauses(text, line);
        clauses.cut();
        return clauses.found;
    }

    private void cut() {
        int from = 0;
        for (int i = 0; i < line.size(); i++) {
            if (ends(i)) {
                segment(from, i + 1);
                from = i + 1;
            }
        }
        if (from < line.size()) {
            segment(from, line.size());
        }
    }

    private boolean ends(int i) {
        Token token = line.token(i);
        if (i + 1 < line.size() && hasLineBreak(token.to(), line.token(i + 1).from())) {
            return true;
        }
        if (!line.isMark(i)) {
            return false;
        }
        char mark = token.text().charAt(0);
        if (mark == '.' && token.text().length() == 1 && i > 0 && i + 1 < line.size()) {
            String before = line.low(i - 1);
            boolean initial = before.length() == 1 && Character.isUpperCase(line.token(i - 1).text().charAt(0))
                    && !before.equals("i");
            // a mark that ends a quotation or a bracket belongs to the sentence before it
            return !ABBREVIATIONS.contains(before) && !initial;
        }
        return mark == '.' || mark == '?' || mark == '!' || mark == '…' || mark == ';'
                || isDash(mark) && token.text().length() > 1 || token.text().indexOf('?') >= 0;
    }

    private static boolean isDash(char mark) {
        return mark == '-' || mark == '—' || mark == '–';
    }

    private boolean hasLineBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** One stretch between marks: its questions become sentences of their own, what stands before them too. */
    private void segment(int from, int end) {
        boolean marked = line.token(end - 1).text().indexOf('?') >= 0;
        int start = from;
        int search = from;
        Questions.Found open = questions.next(search, start, end, marked);
        if (open == null) {
            statements(start, end, marked && !questions.isReporting(start, end));
            return;
        }
        if (isTag(open, start, end)) {
            statements(start, end, true);
            return;
        }
        while (open != null) {
            int begin = lead(open.at(), start);
            if (begin > start && standsAlone(start, begin)) {
                statements(start, begin, false);
                start = begin;
            }
            Questions.Found next = questions.next(open.after(), open.at(), end, marked);
            while (next != null && !isSecond(open, next, end)) {
                next = questions.next(next.after(), open.at(), end, marked);
            }
            int stop = next == null ? end : lead(next.at(), open.after());
            found.add(new Sentence(start, stop, open.mood()));
            start = stop;
            open = next;
        }
    }

    /** Whether the later question is one of its own rather than a part or the tag of the earlier. */
    private boolean isSecond(Questions.Found first, Questions.Found next, int end) {
        return next.at() - first.after() >= 2 && !isTag(next, first.at(), end) && isBreak(next.at());
    }

    private boolean isBreak(int at) {
        return line.isMark(at - 1) || JOINING.contains(line.low(at - 1)) || line.is(at - 1, "or")
                || line.is(at - 1, Lexicon.FILLERS) || line.is(at, Lexicon.WH);
    }

    /** Joining words and marks before a question go with it. */
    private int lead(int at, int start) {
        int begin = at;
        while (begin > start && (JOINING.contains(line.low(begin - 1)) || line.is(begin - 1, "or")
                || line.is(begin - 1, Lexicon.FILLERS))) {
            begin--;
        }
        return begin;
    }

    /** Whether what stands before a question is a statement of its own and no mere lead-in. */
    private boolean standsAlone(int from, int end) {
        int first = line.afterOpeners(from, end);
        if (first >= end || DEPENDENT.contains(line.low(first))) {
            return first >= end ? false : hasMainAfterComma(first, end);
        }
        return hasClause(first, end);
    }

    private boolean hasMainAfterComma(int first, int end) {
        for (int i = first; i < end - 3; i++) {
            if (line.is(i, ",") && hasClause(i + 1, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasClause(int from, int end) {
        for (int i = from; i + 1 < end; i++) {
            boolean subject = line.is(i, Lexicon.SUBJECT_PRONOUNS) || line.isNominal(i);
            if (subject && (line.isVerbal(i + 1) || line.pos(i + 1).equals("ADV") && line.isVerbal(i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** "..., isn't it", "..., do you": only an auxiliary and a pronoun at the very end. */
    private boolean isTag(Questions.Found found, int start, int end) {
        int last = end;
        while (last > start && line.isMark(last - 1)) {
            last--;
        }
        // "..., are you not"
        last = line.is(last - 1, "not") ? last - 1 : last;
        return found.mood() == Mood.CLOSED_QUESTION && found.after() == last && found.at() - start >= 2
                && line.is(last - 1, Lexicon.SUBJECT_PRONOUNS) && questions.isAux(found.at())
                && hasClause(start, found.at());
    }

    private void statements(int from, int end, boolean marked) {
        if (from >= end) {
            return;
        }
        if (!marked) {
            int cut = restart(from, end);
            while (cut > 0) {
                found.add(new Sentence(from, cut, mood(from, cut, false)));
                from = cut;
                cut = restart(from, end);
            }
        }
        found.add(new Sentence(from, end, mood(from, end, marked)));
    }

    /** Where a long unmarked run starts over: a joining word, a subject and its verb. */
    private int restart(int from, int end) {
        if (end - from <= LONG) {
            return -1;
        }
        for (int i = from + 6; i + 6 < end; i++) {
            boolean joins = JOINING.contains(line.low(i)) && !line.is(i + 1, "that");
            int subject = i + 1;
            if (joins && line.is(subject, Lexicon.SUBJECT_PRONOUNS) && (line.isVerbal(subject + 1)
                    || line.pos(subject + 1).equals("ADV") && line.isVerbal(subject + 2))) {
                return i;
            }
        }
        return -1;
    }

    private Mood mood(int from, int end, boolean marked) {
        int first = line.afterOpeners(from, end);
        if (first >= end) {
            // "Okay?" and "Yeah?" look for a nod, not for an answer
            return Mood.FRAGMENT;
        }
        if (marked) {
            return isRhetorical(from, end) ? Mood.STATEMENT : Mood.CLOSED_QUESTION;
        }
        if (hasSpokenTag(first, end)) {
            return Mood.CLOSED_QUESTION;
        }
        if (isImperative(first, end)) {
            return Mood.IMPERATIVE;
        }
        int words = 0;
        boolean verb = false;
        for (int i = first; i < end; i++) {
            if (!line.isMark(i)) {
                words++;
                verb |= line.isVerbal(i);
            }
        }
        boolean thanks = line.is(first, Set.of("thank", "thanks"));
        return words <= FRAGMENT_WORDS && (!verb || words < 2 || thanks) ? Mood.FRAGMENT : Mood.STATEMENT;
    }

    private boolean isRhetorical(int from, int end) {
        int first = from;
        while (first < end && (line.isMark(first) || line.is(first, Lexicon.OPENERS))) {
            first++;
        }
        return line.reads(first, "who", "knows") || line.reads(first, "who", "cares")
                || line.reads(first, "you", "know", "what") || line.reads(first, "guess", "what");
    }

    /** "You live in Leeds, right": a tag word that speech recognition left without its mark. */
    private boolean hasSpokenTag(int first, int end) {
        int last = end - 1;
        while (last > first && line.isMark(last)) {
            last--;
        }
        if (last - first < 2) {
            return false;
        }
        if (questions.unmarked() && line.is(last, Lexicon.SUBJECT_PRONOUNS) && line.isNot(last - 1)
                && questions.isAux(last - 2) && hasClause(first, last - 2)) {
            // "there's a lot of it isn't there"
            return true;
        }
        if (questions.unmarked() && line.is(last, "huh") || line.is(last, "innit")) {
            return true;
        }
        boolean comma = line.is(last - 1, ",");
        if (line.is(last, Set.of("right", "correct", "huh", "eh", "yeah"))) {
            boolean listener = line.is(firstSubject(first, last), Lexicon.SECOND_PERSON);
            boolean bare = questions.unmarked() && line.is(last, Set.of("right", "correct"))
                    && !line.isVerbal(last - 1) && !line.pos(last - 1).equals("ADV")
                    && !line.pos(last - 1).equals("DET")
                    && !line.is(last - 1, Set.of("'re", "it", "so", "that"));
            return listener && (comma || !line.is(last, Set.of("yeah")) && (bare || line.isNominal(last - 1))
                    && !line.is(last - 1, "all"));
        }
        return line.reads(last - 1, "or", "not") && hasSecondPerson(first, last) && !has("whether", first, last);
    }

    private boolean has(String word, int from, int end) {
        for (int i = from; i < end; i++) {
            if (line.is(i, word)) {
                return true;
            }
        }
        return false;
    }

    private int firstSubject(int from, int end) {
        int i = from;
        while (i < end && !line.is(i, Lexicon.SUBJECT_PRONOUNS) && !line.is(i, "your")) {
            i++;
        }
        return i;
    }

    private boolean hasSecondPerson(int from, int end) {
        for (int i = from; i < end; i++) {
            if (line.is(i, Lexicon.SECOND_PERSON)) {
                return true;
            }
        }
        return false;
    }

    private static final Set<String> NOT_ORDERS = Set.of("thank", "thanks", "guess", "hope", "wish", "wonder", "love",
            "miss", "agree", "bet", "doubt", "sound", "seem", "bless", "see", "mean", "know", "suppose", "feel", "need",
            "want", "like", "got", "depend", "welcome", "said", "been", "okay", "yep", "please", "congratulation",
            "let", "think", "appreciate", "happen", "understand", "hear", "have", "be", "do", "might", "could");

    private boolean isImperative(int from, int end) {
        int first = from;
        while (line.is(first, Set.of("please", "just", "maybe", "always", "never", "perhaps", "definitely", "first",
                "instead")) && first < end) {
            first++;
        }
        if (line.reads(first, "do", "n't") || line.reads(first, "do", "not")) {
            return line.pos(first + 2).equals("VERB") || line.pos(first + 2).equals("AUX");
        }
        if (line.reads(first, "let", "me")) {
            return false;
        }
        if (line.reads(first, "let", "'s") || line.reads(first, "let", "us")) {
            return true;
        }
        if (isOrder(first, end)) {
            return true;
        }
        if (DEPENDENT.contains(line.low(first))) {
            for (int i = first; i + 1 < end; i++) {
                if (line.is(i, ",")) {
                    int verb = i + 1;
                    while (line.is(verb, Set.of("please", "just", "then", "maybe"))) {
                        verb++;
                    }
                    if (isOrder(verb, end)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isOrder(int verb, int end) {
        if (verb >= end || line.isMark(verb)) {
            return false;
        }
        if (line.is(verb, Set.of("be", "have")) && line.pos(verb + 1).equals("ADJ")) {
            return line.is(verb, "be");
        }
        return line.pos(verb).equals("VERB") && line.lemma(verb).equals(line.low(verb))
                && !NOT_ORDERS.contains(line.low(verb)) && !line.is(verb + 1, Set.of("i", "he", "she", "we", "they"))
                && verb + 1 < end && !line.is(verb + 1, ",");
    }
}
