package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant to write. */
public final class Nearest {

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final LevenshteinDistance EDITS = new LevenshteinDistance(12);
    private static final double ALIKE = 0.8;
    private static final double NEARLY_THE_SAME = 0.9;
    private static final int LONGEST = 60;

    /** How many names a message lists before it says how many more there are. */
    private static final int LISTED = 10;

    private Nearest() {
    }

    /** The one of {@code names} most like what was written, if any is like it at all. */
    public static Optional<String> to(String written, Collection<String> names) {
        return names.stream().filter(name -> likeness(written, name) >= ALIKE)
                .max(Comparator.comparingDouble((String name) -> likeness(written, name))
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** 0 to 1; 0 where more than two letters in five differ, unless they are the same ones in nearly the same order. */
    static double likeness(String written, String name) {
        if (written.isEmpty() || written.length() > LONGEST || name.length() > LONGEST) {
            return 0;
        }
        String a = written.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        double likeness = LIKENESS.apply(a, b);
        int edits = EDITS.apply(a, b);
        boolean far = edits < 0 || edits * 5 > Math.max(a.length(), b.length()) * 2;
        return far && likeness < NEARLY_THE_SAME ? 0 : likeness;
    }

    /** "one of "a", "b" and 3 more"; null for no names. At most ten, those most like what was written. */
    public static String expected(String written, Collection<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        if (names.size() == 1) {
            return English.quoted(names.iterator().next());
        }
        List<String> listed = new ArrayList<>(names);
        listed.sort(Comparator.comparingDouble((String name) -> -likeness(written, name))
                .thenComparing(Comparator.naturalOrder()));
        int left = Math.max(0, listed.size() - LISTED);
        List<String> shown = new ArrayList<>(listed.subList(0, listed.size() - left));
        shown.sort(Comparator.naturalOrder());
        String all = String.join(", ", shown.stream().map(English::quoted).toList());
        return "one of " + all + (left == 0 ? "" : " and " + left + " more");
    }
}
