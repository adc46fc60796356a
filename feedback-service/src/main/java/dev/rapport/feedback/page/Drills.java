package dev.rapport.feedback.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.practice.Attempt;
import dev.rapport.feedback.practice.Practice;

/** Makes what the page shows of a message's practice. */
@ApplicationScoped
class Drills {

    @Inject
    Practice practice;
    @Inject
    Language language;

    /** As it stands; null where the message has nothing to try. */
    DrillView of(CoachingMessage message) {
        return of(message, practice.of(message.tenant(), message.id()).stream().findFirst().orElse(null), null, null);
    }

    /**
     * @param shown the attempt whose verdict is shown; null for none
     * @param line what stands in the field instead of that attempt's; null for that
     */
    DrillView of(CoachingMessage message, Attempt shown, String line, String problem) {
        if (message.growth() == null) {
            return null;
        }
        Texts texts = language.texts();
        String comesBack = practice.comesBack(message.tenant(), message.id()).map(at -> Days.day(at, texts))
                .orElse(null);
        return DrillView.of(message.learner(), message.id(), message.growth(),
                practice.partnerBefore(message.growth()), shown, line != null || shown == null ? line : shown.line(),
                problem, comesBack, texts);
    }
}
