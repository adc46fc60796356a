package dev.rapport.feedback.transcript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.coaching.composition.PartnerNames;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.Keys;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.feedback.transcript.Transcript.Line;

/**
 * Keeps the words of talks and forgets them. In plain SQL: turns come by the hundred, and each may be sent again, corrected
 * or concealed before it is there.
 */
@ApplicationScoped
@Transactional
public class Transcripts implements KeepsWords {

    /** What was opened before its learner was erased is not opened again by a record that is still under way. */
    private static final String OPEN = """
            insert into transcript (tenant, conversation, learner, partner_names, closed, opened_at)
            select ?::text, ?::text, ?::text, ?::text, false, ?::timestamptz
            where not exists (select from transcript_erasure e where e.learner_hash = ? and e.erased_at >= ?::timestamptz)
            on conflict (tenant, conversation) do update
            set learner = excluded.learner, partner_names = excluded.partner_names""";
    /**
     * A talk that nobody opened, or whose learner was erased, has no words here. The lock lets nobody close or erase the talk
     * while its words are on their way.
     */
    private static final String SAY = """
            insert into transcript_line (tenant, conversation, turn, learner_spoke, text, start_millis, received_at)
            select t.tenant, t.conversation, ?::int, ?::boolean, case when t.closed then null else ?::text end,
                ?::bigint, ?::timestamptz
            from transcript t where t.tenant = ? and t.conversation = ? for share of t
            on conflict (tenant, conversation, turn) do update
            set learner_spoke = excluded.learner_spoke, start_millis = excluded.start_millis,
                text = case when transcript_line.text is null then null else excluded.text end""";
    private static final String CONCEAL = """
            insert into transcript_line (tenant, conversation, turn, learner_spoke, text, start_millis, received_at)
            values (?, ?, ?, false, null, null, ?)
            on conflict (tenant, conversation, turn) do update set text = null""";
    private static final String CLOSE = """
            insert into transcript (tenant, conversation, learner, partner_names, closed, opened_at)
            values (?, ?, ?, '[]', true, ?)
            on conflict (tenant, conversation) do update set closed = true""";

    @Inject
    DataSource database;
    @Inject
    Secrets secrets;
    @Inject
    ObjectMapper json;
    @Inject
    Clock clock;

    /**
     * Something that was accepted.
     *
     * @param at when
     */
    record Accepted(Event event, Instant at) {
    }

    /** Keeps the turns of talks, in their order; whatever else there is means nothing here. */
    void take(Collection<Accepted> accepted) {
        run(connection -> {
            // a talk is opened before its first turn, so that turns may go together
            try (PreparedStatement open = connection.prepareStatement(OPEN);
                    PreparedStatement say = connection.prepareStatement(SAY)) {
                for (Accepted each : accepted) {
                    Timestamp at = Timestamp.from(each.at());
                    if (each.event() instanceof ConversationOpened opened) {
                        say.executeBatch();
                        set(open, opened.tenant(), opened.conversation(), opened.learner(), names(opened), at,
                                hash(opened.tenant(), opened.learner()), at);
                        open.executeUpdate();
                        applySecrets(opened);
                    } else if (each.event() instanceof TurnSpoken turn) {
                        set(say, turn.turn(), turn.role() == Role.LEARNER, turn.text(), turn.startMillis(), at,
                                turn.tenant(), turn.conversation());
                        say.addBatch();
                    }
                }
                say.executeBatch();
            }
            return null;
        });
    }

    /** What was seen before the talk was read here: the two topics are read at their own pace, or one of them anew. */
    private void applySecrets(ConversationOpened opened) {
        Secrets.Of known = secrets.of(opened.tenant(), opened.conversation());
        if (known.danger()) {
            close(opened.tenant(), opened.conversation(), opened.learner());
        } else if (!known.turns().isEmpty()) {
            conceal(opened.tenant(), opened.conversation(), known.turns());
        }
    }

