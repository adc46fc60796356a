package dev.rapport.coaching.wording;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with slots. */
public final class Template {

    static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

    private final String text;
    private final Set<Slot> slots = EnumSet.noneOf(Slot.class);

    /**
     * @throws IllegalArgumentException for a slot nobody knows; message files are checked before
     */
    public Template(String text) {
        this.text = text;
        Matcher found = SLOT.matcher(text);
        while (found.find()) {
            slots.add(Slot.of(found.group(1))
                    .orElseThrow(() -> new IllegalArgumentException("no slot " + found.group())));
        }
    }

    /** The slots that it has. */
    public Set<Slot> slots() {
        return Set.copyOf(slots);
    }

    /** Whether it is built from what the partner said. */
    public boolean usesPartnersWords() {
        return slots.stream().anyMatch(Slot::isPartnersWords);
    }

    /**
     * The sentence with its slots filled, beginning every sentence that a slot begins with a capital.
     *
     * @throws IllegalArgumentException if a slot has no value
     */
    public String fill(Map<Slot, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher found = SLOT.matcher(text);
        int done = 0;
        while (found.find()) {
            filled.append(text, done, found.start());
            Slot slot = Slot.of(found.group(1)).orElseThrow();
            String value = values.get(slot);
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("nothing for {" + slot.word() + "}");
            }
            filled.append(beginsSentence(filled) ? capitalised(value) : value);
            done = found.end();
        }
        return filled.append(text.substring(done)).toString();
    }

    private static boolean beginsSentence(StringBuilder before) {
        String told = before.toString().stripTrailing();
        return told.isEmpty() || told.endsWith(".") || told.endsWith("?");
    }

    private static String capitalised(String value) {
        int first = value.codePointAt(0);
        return new StringBuilder().appendCodePoint(Character.toUpperCase(first))
                .append(value.substring(Character.charCount(first))).toString();
    }

    /** As it is written in its file. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
