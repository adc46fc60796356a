package dev.rapport.feedback.observation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.feedback.learner.LearnersData;

/** What was seen in talks, which knows its learner only from its text. */
@ApplicationScoped
class ObservationsData implements LearnersData {

    private static final String OF_LEARNER = " from observation where tenant = :tenant and position(:learner in event) > 0";

    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;

    @Override
    public String name() {
        return "observations";
    }

    @Override
    public Object of(String tenant, String learner) {
        List<?> events = database.createNativeQuery("select event" + OF_LEARNER + " order by id", String.class)
                .setParameter("tenant", tenant).setParameter("learner", field(learner)).getResultList();
        // their own words are in the export as those of their talks; those of their partners are not theirs to take away
        return events.stream().map(event -> json.valueToTree(Wordless.of(ObservationInbox.read((String) event))))
                .toList();
    }

    @Override
    public void erase(String tenant, String learner) {
        database.createNativeQuery("delete" + OF_LEARNER).setParameter("tenant", tenant)
                .setParameter("learner", field(learner)).executeUpdate();
    }

    /** As it stands in the event: an id has no character that JSON writes otherwise, and a quote in a text is escaped. */
    private static String field(String learner) {
        return "\"learner\":\"" + learner + "\"";
    }
}
