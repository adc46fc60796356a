package dev.rapport.rules.vocabulary;

import java.util.List;

final class StageIs extends Predicate {

    StageIs() {
        super("stage", Weight.SETTING,
                "How far the two have come with each other, as told when the conversation was opened. Cannot be told otherwise.",
                Form.of("the stage is {}", Slots.NAMES));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        List<String> names = arguments.get(Slots.NAMES);
        String stage = view.moment().setting().stage();
        if (stage == null) {
            return Finding.cannotTell("the stage of the conversation was not told");
        }
        boolean is = names.contains(English.plain(stage));
        return Finding.of(is, () -> new Why("the stage is " + English.quoted(stage),
                is ? null : English.quotedOr(names), "another stage", List.of()));
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return named("stage", arguments.get(Slots.NAMES));
    }
}
