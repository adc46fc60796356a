package dev.rapport.feedback.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.History;
import dev.rapport.coaching.composition.Talk;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.CoachingGiven;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Keys;
import dev.rapport.events.Topics;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;

/** Composes, keeps and finds messages. */
@ApplicationScoped
public class Messages {

    @Inject
    MessageBook book;
    @Inject
    Learners learners;
    @Inject
    Outbox outbox;
    @Inject
    Clock clock;
    @Inject
    ObjectMapper json;
    @Inject
    EntityManager database;
    @Inject
    MeterRegistry metrics;

    /**
     * Composes the message of a conversation and tells that it was; does nothing if it has one already. Part of the
     * transaction that takes the judgement.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void compose(Talk talk) {
        ConversationJudged judged = talk.judged();
        if (of(judged.tenant(), judged.conversation()).isPresent()) {
            return;
        }
        Coaching said = book.composer(judged.tenant()).compose(talk, history(judged.tenant(), judged.learner()));
        MessageEntity row = new MessageEntity();
        row.id = idOf(judged);
        row.tenant = judged.tenant();
        row.learner = judged.learner();
        row.conversation = judged.conversation();
        row.kind = said.kind();
        row.strength = said.strength() == null ? null : said.strength().rule();
        row.growth = said.growth() == null ? null : said.growth().rule();
        // what the database keeps of a time, so that a cursor finds its place again
        row.composedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.content = write(
                CoachingMessage.of(row.id, row.tenant, row.learner, row.conversation, row.composedAt, said));
        row.persist();
        outbox.tell(Topics.COACHING, new CoachingGiven(row.tenant, row.learner, row.conversation, row.id, row.strength,
                row.growth, row.composedAt), row.composedAt);
        metrics.counter("rapport.messages.composed", "tenant", row.tenant, "kind", row.kind.name()).increment();
    }

    /** The message of a conversation. */
    @Transactional
    public Optional<CoachingMessage> of(String tenant, String conversation) {
        return MessageEntity.<MessageEntity>find("tenant = ?1 and conversation = ?2", tenant, conversation)
                .firstResultOptional().map(this::read);
    }

    @Transactional
    public Optional<CoachingMessage> find(String tenant, String id) {
        return MessageEntity.<MessageEntity>find("tenant = ?1 and id = ?2", tenant, id).firstResultOptional()
                .map(this::read);
    }

    /**
     * A learner's messages, newest first.
     *
     * @param after cursor of an earlier page; null for the first
     * @return empty if {@code after} is no cursor of ours
     */
    @Transactional
    public Optional<MessagePage> of(String tenant, String learner, int limit, String after) {
        List<MessageEntity> rows;
        if (after == null) {
            rows = MessageEntity.<MessageEntity>find(
                    "tenant = ?1 and learner = ?2 order by composedAt desc, id desc", tenant, learner)
                    .page(0, limit + 1).list();
        } else {
            Optional<Cursor> cursor = Cursor.of(after);
            if (cursor.isEmpty()) {
                return Optional.empty();
            }
            Instant at = cursor.get().composedAt();
            rows = MessageEntity.<MessageEntity>find("tenant = ?1 and learner = ?2 and (composedAt < ?3"
                    + " or (composedAt = ?3 and id < ?4)) order by composedAt desc, id desc", tenant, learner, at,
                    cursor.get().id()).page(0, limit + 1).list();
        }
        boolean more = rows.size() > limit;
        List<MessageEntity> shown = more ? rows.subList(0, limit) : rows;
        String next = more
                ? new Cursor(shown.get(limit - 1).composedAt, shown.get(limit - 1).id).opaque()
                : null;
        return Optional.of(new MessagePage(shown.stream().map(this::read).toList(), next));
    }

    /** The wordings in force for a tenant, for names of behaviours. */
    public Wordings wordings(String tenant) {
        return book.wordings(tenant);
    }

    private History history(String tenant, String learner) {
        Map<String, Integer> timesSaid = new HashMap<>();
        int messages = 0;
        for (Tuple row : database.createQuery("select m.strength, m.growth, count(m) from MessageEntity m"
                + " where m.tenant = :tenant and m.learner = :learner group by m.strength, m.growth", Tuple.class)
                .setParameter("tenant", tenant).setParameter("learner", learner).getResultList()) {
            int times = row.get(2, Long.class).intValue();
            messages += times;
            Stream.of(row.get(0, String.class), row.get(1, String.class)).filter(Objects::nonNull)
                    .forEach(code -> timesSaid.merge(code, times, Integer::sum));
        }
        List<String> recent = new ArrayList<>();
        MessageEntity.<MessageEntity>find("tenant = ?1 and learner = ?2 order by composedAt desc, id desc", tenant,
                learner).page(0, History.RECENT_MESSAGES).list()
                .forEach(m -> Stream.of(m.strength, m.growth).filter(Objects::nonNull).forEach(recent::add));
        return new History(messages, timesSaid, recent, learners.stopped(tenant, learner),
                learners.goal(tenant, learner).orElse(null));
    }

    /** The same conversation has the same message, however often it is composed. */
    private static String idOf(ConversationJudged judged) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(
                    Keys.conversation(judged.tenant(), judged.conversation()).getBytes(StandardCharsets.UTF_8));
            return "m-" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(CoachingMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message that is no JSON", impossible);
        }
    }

    private CoachingMessage read(MessageEntity row) {
        try {
            return json.readValue(row.content, CoachingMessage.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("message " + row.id + " cannot be read", impossible);
        }
    }
}
