package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a condition says of a moment.
 *
 * @param why worked out only when somebody asks: most findings are never explained
 */
public record Finding(Truth truth, Supplier<Why> why) {

    static Finding of(boolean holds, Supplier<Why> why) {
        return new Finding(Truth.of(holds), why);
    }

    /** The turn that the condition is about was never spoken, which makes it false. */
    static Finding nobodySpoke(Ref ref) {
        return new Finding(Truth.NO, () -> new Why("there is no such turn as " + ref.words() + " yet", null,
                "a turn before this one", List.of()));
    }

    /** @param missing the information that is missing, as a sentence without a full stop */
    public static Finding cannotTell(String missing) {
        return new Finding(Truth.CANNOT_TELL, () -> new Why(missing, null, "a talk where this is known", List.of()));
    }
}