    private String names(ConversationOpened opened) {
        try {
            return json.writeValueAsString(opened.participants().stream().filter(p -> p.role() != Role.LEARNER)
                    .map(Participant::name).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("names that are no JSON", impossible);
        }
    }

    /** Forgets what was said in some turns for good, also where it is sent only later. */
    public void conceal(String tenant, String conversation, Collection<Integer> turns) {
        run(connection -> {
            try (PreparedStatement conceal = connection.prepareStatement(CONCEAL)) {
                for (Integer turn : turns) {
                    set(conceal, tenant, conversation, turn, Timestamp.from(clock.instant()));
                    conceal.addBatch();
                }
                conceal.executeBatch();
            }
            return null;
        });
    }

    /** Forgets all of a talk for good, also what is sent only later. */
    public void close(String tenant, String conversation, String learner) {
        update(CLOSE, tenant, conversation, learner, Timestamp.from(clock.instant()));
        update("delete from transcript_line where tenant = ? and conversation = ?", tenant, conversation);
    }

    /** @return empty where nothing is kept of the talk */
    public Optional<Transcript> of(String tenant, String conversation) {
        List<Line> lines = new ArrayList<>();
        run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("""
                    select l.turn, l.learner_spoke, l.text, l.start_millis, t.partner_names
                    from transcript t join transcript_line l using (tenant, conversation)
                    where tenant = ? and conversation = ? and not t.closed order by l.turn""")) {
                set(query, tenant, conversation);
                try (ResultSet rows = query.executeQuery()) {
                    PartnerNames names = null;
                    while (rows.next()) {
                        if (names == null) {
                            names = PartnerNames.of(names(rows.getString(5)));
                        }
                        String text = rows.getString(3);
                        lines.add(new Line(rows.getInt(1), rows.getBoolean(2),
                                text == null ? null : names.mask(text).text(), rows.getObject(4, Long.class)));
                    }
                }
            }
            return null;
        });
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Transcript(lines));
    }

    private List<String> names(String kept) {
        try {
            return json.readValue(kept, new TypeReference<List<String>>() {
            });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("names that cannot be read", impossible);
        }
    }

    /** The learner's own words of all talks; those of their partners are not theirs to take away. */
    List<OwnLine> ownWords(String tenant, String learner) {
        return run(connection -> {
            List<OwnLine> words = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("""
                    select conversation, l.turn, l.text, t.partner_names
                    from transcript t join transcript_line l using (tenant, conversation)
                    where tenant = ? and t.learner = ? and l.learner_spoke and l.text is not null and not t.closed
                    order by t.opened_at, conversation, l.turn""")) {
                set(query, tenant, learner);
                try (ResultSet rows = query.executeQuery()) {
                    Map<String, PartnerNames> names = new HashMap<>();
                    while (rows.next()) {
                        String kept = rows.getString(4);
                        words.add(new OwnLine(rows.getString(1), rows.getInt(2), names
                                .computeIfAbsent(kept, some -> PartnerNames.of(names(some))).mask(rows.getString(3))
                                .text()));
                    }
                }
            }
            return words;
        });
    }

    /** What a learner said in a turn. */
    record OwnLine(String conversation, int turn, String text) {
    }

    /** Waits for words that are just being written, and lets none come after it. */
    void erase(String tenant, String learner) {
        update("""
                insert into transcript_erasure (learner_hash, erased_at) values (?, ?)
                on conflict (learner_hash) do update set erased_at = excluded.erased_at""", hash(tenant, learner),
                Timestamp.from(clock.instant()));
        run(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(
                    "select conversation from transcript where tenant = ? and learner = ? order by conversation for update");
                    PreparedStatement remember = connection.prepareStatement("""
                            insert into erased_talk (talk_hash, erased_at) values (?, ?)
                            on conflict (talk_hash) do update set erased_at = excluded.erased_at""")) {
                set(lock, tenant, learner);
                try (ResultSet talks = lock.executeQuery()) {
                    while (talks.next()) {
                        set(remember, talkHash(tenant, talks.getString(1)), Timestamp.from(clock.instant()));
                        remember.addBatch();
                    }
                }
                return remember.executeBatch();
            }
        });
        update("""
                delete from transcript_line l using transcript t
                where t.tenant = l.tenant and t.conversation = l.conversation and t.tenant = ? and t.learner = ?""",
                tenant, learner);
        update("delete from transcript where tenant = ? and learner = ?", tenant, learner);
    }

    /**
     * Whether what is told of a talk was under way when its learner was erased, or the talk itself was.
     *
     * @param sent when it was told
     */
    public boolean isErased(String tenant, String conversation, String learner, Instant sent) {
        return run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    """
                            select exists (select from transcript_erasure where learner_hash = ? and erased_at >= ?::timestamptz)
                                or exists (select from erased_talk where talk_hash = ?)""")) {
                set(query, hash(tenant, learner), Timestamp.from(sent), talkHash(tenant, conversation));
                try (ResultSet erased = query.executeQuery()) {
                    return erased.next() && erased.getBoolean(1);
                }
            }
        });
    }

    /** Remembers an erasure without remembering whose. */
    private static String hash(String tenant, String learner) {
        return digest(Keys.learner(tenant, learner));
    }

    private static String talkHash(String tenant, String conversation) {
        return digest(Keys.conversation(tenant, conversation));
    }

    private static String digest(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void forgetBefore(Instant then) {
        update("""
                delete from transcript_line l using transcript t
                where t.tenant = l.tenant and t.conversation = l.conversation and t.opened_at < ?""",
                Timestamp.from(then));
        update("delete from transcript where opened_at < ?", Timestamp.from(then));
        update("delete from transcript_erasure where erased_at < ?", Timestamp.from(then));
        update("delete from erased_talk where erased_at < ?", Timestamp.from(then));
        // concealed before anything else of the talk was there, and nothing came
        update("""
                delete from transcript_line l where received_at < ? and not exists (select 1 from transcript t
                where t.tenant = l.tenant and t.conversation = l.conversation)""", Timestamp.from(then));
    }

    private void update(String sql, Object... values) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                set(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            // with the text of a turn in its message it must go no further
            throw new IllegalStateException("the database refused: SQL state " + failed.getSQLState());
        }
    }
}
