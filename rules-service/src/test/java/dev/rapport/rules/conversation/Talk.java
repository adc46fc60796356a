package dev.rapport.rules.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;

/** A conversation as it is sent: {@code Talk.called("t").partner("...").learner("...")}. */
public final class Talk {

    public static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final String tenant;
    private final String id;
    private String language;
    private final List<TurnSpoken> turns = new ArrayList<>();

    private Talk(String tenant, String id) {
        this.tenant = tenant;
        this.id = id;
    }

    public static Talk called(String id) {
        return new Talk("local", id);
    }

    public static Talk called(String tenant, String id) {
        return new Talk(tenant, id);
    }

    public Talk in(String declared) {
        language = declared;
        return this;
    }

    public Talk learner(String text) {
        return says(Role.LEARNER, text, null);
    }

    public Talk partner(String text) {
        return says(Role.PARTNER, text, null);
    }

    public Talk learnerAt(long millis, String text) {
        return says(Role.LEARNER, text, millis);
    }

    public Talk says(Role role, String text, Long millis) {
        turns.add(new TurnSpoken(tenant, id, turns.size() + 1, role == Role.LEARNER ? "Lena" : "Paul", role, text,
                millis, millis == null ? null : millis + 500, null));
        return this;
    }

    /** One of several people. */
    public Talk says(Role role, String speaker, String text, long startMillis, long endMillis) {
        turns.add(new TurnSpoken(tenant, id, turns.size() + 1, speaker, role, text, startMillis, endMillis, null));
        return this;
    }

    public Talk heardWith(double confidence) {
        TurnSpoken last = turns.remove(turns.size() - 1);
        turns.add(new TurnSpoken(last.tenant(), last.conversation(), last.turn(), last.speaker(), last.role(),
                last.text(), last.startMillis(), last.endMillis(), confidence));
        return this;
    }

    public ConversationOpened opened() {
        return opened("sales-discovery");
    }

    public ConversationOpened opened(String kind) {
        return new ConversationOpened(tenant, id, "lena",
                List.of(new Participant("Lena", Role.LEARNER), new Participant("Paul", Role.PARTNER)), kind,
                "first-contact", language, new Consent(true, Consent.COACHING, null), START);
    }

    public List<TurnSpoken> turns() {
        return List.copyOf(turns);
    }

    /** By its number. */
    public TurnSpoken turn(int number) {
        return turns.get(number - 1);
    }

    public ConversationClosed closed() {
        return closed(turns.size());
    }

    public ConversationClosed closed(Integer told) {
        return new ConversationClosed(tenant, id, told, START.plusSeconds(600));
    }
}
