package dev.rapport.coaching.composition;

import java.util.List;

/** Small numbers in words, larger ones in digits. */
final class Numerals {

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of("", "next", "second", "third", "fourth", "fifth", "sixth",
            "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth");

    private Numerals() {
    }

    static String number(int n) {
        return n >= 0 && n < NUMBERS.size() ? NUMBERS.get(n) : Integer.toString(n);
    }

    /** @param n 1 for the next one, up to twenty */
    static String ordinal(int n) {
        return n > 0 && n < ORDINALS.size() ? ORDINALS.get(n) : n + "th";
    }

    static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : number(n) + " times";
    }
}
