package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;

final class SpeakerIs extends Predicate {

    SpeakerIs() {
        super("speaker", Weight.SETTING, "Who speaks the current turn. Every rule about the learner starts with it.",
                Form.of("the speaker is {}", Slots.SIDE));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Role wanted = arguments.get(Slots.SIDE);
        Role speaker = view.current().turn().role();
        return Finding.of(speaker == wanted, () -> new Why("the speaker is " + words(speaker), null,
                "the other side speaking", List.of(Passage.whole(view.current()))));
    }

    private static String words(Role role) {
        return English.side(role);
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.speaker(), arguments.get(Slots.SIDE) == Role.LEARNER);
    }
}
