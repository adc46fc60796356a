package dev.rapport.rules.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.EventJson.UnreadableEvent;
import dev.rapport.events.Keys;
import dev.rapport.events.LearnerErased;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.learned.ListeningReader;
import dev.rapport.rules.signals.LanguageGuess;
import dev.rapport.rules.signals.TextSignals;

/**
 * Past conversations in the database. Whatever is taken twice changes nothing the second time; words are never logged.
 */
@ApplicationScoped
public class Archive {

    /** So many talks are read by one query: few enough to hold in memory, enough that queries cost little. */
    static final int TALKS_A_BATCH = 20;
    private static final int KEYS_A_PAGE = 1_000;
    private static final int PRUNED_AT_ONCE = 500;

    private final DataSource database;
    private final ArchiveSettings settings;
    private volatile ListeningReader reader;

    Archive(DataSource database, ArchiveSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * An event and when its record was written.
     *
     * @param event of the turns topic, the erasures or the reactions
     */
    public record Heard(Event event, Instant at) {
    }

    /** Takes what was heard, in the order it was said, all or nothing. */
    @Transactional
    public void take(List<Heard> all) {
        try (Connection connection = database.getConnection()) {
            for (Heard heard : all) {
                if (heard.event() instanceof ConversationOpened opened) {
                    open(connection, opened, heard.at());
                } else if (heard.event() instanceof TurnSpoken spoken) {
                    add(connection, spoken, heard.at());
                } else if (heard.event() instanceof ConversationClosed closed) {
                    close(connection, closed, heard.at());
                } else if (heard.event() instanceof LearnerErased erased) {
                    erase(connection, erased);
                } else if (heard.event() instanceof ReactionGiven reaction) {
                    react(connection, reaction);
                }
            }
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }

    /** The database did not do what was asked. */
    public static final class ArchiveAway extends RuntimeException {
        ArchiveAway(SQLException cause) {
            // the database's own message may quote a value
            super("the archive failed with SQL state " + cause.getSQLState());
        }
    }

    private static void open(Connection connection, ConversationOpened opened, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into past_talk (tenant, conversation, learner, kind, opened, began_at, announced_at, heard_at,
                closed)
                select ?, ?, ?, ?, ?, ?, ?, ?, false
                where not exists (select from erased_learner where tenant = ? and learner_hash = ? and erased_at >= ?)
                on conflict (tenant, conversation) do update set learner = excluded.learner, kind = excluded.kind,
                opened = excluded.opened, began_at = excluded.began_at,
                heard_at = greatest(past_talk.heard_at, excluded.heard_at)""")) {
            insert.setString(1, opened.tenant());
            insert.setString(2, opened.conversation());
            insert.setString(3, opened.learner());
            insert.setString(4, opened.kind().replace('\0', ' '));
            insert.setString(5, new String(EventJson.write(opened), StandardCharsets.UTF_8));
            insert.setTimestamp(6, Timestamp.from(Objects.requireNonNullElse(opened.startedAt(), at)));
            insert.setTimestamp(7, Timestamp.from(at));
            insert.setTimestamp(8, Timestamp.from(at));
            insert.setString(9, opened.tenant());
            insert.setString(10, hash(opened.tenant(), opened.learner()));
            insert.setTimestamp(11, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    /** A turn of a talk that was never opened, or is erased, is not kept. */
    private void add(Connection connection, TurnSpoken spoken, Instant at) throws SQLException {
        if (!heardOf(connection, spoken.tenant(), spoken.conversation(), at)) {
            return;
        }
        Turn turn = new Turn(spoken.turn(), spoken.role(), spoken.speaker(), spoken.text(), spoken.startMillis(),
                spoken.endMillis(), spoken.confidence());
        add(connection, spoken.tenant(), spoken.conversation(), List.of(new PastTurn(turn, read(spoken.text()))));
    }

    private static void add(Connection connection, String tenant, String conversation, List<PastTurn> turns)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into past_turn (tenant, conversation, number, said) values (?, ?, ?, ?) on conflict do nothing")) {
            for (PastTurn turn : turns) {
                insert.setString(1, tenant);
                insert.setString(2, conversation);
                insert.setInt(3, turn.turn().number());
                insert.setBytes(4, TurnBytes.write(turn));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static boolean heardOf(Connection connection, String tenant, String conversation, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update past_talk set heard_at = greatest(heard_at, ?) where tenant = ? and conversation = ?")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setString(2, tenant);
            update.setString(3, conversation);
            return update.executeUpdate() == 1;
        }
    }

    private void close(Connection connection, ConversationClosed closed, Instant at) throws SQLException {
        if (!heardOf(connection, closed.tenant(), closed.conversation(), at)) {
            return;
        }
        PastTalk talk = read(connection, closed.tenant(), List.of(closed.conversation())).get(0);
        try (PreparedStatement update = connection.prepareStatement(
                "update past_talk set closed = true, language = ? where tenant = ? and conversation = ?")) {
            update.setString(1, talk.opened().language());
            update.setString(2, closed.tenant());
            update.setString(3, closed.conversation());
            update.executeUpdate();
        }
    }

    private static void erase(Connection connection, LearnerErased erased) throws SQLException {
        try (PreparedStatement remember = connection.prepareStatement("""
                insert into erased_learner (tenant, learner_hash, erased_at) values (?, ?, ?)
                on conflict (tenant, learner_hash)
                do update set erased_at = greatest(erased_learner.erased_at, excluded.erased_at)""");
                PreparedStatement talks = connection
                        .prepareStatement(
                                "delete from past_talk where tenant = ? and learner = ? and announced_at <= ?");
                PreparedStatement stopped = connection
                        .prepareStatement("delete from stopped_by_learner where tenant = ? and learner = ?")) {
            remember.setString(1, erased.tenant());
            remember.setString(2, hash(erased.tenant(), erased.learner()));
            remember.setTimestamp(3, Timestamp.from(erased.at()));
            remember.executeUpdate();
            talks.setString(1, erased.tenant());
            talks.setString(2, erased.learner());
            // a talk that went on afterwards goes too; one that was announced later was agreed to anew
            talks.setTimestamp(3, Timestamp.from(erased.at()));
            talks.executeUpdate();
            stopped.setString(1, erased.tenant());
            stopped.setString(2, erased.learner());
            stopped.executeUpdate();
        }
    }

    /** Any other reaction to a point takes a stop back. */
    private static void react(Connection connection, ReactionGiven reaction) throws SQLException {
        boolean stop = reaction.reaction() == ReactionGiven.Reaction.STOP;
        try (PreparedStatement change = connection.prepareStatement(stop
                ? "insert into stopped_by_learner (tenant, learner, rule, message) values (?, ?, ?, ?)"
                        + " on conflict do nothing"
                : "delete from stopped_by_learner where tenant = ? and learner = ? and rule = ? and message = ?")) {
            change.setString(1, reaction.tenant());
            change.setString(2, reaction.learner());
            change.setString(3, reaction.rule());
            change.setString(4, reaction.message());
            change.executeUpdate();
        }
    }

    /** Whether the database is there. */
    public boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    /**
     * Deletes conversations that were not heard of for as long as the retention says.
     *
     * @return how many
     */
    public int prune(Instant now) {
        int deleted = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement talks = connection.prepareStatement("""
                        delete from past_talk where ctid in
                        (select ctid from past_talk where heard_at < ? order by heard_at limit ?)""");
                PreparedStatement erased = connection
                        .prepareStatement("delete from erased_learner where erased_at < ?")) {
            Timestamp limit = Timestamp.from(now.minus(settings.retention()));
            int some;
            do {
                talks.setTimestamp(1, limit);
                talks.setInt(2, PRUNED_AT_ONCE);
                some = talks.executeUpdate();
                deleted += some;
            } while (some == PRUNED_AT_ONCE);
            erased.setTimestamp(1, limit);
            erased.executeUpdate();
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
        return deleted;
    }

    /** A conversation with its turns so far, whether it is over or not. */
    public Optional<PastTalk> talk(String tenant, String conversation) {
        try (Connection connection = database.getConnection()) {
            return read(connection, tenant, List.of(conversation)).stream().findFirst();
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }

    /** Codes of the rules that a learner wants to hear no more of. */
    public Set<String> stopped(String tenant, String learner) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select rule from stopped_by_learner where tenant = ? and learner = ?")) {
            select.setString(1, tenant);
            select.setString(2, learner);
            Set<String> rules = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rules.add(rows.getString(1));
                }
            }
            return rules;
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }

    /** Learners of whom {@link #stopped} says something. */
    public Set<String> whoStoppedSomething(String tenant) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select distinct learner from stopped_by_learner where tenant = ?")) {
            select.setString(1, tenant);
            Set<String> learners = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    learners.add(rows.getString(1));
                }
            }
            return learners;
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }

    /** How many conversations that are over the sample has. */
    public long count(String tenant, Sample sample, Instant now) {
        Query query = query(tenant, sample, now);
        try (Connection connection = database.getConnection();
                PreparedStatement select = query.prepare(connection, "select count(*) from (" + query.from + ") c");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }

    /**
     * The conversations of a sample that are over, those of a learner together and in the order of time. Keys are read a
     * page at a time, a batch when it is asked for: by then a talk may be erased, and is left out.
     */
    public Iterator<Supplier<List<PastTalk>>> batches(String tenant, Sample sample, Instant now) {
        return new Batches(tenant, query(tenant, sample, now));
    }

    private record Key(String learner, Timestamp began, String conversation) {
    }

    private final class Batches implements Iterator<Supplier<List<PastTalk>>> {

        private final String tenant;
        private final Query query;
        private List<Key> page = List.of();
        private int at;
        private Key last;
        private boolean ended;

        Batches(String tenant, Query query) {
            this.tenant = tenant;
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            if (at >= page.size() && !ended) {
                page = keysAfter(query, last);
                at = 0;
                ended = page.size() < KEYS_A_PAGE;
                last = page.isEmpty() ? last : page.get(page.size() - 1);
            }
            return at < page.size();
        }

        @Override
        public Supplier<List<PastTalk>> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<String> some = page.subList(at, Math.min(page.size(), at + TALKS_A_BATCH)).stream()
                    .map(Key::conversation).toList();
            at += some.size();
            return () -> {
                try (Connection connection = database.getConnection()) {
                    return read(connection, tenant, some);
                } catch (SQLException failed) {
                    throw new ArchiveAway(failed);
                }
            };
        }
    }

    private List<Key> keysAfter(Query query, Key last) {
        String after = last == null ? "" : " where (learner, began_at, conversation) > (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement select = query.prepare(connection,
                        "select learner, began_at, conversation from (" + query.from + ") c" + after
                                + " order by learner, began_at, conversation limit " + KEYS_A_PAGE)) {
            if (last != null) {
                int at = query.values.size();
                select.setString(at + 1, last.learner());
                select.setTimestamp(at + 2, last.began());
                select.setString(at + 3, last.conversation());
            }
            List<Key> keys = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(new Key(rows.getString(1), rows.getTimestamp(2), rows.getString(3)));
                }
            }
            return keys;
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }

    private record Query(String from, List<Object> values) {

        PreparedStatement prepare(Connection connection, String sql) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Collection<?> all) {
                    Array array = connection.createArrayOf("text", all.toArray());
                    statement.setArray(i + 1, array);
                } else {
                    statement.setObject(i + 1, values.get(i));
                }
            }
            return statement;
        }
    }

    private Query query(String tenant, Sample sample, Instant now) {
        StringBuilder from = new StringBuilder(
                "select learner, began_at, conversation from past_talk where tenant = ? and (closed or heard_at < ?)");
        List<Object> values = new ArrayList<>(List.of(tenant, Timestamp.from(now.minus(settings.silence()))));
        if (sample.from() != null) {
            from.append(" and began_at >= ?");
            values.add(Timestamp.from(sample.from()));
        }
        if (sample.before() != null) {
            from.append(" and began_at < ?");
            values.add(Timestamp.from(sample.before()));
        }
        in(" and kind = any(?)", sample.kinds(), from, values);
        in(" and learner = any(?)", sample.learners(), from, values);
        in(" and conversation = any(?)", sample.conversations(), from, values);
        if (sample.most() != null) {
            from.append(" order by began_at desc, conversation desc limit ?");
            values.add(sample.most());
        }
        return new Query(from.toString(), List.copyOf(values));
    }

    private static void in(String condition, Set<String> wanted, StringBuilder from, List<Object> values) {
        if (!wanted.isEmpty()) {
            from.append(condition);
            values.add(wanted);
        }
    }

    /** In the order of the ids; one that is gone is left out. */
    private List<PastTalk> read(Connection connection, String tenant, List<String> conversations) throws SQLException {
        Array ids = connection.createArrayOf("text", conversations.toArray());
        record Head(ConversationOpened opened, String language, Instant began) {
        }
        Map<String, Head> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select conversation, opened, language, began_at from past_talk where tenant = ? and conversation = any(?)")) {
            select.setString(1, tenant);
            select.setArray(2, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getString(1), new Head(opened(rows.getString(2)), rows.getString(3),
                            rows.getTimestamp(4).toInstant()));
                }
            }
        }
        Map<String, List<PastTurn>> turns = new LinkedHashMap<>();
        Map<String, List<PastTurn>> renewed = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select conversation, number, said from past_turn where tenant = ? and conversation = any(?)"
                        + " order by conversation, number")) {
            select.setString(1, tenant);
            select.setArray(2, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    PastTurn kept = TurnBytes.read(rows.getInt(2), rows.getBytes(3));
                    PastTurn turn = kept;
                    if (kept.signals().version() != TextSignals.VERSION) {
                        turn = new PastTurn(kept.turn(), read(kept.turn().text()));
                        renewed.computeIfAbsent(rows.getString(1), c -> new ArrayList<>()).add(turn);
                    }
                    turns.computeIfAbsent(rows.getString(1), c -> new ArrayList<>()).add(turn);
                }
            }
        }
        renew(connection, tenant, renewed);
        List<PastTalk> talks = new ArrayList<>();
        for (String conversation : conversations) {
            Head head = heads.get(conversation);
            if (head != null) {
                List<PastTurn> said = turns.getOrDefault(conversation, List.of());
                talks.add(new PastTalk(spokenIn(head.opened(), head.language(), said), head.began(), said));
            }
        }
        return talks;
    }

    /** What an older reader saw is seen anew once, and then kept. */
    private static void renew(Connection connection, String tenant, Map<String, List<PastTurn>> renewed)
            throws SQLException {
        if (renewed.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update past_turn set said = ? where tenant = ? and conversation = ? and number = ?")) {
            for (Map.Entry<String, List<PastTurn>> talk : renewed.entrySet()) {
                for (PastTurn turn : talk.getValue()) {
                    update.setBytes(1, TurnBytes.write(turn));
                    update.setString(2, tenant);
                    update.setString(3, talk.getKey());
                    update.setInt(4, turn.turn().number());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    /** With the language that the running service would have found, so that nobody needs to look again. */
    private static ConversationOpened spokenIn(ConversationOpened opened, String language, List<PastTurn> turns) {
        if (opened.language() != null) {
            return opened;
        }
        String spoken = language;
        if (spoken == null) {
            spoken = LanguageGuess
                    .of(ConversationJudge.languageSample(turns.stream().map(t -> t.turn().text()).toList()))
                    .orElse(null);
        }
        return new ConversationOpened(opened.tenant(), opened.conversation(), opened.learner(), opened.participants(),
                opened.kind(), opened.stage(), spoken, opened.consent(), opened.startedAt());
    }

    private static ConversationOpened opened(String json) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), ConversationOpened.class);
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("a conversation of the archive cannot be read", impossible);
        }
    }

    /** Reads a text as those of its talks were read. The models are loaded by the first one, not by whoever starts the service. */
    public TextSignals read(String text) {
        ListeningReader loaded = reader;
        if (loaded == null) {
            loaded = new ListeningReader();
            reader = loaded;
        }
        return loaded.read(text);
    }

    private static String hash(String tenant, String learner) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(Keys.learner(tenant, learner).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A talk as it is, for who has it already: an import, a measurement. */
    @Transactional
    public void keep(PastTalk talk) {
        try (Connection connection = database.getConnection()) {
            open(connection, talk.opened(), talk.at());
            add(connection, talk.opened().tenant(), talk.opened().conversation(), talk.turns());
            try (PreparedStatement update = connection
                    .prepareStatement("update past_talk set closed = true where tenant = ? and conversation = ?")) {
                update.setString(1, talk.opened().tenant());
                update.setString(2, talk.opened().conversation());
                update.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new ArchiveAway(failed);
        }
    }
}
