package dev.rapport.feedback.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.feedback.learner.LearnersData;

@ApplicationScoped
class NudgesData implements LearnersData {

    @Inject
    Nudges nudges;

    @Override
    public String name() {
        return "nudges";
    }

    @Override
    public Object of(String tenant, String learner) {
        return nudges.everythingOf(tenant, learner);
    }

    @Override
    public void erase(String tenant, String learner) {
        nudges.erase(tenant, learner);
    }
}
