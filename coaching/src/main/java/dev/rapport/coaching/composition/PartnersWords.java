package dev.rapport.coaching.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the partner said, turned so that the learner could say it back: my becomes your, I was becomes you were. Every form
 * is a whole phrase or absent; a phrase that cannot be turned with confidence is not used at all.
 *
 * @param said the partner's words as they said them
 * @param sentence turned, fit to stand as a sentence by itself, without a full stop
 * @param clause turned, fit to follow "so"; null where it is no clause for certain
 * @param thing turned, fit to follow "you mentioned"; null where it is no noun phrase for certain
 */
record PartnersWords(String said, String sentence, String clause, String thing) {

    private static final int MOST_WORDS = 12;
    private static final int MOST_WORDS_OF_A_THING = 7;

    private static final List<List<String>> LEADS = List.of(List.of("i", "mean"), List.of("i", "think"),
            List.of("i", "guess"), List.of("i", "suppose"), List.of("i", "believe"), List.of("you", "know"),
            List.of("to", "be", "honest"), List.of("i", "would", "say"), List.of("i'd", "say"),
            List.of("the", "thing", "is"), List.of("kind", "of"), List.of("sort", "of"), List.of("and"), List.of("but"),
            List.of("so"), List.of("because"), List.of("'cause"), List.of("cause"), List.of("or"), List.of("well"),
            List.of("oh"), List.of("like"), List.of("yeah"), List.of("yes"), List.of("yep"), List.of("no"),
            List.of("nope"), List.of("okay"), List.of("ok"), List.of("right"), List.of("sure"), List.of("honestly"),
            List.of("basically"), List.of("actually"), List.of("anyway"), List.of("also"), List.of("then"),
            List.of("plus"), List.of("look"), List.of("listen"));
    private static final Set<String> FILLERS = words("um uh uhm erm er hmm mm mhm");
    private static final Set<String> DANGLING = words(
            "and but so because or then the a an of to for with in on at from "
                    + "my our your their his her its is was are were am be been has have had do does did will would can could "
                    + "should that which who when if as than very really just not this these those i we he she they by into "
                    + "about like even still too");
    private static final Set<String> TRAILING = words("and but so because or then really though anyway right okay too "
            + "well yeah");
    /** A phrase that begins so depends on a sentence that is missing. */
    private static final Set<String> DEPENDENT = words(
            "if whether unless when while although though since after before "
                    + "until once what how why who whom whose which where to than as let please do does did is are was were "
                    + "can could will would should have has had not");
    private static final Set<String> PREPOSITIONS = words("in on at with about for from of during by into through over "
            + "around without within between");
    private static final Set<String> DETERMINERS = words("the a an my our your their his her its this these those some "
            + "any each every both two three four five six seven eight nine ten several many");
    private static final Set<String> SUBJECTS = words("you they he she it there you've you're you'd you'll they've "
            + "they're they'd they'll he's she's it's there's he'd she'd it'd it'll he'll she'll");
    private static final Set<String> NO_VERB_AFTER_SUBJECT = words("and or with who that as all both two three too "
            + "either guys");
    private static final Set<String> RELATIVES = words("that which who whose where");
    private static final Set<String> EMPTY = words("it this that these those they them he she we i you me us one ones "
            + "is was are were be been am do did does done have has had will would can could should may might must not "
            + "no yes the a an my our your their his her its and or but so of to for with in on at from by as if then "
            + "than there here now just really very quite too also well good bad fine great nice sure okay ok thing "
            + "things stuff lot lots bit kind sort way something anything nothing everything someone anyone everyone "
            + "time times day days right yeah think know mean guess get got go going went say said see some any all "
            + "more most much many few little what how why who when where which up out about like still even though "
            + "maybe probably always never one two three it's that's there's i'm we're they're don't didn't isn't "
            + "wasn't i've we've thanks thank hello hi hey bye exactly absolutely true correct agreed happy glad");
    private static final Set<String> SECOND_PERSON = words("you your yours yourself yourselves you're you've you'd "
            + "you'll");
    private static final Set<String> FIRST_PERSON = words("i me my mine myself we us our ours ourselves i'm i've i'd "
            + "i'll we're we've we'd we'll let's lets");
    /** Said back, these sound like a verdict on the partner. */
    private static final Set<String> ABSOLUTES = words("always never seem");

