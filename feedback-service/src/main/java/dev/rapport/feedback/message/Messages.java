package dev.rapport.feedback.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.Schedule;
import dev.rapport.coaching.composition.Talk;
import dev.rapport.coaching.composition.Trend;
import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.coaching.history.History;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.CoachingGiven;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Keys;
import dev.rapport.events.Topics;
import dev.rapport.feedback.experiment.Experiments;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.outbox.Outbox;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.tenant.Tenant;
import io.micrometer.core.instrument.MeterRegistry;

/** Composes, keeps and finds messages. */
@ApplicationScoped
public class Messages {

    private static final String RESTS = "its rule rests, because learners often said that it is not right";

    @Inject
    MessageBook book;
    @Inject
    MessagesConfig config;
    @Inject
    Learners learners;
    @Inject
    Experiments experiments;
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
    @Inject
    Event<CoachingMessage> composed;

    /**
     * Composes the message of a conversation and tells that it was; does nothing if it has one already. Part of the
     * transaction that takes the judgement.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void compose(Talk seen) {
        Talk talk = seen.without(book.resting(seen.judged().tenant()), RESTS);
        ConversationJudged judged = talk.judged();
        if (of(judged.tenant(), judged.conversation()).isPresent()) {
            return;
        }
        oneAtATime(judged);
        // what the database keeps of a time, so that a cursor finds its place again
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        History behind = history(judged.tenant(), judged.learner());
        HeldOut heldOut = experiments.heldOut(judged.tenant(), judged.learner(),
                wordings(judged.tenant()).behaviours().keySet(), now);
        Coaching said = book.composer(judged.tenant()).compose(talk, config.paced() ? behind : behind.unpaced(), now,
                heldOut);
        MessageEntity row = new MessageEntity();
        row.id = idOf(judged);
        row.tenant = judged.tenant();
        row.learner = judged.learner();
        row.conversation = judged.conversation();
        row.kind = said.kind();
        row.strength = said.strength() == null ? null : said.strength().rule();
        row.growth = said.growth() == null ? null : said.growth().rule();
        row.second = said.second() == null ? null : said.second().rule();
        row.composedAt = now;
        row.past = said.past(now).map(this::write).orElse(null);
        CoachingMessage message = CoachingMessage.of(row.id, row.tenant, row.learner, row.conversation, row.composedAt,
                said);
        row.content = write(message);
        row.persist();
        // whoever brings it somewhere writes that down in this transaction
        composed.fire(message);
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
     * A message as its learner asks for it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where there is none, or it is somebody else's; 400 for what can be
     *         no id
     */
    @Transactional
    public CoachingMessage ofLearner(String tenant, String learner, String id) {
        return find(tenant, Tenant.id("message", id)).filter(found -> found.learner().equals(learner))
                .orElseThrow(() -> Problems.unknownMessage(id));
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

    /** Codes of the tenant's rules that coach nobody for now. */
    public Set<String> resting(String tenant) {
        return book.resting(tenant);
    }

    /** The rules a tenant released; empty where it uses those of the house. */
    public Optional<ReleasedRules> released(String tenant) {
        return book.rules(tenant);
    }

    /**
     * Talks of one learner may be judged on two partitions at once. Each message has to know of the one before it, or both
     * would be the second of the week; the lock ends with the transaction.
     */
    private void oneAtATime(ConversationJudged judged) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:learner, 0)) is null", Boolean.class)
                .setParameter("learner", judged.tenant() + "/" + judged.learner()).getSingleResult();
    }

    /** When a learner may hear of what again. */
    @Transactional
    public List<Schedule.Line> schedule(String tenant, String learner) {
        return Schedule.of(history(tenant, learner), wordings(tenant));
    }

    /** How a learner's own behaviours went, talk by talk. */
    @Transactional
    public List<Trend> trend(String tenant, String learner) {
        return Trend.of(history(tenant, learner), wordings(tenant));
    }

    private History history(String tenant, String learner) {
        Map<String, Integer> timesSaid = new HashMap<>();
        int messages = 0;
        for (Tuple row : database.createQuery("select m.strength, m.growth, m.second, count(m) from MessageEntity m"
                + " where m.tenant = :tenant and m.learner = :learner and m.past is not null"
                + " group by m.strength, m.growth, m.second", Tuple.class)
                .setParameter("tenant", tenant).setParameter("learner", learner).getResultList()) {
            int times = row.get(3, Long.class).intValue();
            messages += times;
            Stream.of(0, 1, 2).map(point -> row.get(point, String.class)).filter(Objects::nonNull)
                    .forEach(code -> timesSaid.merge(code, times, Integer::sum));
        }
        List<EarlierTalk> talks = MessageEntity.<MessageEntity>find(
                "tenant = ?1 and learner = ?2 and past is not null order by composedAt desc, id desc", tenant, learner)
                .page(0, History.TALKS).list().stream().map(row -> read(row, row.past, EarlierTalk.class)).toList();
        return new History(talks, messages, timesSaid, learners.choices(tenant, learner));
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

    private String write(Object said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message that is no JSON", impossible);
        }
    }

    private CoachingMessage read(MessageEntity row) {
        return read(row, row.content, CoachingMessage.class);
    }

    private <T> T read(MessageEntity row, String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("message " + row.id + " cannot be read", impossible);
        }
    }
}
