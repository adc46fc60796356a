package dev.rapport.coaching.composition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the partner's name out of whatever a message shows. A name that is also an English word ("Will", "Grace") is
 * taken out only where it is written with a capital; rather a word too many than a name.
 */
public final class PartnerNames {

    /** What stands where a name stood. */
    public static final String MASK = "[your partner]";

    /** What transcripts call people whose name they do not know. */
    private static final Set<String> LABELS = Set
            .of(("agent al and assistant bin caller channel client customer da de del den der di dr el external "
                    + "gmbh guest host inc internal interviewee interviewer jr la le lead learner ltd manager member "
                    + "mentee mentor mr mrs ms operator participant partner patient person prof prospect rep sales "
                    + "speaker sr support team the unknown user van von")
                    .split(" "));

    private static final Set<String> ALSO_WORDS = Set
            .of(("an angel april art august baker ball banks basil bell bill bird bishop black bob brook brooks "
                    + "brown carter case cash chance chase christian constant cook dawn day dean destiny do drew "
                    + "earnest east ernest eve faith field ford fox frank gene grace grant gray green guy hall hand "
                    + "harmony he head hill ho holly hope hunter in ivy jack jay joy june kay kim king lane le lee "
                    + "long love major man marina mark martin mason max may melody miles miller my nick no norm north "
                    + "page pat pearl peg penny piper porter price ray reed rice rich rivers rob rose ruby rusty sage "
                    + "sandy see she short skip sky small so song south star sterling stew stone sue summer taylor "
                    + "than to trinity tucker van violet wade walker ward waters wells west white will win winter wolf "
                    + "wood wren you young")
                    .split(" "));

    private final Pattern pattern;

    private PartnerNames(Pattern pattern) {
        this.pattern = pattern;
    }

    /** For the names as they stand on turns: first names, surnames and the whole of each. */
    public static PartnerNames of(Collection<String> names) {
        Set<String> words = new TreeSet<>(Comparator.comparingInt(String::length).reversed()
                .thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            for (String word : name.split("[^\\p{L}\\p{M}'’-]+")) {
                String bare = word.replaceAll("^['’-]+|['’-]+$", "");
                boolean letters = bare.codePoints().anyMatch(Character::isLetter);
                boolean initial = bare.length() < 2 && bare.codePoints().allMatch(c -> c < 0x250);
                if (letters && !initial && !LABELS.contains(bare.toLowerCase(Locale.ROOT))) {
                    words.add(bare);
                }
            }
        }
        if (words.isEmpty()) {
            return new PartnerNames(null);
        }
        List<String> any = new ArrayList<>();
        for (String word : words) {
            // scripts without spaces have no edges to look for
            boolean spaced = word.codePoints().allMatch(c -> c < 0x600);
            String lower = word.toLowerCase(Locale.ROOT);
            String as = ALSO_WORDS.contains(lower)
                    ? "(?-i:" + Pattern.quote(word.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1)) + "|"
                            + Pattern.quote(word.toUpperCase(Locale.ROOT)) + ")"
                    : Pattern.quote(word);
            any.add(spaced ? "(?<![\\p{L}\\p{N}])" + as + "(?![\\p{L}\\p{N}])" : as);
        }
        // neighbouring names, as in a full name, become one mask
        String one = "(?:" + String.join("|", any) + ")";
        return new PartnerNames(Pattern.compile(one + "(?:[\\s-]+" + one + ")*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    boolean standIn(String text) {
        return pattern != null && pattern.matcher(text).find();
    }

    /** The text with {@link #MASK} where a name stood. */
    public Masked mask(String text) {
        if (pattern == null) {
            return new Masked(text, List.of());
        }
        StringBuilder masked = new StringBuilder();
        List<Masked.Cut> cuts = new ArrayList<>();
        Matcher name = pattern.matcher(text);
        int done = 0;
        while (name.find()) {
            masked.append(text, done, name.start());
            cuts.add(new Masked.Cut(name.start(), name.end(), masked.length()));
            masked.append(MASK);
            done = name.end();
        }
        masked.append(text.substring(done));
        return new Masked(masked.toString(), cuts);
    }

    /** A text without names, and where its places have gone. */
    public record Masked(String text, List<Cut> cuts) {

        /** A name from {@code from} to {@code to} of the text as it was, whose mask begins at {@code at}. */
        public record Cut(int from, int to, int at) {
        }

        /** Where the passage that began at {@code place} begins now: before the mask if it began inside a name. */
        int from(int place) {
            return moved(place, 0);
        }

        /** Where the passage that ended at {@code place} ends now: after the mask if it ended inside a name. */
        int to(int place) {
            return moved(place, MASK.length());
        }

        private int moved(int place, int inside) {
            int shift = 0;
            for (Cut cut : cuts) {
                if (place >= cut.to) {
                    shift = cut.at + MASK.length() - cut.to;
                } else if (place > cut.from) {
                    return cut.at + inside;
                }
            }
            return place + shift;
        }
    }
}
