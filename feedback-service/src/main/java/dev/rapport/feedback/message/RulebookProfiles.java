package dev.rapport.feedback.message;

import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.feedback.learner.Profiles;

@ApplicationScoped
class RulebookProfiles implements Profiles {

    @Inject
    MessageBook book;

    @Override
    public SortedSet<String> of(String tenant) {
        return new TreeSet<>(book.wordings(tenant).house().profiles().keySet());
    }
}