    private static final Map<String, String> TURNED = Map.ofEntries(Map.entry("i", "you"), Map.entry("me", "you"),
            Map.entry("my", "your"), Map.entry("mine", "yours"), Map.entry("myself", "yourself"),
            Map.entry("we", "you"), Map.entry("us", "you"), Map.entry("our", "your"), Map.entry("ours", "yours"),
            Map.entry("ourselves", "yourselves"), Map.entry("i'm", "you're"), Map.entry("i've", "you've"),
            Map.entry("i'd", "you'd"), Map.entry("i'll", "you'll"), Map.entry("we're", "you're"),
            Map.entry("we've", "you've"), Map.entry("we'd", "you'd"), Map.entry("we'll", "you'll"));
    private static final Map<String, String> AGREEING = Map.of("am", "are", "was", "were", "wasn't", "weren't");
    private static final Set<String> BETWEEN = words(
            "just still also really already only even then honestly personally "
                    + "actually probably certainly myself");

    private static final Set<String> VERBS = words(
            "is are was were am be been being has have had do does did will would "
                    + "can could should may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't "
                    + "won't wouldn't can't cannot couldn't shouldn't went got made took came left lost fell said told gave broke "
                    + "stopped began became brought bought built caught chose cut drew drove felt found forgot froze grew held "
                    + "kept knew led let meant met paid put quit ran rose saw sent set shut sold spent spoke stood taught thought "
                    + "threw understood won wrote goes keeps needs wants takes makes comes gets feels looks means says works runs "
                    + "seems becomes knows thinks gives tells asks tries uses finds leaves calls stays breaks drops grows sits "
                    + "want need keep make take get go come feel look think know say mean seem become try use find leave stay "
                    + "going gonna gotta wanna hit hurt cost happens happen depends ended died burned");

    private static final Pattern PLAIN = Pattern.compile("[\\p{IsLatin}\\p{N}' ,&%$€£/+.:-]+");

    private static Set<String> words(String spaced) {
        return Set.copyOf(List.of(spaced.split(" ")).stream().distinct().toList());
    }

    /**
     * @param phrase a passage of a partner's turn, word for word, without names
     * @return empty where nothing of it could be said back without breaking its grammar
     */
    static Optional<PartnersWords> of(String phrase) {
        String said = phrase.replace('’', '\'').replaceAll("[\\s\\u00A0]+", " ").replaceAll("[\"“”]", "").strip();
        said = said.replaceAll("^[\\s,;:.\\-–—]+|[\\s,;:.!…\\-–—]+$", "");
        if (said.isEmpty() || said.length() > 160 || said.contains("?") || said.contains("!")
                || !PLAIN.matcher(said).matches() || said.matches(".*[.:] .*") || said.contains("//")) {
            return Optional.empty();
        }
        List<String> tokens = new ArrayList<>(Arrays.asList(said.split(" ")));
        tokens.removeIf(t -> FILLERS.contains(bare(t)));
        dropLeads(tokens);
        dropPreposition(tokens);
        while (!tokens.isEmpty() && TRAILING.contains(bare(tokens.get(tokens.size() - 1)))) {
            tokens.remove(tokens.size() - 1);
        }
        if (!usable(tokens)) {
            return Optional.empty();
        }
        String original = String.join(" ", tokens).replaceAll(",$", "");
        Optional<List<String>> turned = turned(tokens);
        if (turned.isEmpty()) {
            return Optional.empty();
        }
        List<String> inside = new ArrayList<>(turned.get());
        int last = inside.size() - 1;
        inside.set(last, inside.get(last).replaceAll("[,.]+$", ""));
        if (isFunctionWord(inside.get(0)) && !inside.get(0).matches("\\p{Lu}{2,}.*")) {
            inside.set(0, inside.get(0).toLowerCase(Locale.ROOT));
        }
        String text = String.join(" ", inside);
        return Optional.of(new PartnersWords(original, text, isClause(inside) ? text : null,
                isThing(inside) ? text : null));
    }

    private static String bare(String token) {
        return token.toLowerCase(Locale.ROOT).replaceAll("^[,.:-]+|[,.:-]+$", "");
    }

