package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The wording of a condition: fixed words and slots. The same form reads a sentence and writes it.
 */
final class Form {

    sealed interface Part {
    }

    /** @param readings the first is the one written */
    record Fixed(String[] readings, boolean optional) implements Part {
    }

    record Gap(Slot<?> slot) implements Part {
    }

    /** What may follow a slot, so that an unknown name ends where the sentence goes on. */
    record Next(String[] readings) {

        boolean couldBe(Word word) {
            for (String reading : readings) {
                if (word.is(reading)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final List<Slot<?>> slots;

    private Form(List<Slot<?>> slots) {
        this.slots = List.copyOf(slots);
    }

    /**
     * @param wording words apart by blanks: {@code {}} is the next slot, {@code x|y} reads both and writes x, or y after the
     *        number 1, {@code [x]} reads x where it stands and never writes it, articles are written and never needed
     */
    static Form of(String wording, Slot<?>... slots) {
        Form form = new Form(List.of(slots));
        int slot = 0;
        for (String part : wording.split(" ")) {
            if (part.equals("{}")) {
                form.parts.add(new Gap(slots[slot++]));
            } else if (part.startsWith("[")) {
                form.parts.add(new Fixed(part.substring(1, part.length() - 1).split("\\|"), true));
            } else {
                form.parts.add(new Fixed(part.split("\\|"), false));
            }
        }
        if (slot != slots.length) {
            throw new IllegalArgumentException("as many {} as slots are needed: " + wording);
        }
        return form;
    }

    List<Slot<?>> slots() {
        return slots;
    }

    List<Part> parts() {
        return parts;
    }

    /** Null after a miss, which the cursor then holds. */
    Arguments read(Cursor cursor) {
        Map<String, Object> values = new HashMap<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (part instanceof Gap gap) {
                int faults = cursor.faults().size();
                Object value = gap.slot().read(cursor, next(p));
                if (value == null && cursor.faults().size() == faults) {
                    return null;
                }
                if (value != null) {
                    values.put(gap.slot().name(), value);
                }
            } else if (part instanceof Fixed fixed && !take(cursor, fixed)) {
                return null;
            }
        }
        if (!cursor.atEnd()) {
            cursor.missed(cursor.at(), null, List.of("and", "unless", "then"));
            return null;
        }
        return new Arguments(values);
    }

    private static boolean take(Cursor cursor, Fixed fixed) {
        if (Cursor.isArticle(fixed.readings()[0])) {
            return true;
        }
        cursor.skipArticles();
        for (String reading : fixed.readings()) {
            if (!cursor.atEnd() && cursor.word().is(reading)) {
                cursor.goTo(cursor.at() + 1);
                return true;
            }
        }
        if (!fixed.optional()) {
            cursor.missed(cursor.at(), null, List.of(fixed.readings()[0]));
        }
        return fixed.optional();
    }

    private Next next(int part) {
        return part + 1 < parts.size() && parts.get(part + 1) instanceof Fixed fixed
                ? new Next(fixed.readings())
                : new Next(new String[0]);
    }

    String write(Arguments arguments) {
        List<String> words = new ArrayList<>();
        boolean one = false;
        for (Part part : parts) {
            if (part instanceof Gap gap) {
                String written = written(gap.slot(), arguments);
                one = gap.slot() instanceof Slot.Number && written.equals("1");
                if (!written.isEmpty()) {
                    words.add(written);
                }
            } else if (part instanceof Fixed fixed && !fixed.optional()) {
                words.add(fixed.readings()[one ? fixed.readings().length - 1 : 0]);
            }
        }
        StringBuilder sentence = new StringBuilder();
        for (String word : words) {
            sentence.append(sentence.isEmpty() || word.startsWith(",") ? "" : " ").append(word);
        }
        return articles(sentence.toString());
    }

    private static <T> String written(Slot<T> slot, Arguments arguments) {
        return slot.write(arguments.get(slot));
    }

    /** "a open question" becomes "an open question", outside quotation marks. */
    private static String articles(String sentence) {
        String[] words = sentence.split(" ");
        boolean quoted = false;
        for (int i = 0; i < words.length; i++) {
            if (!quoted && words[i].equals("a") && i + 1 < words.length) {
                words[i] = English.article(words[i + 1]);
            }
            if (words[i].chars().filter(c -> c == '"').count() % 2 == 1) {
                quoted = !quoted;
            }
        }
        return String.join(" ", words);
    }
}
