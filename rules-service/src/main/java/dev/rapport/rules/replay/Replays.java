package dev.rapport.rules.replay;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.archive.Sample;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.SilencedRule;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Replays as jobs: started, watched, ended. One runs at a time in an instance; where it stands is in the database, so that
 * any instance can tell and any can cancel it.
 */
@ApplicationScoped
public class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);

    private static final int CHANGES_AT_ONCE = 200;
    private static final long SAY_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final DataSource database;
    private final Archive archive;
    private final Rulebooks rulebooks;
    private final ObjectMapper json;
    private final ReplaySettings settings;
    private final Clock clock = Clock.systemUTC();
    private final ThreadPoolExecutor running;
    private final Set<String> mine = java.util.concurrent.ConcurrentHashMap.newKeySet();

    Replays(DataSource database, Archive archive, Rulebooks rulebooks, ObjectMapper json, ReplaySettings settings) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.archive = archive;
        this.json = json;
        this.settings = settings;
        this.running = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(settings.waiting()),
                task -> {
                    Thread thread = new Thread(task, "replay");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @PreDestroy
    void end() {
        running.shutdownNow();
    }

    /**
     * Starts a replay of a version against what is in force and returns at once.
     *
     * @throws dev.rapport.rules.version.Refused if there is no such version, or nothing in force
     * @throws HttpProblem as {@link #start(Person, RulebookFiles, RulebookFiles, Integer, Sample)}
     */
    public Job start(Person person, int number, Sample sample) {
        return start(person, rulebooks.filesInForce(person.tenant()), rulebooks.files(person.tenant(), number), number,
                sample);
    }

    /**
     * Starts a replay of texts that are no version, such as those in an editor, against what is in force.
     *
     * @throws dev.rapport.rules.version.Refused if nothing is in force
     * @throws HttpProblem as {@link #start(Person, RulebookFiles, RulebookFiles, Integer, Sample)}
     */
    public Job start(Person person, RulebookFiles draft, Sample sample) {
        return start(person, rulebooks.filesInForce(person.tenant()), draft, null, sample);
    }

    /**
     * Starts a replay of {@code draft} against {@code live} and returns at once.
     *
     * @param number of the version that the draft is; null for texts that are none
     * @throws HttpProblem 422 if the draft has faults, 409 if what is live has, 429 if too many wait
     */
    public Job start(Person person, RulebookFiles live, RulebookFiles draft, Integer number, Sample sample) {
        Reading reading = RulebookReader.read(draft);
        if (reading instanceof Reading.Refused refused) {
            throw ReplayProblems.faulty(refused.faults());
        }
        if (!(RulebookReader.read(live) instanceof Reading.Read inForce)) {
            throw ReplayProblems.nothingLive();
        }
        return start(person, inForce.rulebook(), ((Reading.Read) reading).rulebook(), number, sample);
    }

    private Job start(Person person, Rulebook live, Rulebook draft, Integer number, Sample sample) {
        List<SilencedRule> silenced = rulebooks.silenced(person.tenant());
        String id = "r-" + UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long conversations = archive.count(person.tenant(), sample, now);
        Job job = new Job(id, person.name(), now, null, Job.State.WAITING, number, live.version(), draft.version(),
                sample, conversations, 0, null, null);
        insert(person.tenant(), job);
        mine.add(id);
        try {
            running.execute(() -> run(person.tenant(), job, heard(live, silenced), heard(draft, silenced)));
        } catch (RejectedExecutionException full) {
            mine.remove(id);
            delete(person.tenant(), id);
            throw ReplayProblems.tooMany();
        }
        prune(person.tenant());
        return job;
    }

    /** Without the rules that are left out because they ran away; one that says something else by now is heard. */
    static Rulebook heard(Rulebook rulebook, List<SilencedRule> silenced) {
        List<Rule> heard = rulebook.rules().stream().filter(rule -> silenced.stream().noneMatch(
                s -> s.code().equals(rule.code()) && s.version().equals(rulebook.version(rule)))).toList();
        return heard.size() == rulebook.rules().size()
                ? rulebook
                : new Rulebook(heard, rulebook.phrases(), List.of(), rulebook.messages().orElse(null));
    }

    private void run(String tenant, Job job, Rulebook live, Rulebook draft) {
        long began = System.nanoTime();
        try {
            if (!say(tenant, job.id(), 0)) {
                finish(tenant, job.id(), Job.State.CANCELLED, 0, null, null);
                return;
            }
            Writer writer = new Writer(tenant, job.id());
            long[] done = {0, System.nanoTime()};
            Set<String> stoppers = archive.whoStoppedSomething(tenant);
            Optional<Summary> summary = new Replay(live, draft, settings.threads()).run(
                    archive.batches(tenant, job.sample(), job.startedAt()),
                    learner -> stoppers.contains(learner) ? archive.stopped(tenant, learner) : Set.of(), writer::add,
                    sofar -> {
                        done[0] = sofar;
                        if (System.nanoTime() - done[1] < SAY_EVERY_NANOS) {
                            return true;
                        }
                        done[1] = System.nanoTime();
                        return say(tenant, job.id(), sofar);
                    });
            writer.flush();
            finish(tenant, job.id(), summary.isPresent() ? Job.State.DONE : Job.State.CANCELLED, done[0], null,
                    summary.orElse(null));
            LOG.infof("replay %s of %s: %d conversations in %d ms%s", job.id(), tenant, done[0],
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                    summary.isPresent() ? "" : ", cancelled");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            // without the message, which may quote what somebody said
            LOG.errorf("replay %s of %s failed: %s at %s", job.id(), tenant, failed.getClass().getName(),
                    failed.getStackTrace().length == 0 ? "?" : failed.getStackTrace()[0]);
            try {
                finish(tenant, job.id(), Job.State.FAILED, 0,
                        "the replay failed; the log of rules-service says where. Start it again.", null);
            } catch (RuntimeException away) {
                LOG.warnf("replay %s could not be marked as failed: %s", job.id(), away.getClass().getSimpleName());
            }
        } finally {
            mine.remove(job.id());
        }
    }

    /** Collects changes and writes many at once. */
    private final class Writer {

        private final String tenant;
        private final String replay;
        private final List<Change> waiting = new ArrayList<>();
        private int place;

        Writer(String tenant, String replay) {
            this.tenant = tenant;
            this.replay = replay;
        }

        void add(Change change) {
            waiting.add(change);
            if (waiting.size() == CHANGES_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            // a talk may have been erased since it was judged: then nothing of it is kept
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into replay_change (tenant, replay, place, conversation, what, kind, rules,
                            clarities, change)
                            select tenant, ?, ?, conversation, ?, ?, ?, ?, ? from past_talk
                            where tenant = ? and conversation = ?""")) {
                for (Change change : waiting) {
                    insert.setString(1, replay);
                    insert.setInt(2, ++place);
                    insert.setString(3, change.what().name());
                    insert.setString(4, change.kind().replace('\0', ' '));
                    insert.setArray(5, array(connection, points(change).map(Point::rule)));
                    insert.setArray(6, array(connection, points(change).map(p -> p.clarity().name())));
                    insert.setString(7, write(change));
                    insert.setString(8, tenant);
                    insert.setString(9, change.conversation());
                    insert.addBatch();
                }
                insert.executeBatch();
                waiting.clear();
            } catch (SQLException failed) {
                throw new DatabaseAway(failed);
            }
        }
    }

    private static Stream<Point> points(Change change) {
        return Stream.of(change.before(), change.after()).filter(Objects::nonNull)
                .flatMap(m -> Stream.of(m.strength(), m.growth())).filter(Objects::nonNull);
    }

    private static Array array(Connection connection, Stream<String> words) throws SQLException {
        return connection.createArrayOf("text", new TreeSet<>(words.toList()).toArray());
    }

    /** The database did not do what was asked. */
    public static final class DatabaseAway extends RuntimeException {
        DatabaseAway(SQLException cause) {
            // the database's own message may quote a value
            super("the replay's database failed with SQL state " + cause.getSQLState());
        }
    }

    // -- where it stands --------------------------------------------------------------------------------------------

    private void insert(String tenant, Job job) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into replay (tenant, id, started_by, started_at, heard_at, state, cancel, draft,
                        live_version, draft_version, sample, conversations, done)
                        values (?, ?, ?, ?, ?, 'waiting', false, ?, ?, ?, ?, ?, 0)""")) {
            insert.setString(1, tenant);
            insert.setString(2, job.id());
            insert.setString(3, job.startedBy());
            insert.setTimestamp(4, Timestamp.from(job.startedAt()));
            insert.setTimestamp(5, Timestamp.from(job.startedAt()));
            insert.setObject(6, job.draft());
            insert.setString(7, job.liveVersion());
            insert.setString(8, job.draftVersion());
            insert.setString(9, write(job.sample()));
            insert.setLong(10, job.conversations());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseAway(failed);
        }
    }

    /** @return whether to go on */
    private boolean say(String tenant, String id, long done) {
        try (Connection connection = database.getConnection();
                PreparedStatement others = connection
                        .prepareStatement("update replay set heard_at = ? where state = 'waiting' and id = any(?)");
                PreparedStatement update = connection.prepareStatement("""
                        update replay set done = ?, heard_at = ?, state = 'running' where tenant = ? and id = ?
                        and state in ('waiting', 'running') and not cancel""")) {
            Timestamp now = Timestamp.from(clock.instant());
            others.setTimestamp(1, now);
            others.setArray(2, connection.createArrayOf("text", mine.toArray()));
            others.executeUpdate();
            update.setLong(1, done);
            update.setTimestamp(2, now);
            update.setString(3, tenant);
            update.setString(4, id);
            return update.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new DatabaseAway(failed);
        }
    }

    private void finish(String tenant, String id, Job.State state, long done, String problem, Summary summary) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update replay set state = ?, done = greatest(done, ?), ended_at = ?, problem = ?, summary = ?
                        where tenant = ? and id = ?""")) {
            update.setString(1, state.name().toLowerCase(Locale.ROOT));
            update.setLong(2, done);
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setString(4, problem);
            update.setString(5, summary == null ? null : write(summary));
            update.setString(6, tenant);
            update.setString(7, id);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseAway(failed);
        }
    }

    private void delete(String tenant, String id) {
        execute("delete from replay where tenant = ? and id = ?", tenant, id);
    }

    private void prune(String tenant) {
        execute("delete from replay where tenant = ? and state not in ('waiting', 'running') and id in (select id"
                + " from replay where tenant = ? order by started_at desc offset " + settings.kept() + ")", tenant,
                tenant);
    }

    private int execute(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseAway(failed);
        }
    }

    /** The replays of a tenant, the latest first. */
    public List<Job> all(String tenant) {
        return jobs("tenant = ? order by started_at desc, id", tenant);
    }

    /** @throws HttpProblem 404 */
    public Job job(String tenant, String id) {
        return jobs("tenant = ? and id = ?", tenant, id).stream().findFirst()
                .orElseThrow(() -> ReplayProblems.unknown(id));
    }

    private List<Job> jobs(String where, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, started_by, started_at, ended_at, state, draft, live_version, draft_version, sample,
                        conversations, done, problem, summary, heard_at from replay where\s""" + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            List<Job> jobs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        } catch (SQLException failed) {
            throw new DatabaseAway(failed);
        }
    }

    private Job job(ResultSet row) throws SQLException {
        Job.State state = Job.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT));
        String problem = row.getString(12);
        boolean goesOn = state == Job.State.WAITING || state == Job.State.RUNNING;
        if (goesOn && row.getTimestamp(14).toInstant().isBefore(clock.instant().minus(settings.lost()))) {
            state = Job.State.FAILED;
            problem = "the instance that ran it has ended; start it again";
        }
        Timestamp ended = row.getTimestamp(4);
        String summary = row.getString(13);
        return new Job(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(),
                ended == null ? null : ended.toInstant(), state, row.getObject(6, Integer.class), row.getString(7),
                row.getString(8), read(row.getString(9), Sample.class), row.getLong(10), row.getLong(11), problem,
                summary == null ? null : read(summary, Summary.class));
    }

    /**
     * Ends a replay that goes on; one that is over stays as it is. It stops within about a second.
     *
     * @throws HttpProblem 404
     */
    public Job cancel(String tenant, String id) {
        job(tenant, id);
        execute("update replay set cancel = true, state = case when state = 'waiting' then 'cancelled' else state end"
                + " where tenant = ? and id = ? and state in ('waiting', 'running')", tenant, id);
        return job(tenant, id);
    }

    // -- what it found ----------------------------------------------------------------------------------------------

    /**
     * Which changes.
     *
     * @param what null for all
     * @param rule code of a point before or after; null for all
     * @param kind of conversation; null for all
     * @param clarity of a point before or after; null for all
     */
    public record Wanted(Change.What what, String rule, String kind, String clarity) {

        public static final Wanted ALL = new Wanted(null, null, null, null);
    }

    /**
     * @param next to go on with; null at the end
     */
    public record Page(List<Change> changes, Integer next) {

        public Page {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What changes, in the order of the talks; also while the replay goes on.
     *
     * @param after where an earlier page ended; 0 for the first
     * @throws HttpProblem 404
     */
    public Page changes(String tenant, String id, Wanted wanted, int after, int limit) {
        job(tenant, id);
        StringBuilder sql = new StringBuilder(
                "select place, change from replay_change where tenant = ? and replay = ? and place > ?");
        List<String> values = new ArrayList<>();
        and(" and what = ?", wanted.what() == null ? null : wanted.what().name(), sql, values);
        and(" and ? = any(rules)", wanted.rule(), sql, values);
        and(" and kind = ?", wanted.kind(), sql, values);
        and(" and ? = any(clarities)", wanted.clarity(), sql, values);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement(sql + " order by place limit " + (limit + 1))) {
            select.setString(1, tenant);
            select.setString(2, id);
            select.setInt(3, after);
            for (int i = 0; i < values.size(); i++) {
                select.setString(4 + i, values.get(i));
            }
            List<Change> changes = new ArrayList<>();
            int last = after;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (changes.size() == limit) {
                        return new Page(changes, last);
                    }
                    last = rows.getInt(1);
                    changes.add(read(rows.getString(2), Change.class));
                }
            }
            return new Page(changes, null);
        } catch (SQLException failed) {
            throw new DatabaseAway(failed);
        }
    }

    private static void and(String condition, String value, StringBuilder sql, List<String> values) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a replay that is no JSON");
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a replay of the database cannot be read");
        }
    }
}
