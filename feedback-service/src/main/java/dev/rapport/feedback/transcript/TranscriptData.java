package dev.rapport.feedback.transcript;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.feedback.learner.LearnersData;

@ApplicationScoped
class TranscriptData implements LearnersData {

    @Inject
    Transcripts transcripts;

    @Override
    public String name() {
        return "words";
    }

    @Override
    public Object of(String tenant, String learner) {
        return transcripts.ownWords(tenant, learner);
    }

    @Override
    public void erase(String tenant, String learner) {
        transcripts.erase(tenant, learner);
    }
}
