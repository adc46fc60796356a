package dev.rapport.feedback.message;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.feedback.learner.LearnersData;

@ApplicationScoped
class MessagesData implements LearnersData {

    @Inject
    ObjectMapper json;

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Object of(String tenant, String learner) {
        return MessageEntity
                .<MessageEntity>find("tenant = ?1 and learner = ?2 order by composedAt, id", tenant, learner)
                .stream().map(row -> row.past == null
                        ? Map.of("message", read(row.content))
                        : Map.of("message", read(row.content), "history", read(row.past)))
                .toList();
    }

    @Override
    public void erase(String tenant, String learner) {
        // reactions and practice go with them
        MessageEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }

    private Object read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message that is no JSON", impossible);
        }
    }
}