    private static void dropLeads(List<String> tokens) {
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            for (List<String> lead : LEADS) {
                if (tokens.size() > lead.size() && tokens.stream().limit(lead.size())
                        .map(PartnersWords::bare).toList().equals(lead)
                // "like my old team" is a comparison, "no budget" a noun phrase, "right people" too
                        && (!Set.of("no", "right", "sure", "look", "cause").contains(lead.get(0))
                                || tokens.get(0).endsWith(","))) {
                    tokens.subList(0, lead.size()).clear();
                    dropped = true;
                    break;
                }
            }
        }
    }

    private static void dropPreposition(List<String> tokens) {
        if (tokens.size() > 1 && PREPOSITIONS.contains(bare(tokens.get(0)))
                && DETERMINERS.contains(bare(tokens.get(1)))) {
            tokens.remove(0);
        }
    }

    private static boolean usable(List<String> tokens) {
        if (tokens.isEmpty() || tokens.size() > MOST_WORDS) {
            return false;
        }
        List<String> bare = tokens.stream().map(PartnersWords::bare).toList();
        String first = bare.get(0);
        String last = bare.get(bare.size() - 1);
        if (DEPENDENT.contains(first) || PREPOSITIONS.contains(first) || DANGLING.contains(last)
                || last.endsWith("'s") || last.endsWith("n't")) {
            return false;
        }
        for (int i = 0; i < bare.size(); i++) {
            String word = bare.get(i);
            if (word.isEmpty() || SECOND_PERSON.contains(word) || ABSOLUTES.contains(word) || word.contains("://")
                    || word.startsWith("let's") || i > 0 && word.equals(bare.get(i - 1))
                    || i > 0 && word.equals("mine") && DETERMINERS.contains(bare.get(i - 1))) {
                return false;
            }
        }
        boolean says = bare.stream().anyMatch(w -> w.length() > 2 && !EMPTY.contains(w)
                && w.codePoints().anyMatch(Character::isLetter) && !FIRST_PERSON.contains(w));
        // a lone word said back ("Place.") is an echo, not a return
        return says && bare.size() > 1;
    }

    private static Optional<List<String>> turned(List<String> tokens) {
        List<String> turned = new ArrayList<>();
        boolean agree = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String bare = bare(token);
            // the country, not the people
            boolean country = token.startsWith("US") && bare.equals("us");
            if (TURNED.containsKey(bare) && !country) {
                if (bare.equals("i") && i > 0 && AGREEING.containsKey(bare(tokens.get(i - 1)))) {
                    turned.set(i - 1, AGREEING.get(bare(tokens.get(i - 1))));
                }
                turned.add(TURNED.get(bare) + (token.endsWith(",") ? "," : ""));
                agree = bare.equals("i");
            } else if (agree && AGREEING.containsKey(bare)) {
                turned.add(AGREEING.get(bare));
                agree = false;
            } else {
                turned.add(token);
                agree = agree && (BETWEEN.contains(bare) || bare.endsWith("ly"));
            }
        }
        for (int i = 0; i < turned.size(); i++) {
            String word = bare(turned.get(i));
            if (FIRST_PERSON.contains(word) && !turned.get(i).startsWith("US")) {
                return Optional.empty();
            }
            // "me and you"-like pairs would become "you and you"
            if (i > 1 && word.equals("you") && bare(turned.get(i - 1)).equals("and")
                    && bare(turned.get(i - 2)).equals("you")) {
                return Optional.empty();
            }
        }
        return Optional.of(turned);
    }

    private static boolean isFunctionWord(String token) {
        String word = bare(token);
        return DETERMINERS.contains(word) || SUBJECTS.contains(word) || EMPTY.contains(word);
    }

    private static boolean isClause(List<String> tokens) {
        String first = bare(tokens.get(0));
        boolean contracted = first.contains("'");
        if (tokens.size() < (contracted ? 2 : 3)) {
            return false;
        }
        String second = bare(tokens.get(1));
        return SUBJECTS.contains(first) && !tokens.get(0).endsWith(",") && !NO_VERB_AFTER_SUBJECT.contains(second)
                && !PREPOSITIONS.contains(second) && !DETERMINERS.contains(contracted ? "" : second)
                && !SUBJECTS.contains(second);
    }

    private static boolean isThing(List<String> tokens) {
        if (tokens.size() < 2 || tokens.size() > MOST_WORDS_OF_A_THING
                || !DETERMINERS.contains(bare(tokens.get(0)))) {
            return false;
        }
        for (int i = 1; i < tokens.size(); i++) {
            String word = bare(tokens.get(i));
            if (RELATIVES.contains(word)) {
                return i > 1 && tokens.size() <= MOST_WORDS_OF_A_THING && i < tokens.size() - 1
                        && tokens.subList(i + 1, tokens.size()).stream().filter(t -> isVerb(bare(t))).count() < 2;
            }
            if (isVerb(word) || SUBJECTS.contains(word) || word.contains("'") || tokens.get(i - 1).endsWith(",")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVerb(String word) {
        return VERBS.contains(word) || word.endsWith("ed") && word.length() > 4;
    }
}
