package dev.rapport.rules.vocabulary;

import java.util.List;

final class ConversationKindIs extends Predicate {

    ConversationKindIs() {
        super("conversation kind", Weight.SETTING,
                "What kind of conversation it is, as told when it was opened. Capitals and hyphens do not matter.",
                Form.of("the conversation kind is {}", Slots.NAMES));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        List<String> names = arguments.get(Slots.NAMES);
        String kind = view.moment().setting().kind();
        boolean is = names.contains(English.plain(kind));
        return Finding.of(is, () -> new Why("the conversation kind is " + English.quoted(kind),
                is ? null : English.quotedOr(names), "another kind of conversation", List.of()));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return named("conversation kind", arguments.get(Slots.NAMES));
    }
}
