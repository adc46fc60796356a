package dev.rapport.coaching.wording;

import java.util.Map;
import java.util.Optional;

/**
 * Everything messages may say.
 *
 * @param behaviours by code
 */
public record Wordings(HouseWording house, Map<String, BehaviourWording> behaviours) {

    public Wordings {
        behaviours = Map.copyOf(behaviours);
    }

    /** @return empty for a behaviour that nobody has written a message for: it is not commented on */
    public Optional<BehaviourWording> of(String code) {
        return Optional.ofNullable(behaviours.get(code));
    }

    /** The name people read for a behaviour; its code where there is no message for it. */
    public String nameOf(String code) {
        return of(code).map(BehaviourWording::name).orElse(code);
    }
}
