package dev.rapport.rules.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.rapport.rules.conversation.Conversation;

/** The conversations a task has in memory, those longest not heard of leaving first. */
final class OpenConversations {

    private final int mostTurns;
    private final Map<String, Conversation> byKey = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * @param mostTurns of all of them together; the one in use stays, however long
     */
    OpenConversations(int mostTurns) {
        this.mostTurns = mostTurns;
    }

    Conversation get(String key) {
        return byKey.get(key);
    }

    void keep(Conversation conversation) {
        byKey.put(conversation.key(), conversation);
    }

    void drop(String key) {
        byKey.remove(key);
    }

    void dropAll() {
        byKey.clear();
    }

    /** Walks over all of them, so call it now and then and not with each turn. */
    void makeRoom() {
        long turns = byKey.values().stream().mapToLong(Conversation::size).sum();
        Iterator<Conversation> oldest = byKey.values().iterator();
        while (turns > mostTurns && byKey.size() > 1 && oldest.hasNext()) {
            turns -= oldest.next().size();
            oldest.remove();
        }
    }
}
