package dev.rapport.rules.rulebook;

import java.util.List;

/** Keys of groups: the order in which alternatives are written means nothing. */
final class Keys {

    private Keys() {
    }

    static String of(List<Condition.Is> parts) {
        return parts.stream().map(Condition.Is::key).sorted().distinct().toList().toString();
    }
}
