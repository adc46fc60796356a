package dev.rapport.coaching.wording;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** The word somebody probably meant. */
final class Nearest {

    private Nearest() {
    }

    /** @return null if no word of {@code known} is near */
    static String to(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT).replace('_', '-');
        int far = Math.max(2, word.length() / 3);
        return Stream.concat(known.stream().filter(k -> !word.isEmpty() && k.startsWith(word)),
                known.stream().filter(k -> steps(word, k) <= far))
                .min(Comparator.<String>comparingInt(k -> steps(word, k)).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** Insertions, deletions and replacements from one to the other. */
    private static int steps(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
