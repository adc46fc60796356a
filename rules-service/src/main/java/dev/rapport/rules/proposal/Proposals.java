package dev.rapport.rules.proposal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.rapport.events.Keys;
import dev.rapport.events.ReactionGiven;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Counter-examples that learners' reactions propose: looked at, taken into a draft, or dismissed. */
@ApplicationScoped
public class Proposals {

    private static final String COLUMNS = "id, rule, conversation, turn, proposed_at, state, decided_by, decided_at, version, why";

    private final DataSource database;
    private final Archive archive;
    private final Rulebooks rulebooks;
    private final Clock clock = Clock.systemUTC();
    private TextReader reader;
    private String judgeOf;
    private Judge judge;

    Proposals(DataSource database, Archive archive, Rulebooks rulebooks) {
        this.database = database;
        this.archive = archive;
        this.rulebooks = rulebooks;
    }

    /** What became of a proposal. */
    public enum State {
        OPEN, ACCEPTED, DISMISSED
    }

    /**
     * A learner disagreed with what a rule saw.
     *
     * @param turn at which it was seen
     * @param at when the learner said so
     * @param decidedBy name of the person; null while it is open, as is {@code decidedAt}
     * @param version it was accepted into; null unless it was
     * @param why it was dismissed; null unless it was
     */
    public record Proposal(String id, String rule, String conversation, int turn, Instant at, State state,
            String decidedBy, Instant decidedAt, Integer version, String why) {
    }

    /**
     * Takes a reaction: "not right" about a talk that is in the archive becomes a proposal, any other word about the same
     * observation takes back one that is still open. Taken twice it changes nothing.
     */
    @Transactional
    public void take(ReactionGiven reaction) {
        if (reaction.observation() == null) {
            return;
        }
        Matcher about = Pattern.compile(Pattern.quote(reaction.tenant() + "/") + "([^/]+)/turn/(\\d{1,8})/([^/]+)")
                .matcher(reaction.observation());
        if (!about.matches() || !about.group(3).equals(reaction.rule())) {
            return;
        }
        boolean notRight = reaction.reaction() == ReactionGiven.Reaction.NOT_RIGHT;
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(notRight
                        ? """
                                insert into proposal (tenant, id, rule, observation, conversation, turn, proposed_at,
                                state)
                                select tenant, ?, ?, ?, conversation, ?, ?, 'open' from past_talk
                                where tenant = ? and conversation = ? and learner = ? on conflict do nothing"""
                        : "delete from proposal where tenant = ? and observation = ? and state = 'open'")) {
            if (notRight) {
                change.setString(1, id(reaction));
                change.setString(2, reaction.rule());
                change.setString(3, reaction.observation());
                change.setInt(4, Integer.parseInt(about.group(2)));
                change.setTimestamp(5, Timestamp.from(reaction.at() == null ? clock.instant() : reaction.at()));
                change.setString(6, reaction.tenant());
                change.setString(7, about.group(1));
                change.setString(8, reaction.learner());
            } else {
                change.setString(1, reaction.tenant());
                change.setString(2, reaction.observation());
            }
            change.executeUpdate();
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    /** The same observation, the same proposal. */
    private static String id(ReactionGiven reaction) {
        return "p-" + java.util.UUID.nameUUIDFromBytes(Keys.rule(reaction.tenant(), reaction.observation())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /**
     * Proposals of a tenant, newest first.
     *
     * @param state null for all
     */
    @Transactional
    public List<Proposal> all(String tenant, State state) {
        return state == null
                ? select("tenant = ? order by proposed_at desc, id", tenant)
                : select("tenant = ? and state = ? order by proposed_at desc, id", tenant, word(state));
    }

    /** How many are open of each rule, by its code; a rule without any is not there. */
    @Transactional
    public Map<String, Integer> open(String tenant) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select rule, count(*) from proposal where tenant = ? and state = 'open' group by rule")) {
            count.setString(1, tenant);
            Map<String, Integer> open = new TreeMap<>();
            try (ResultSet row = count.executeQuery()) {
                while (row.next()) {
                    open.put(row.getString(1), row.getInt(2));
                }
            }
            return open;
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    /** @throws HttpProblem 404 */
    @Transactional
    public Proposal find(String tenant, String id) {
        return select("tenant = ? and id = ?", tenant, id).stream().findFirst().orElseThrow(() -> unknown(id));
    }

    /**
     * What was said, as a near miss for the rule in force.
     *
     * @throws HttpProblem 404 if there is no such proposal, or its talk is no longer there
     */
    @Transactional
    public NearMiss nearMiss(String tenant, String id) {
        Proposal proposal = find(tenant, id);
        PastTalk talk = archive.talk(tenant, proposal.conversation()).orElseThrow(() -> unknown(id));
        if (talk.turns().stream().noneMatch(t -> t.turn().number() == proposal.turn())) {
            throw unknown(id);
        }
        return NearMiss.of(talk, proposal.turn(), proposal.rule(), judge(rulebooks.filesInForce(tenant)), reader());
    }

    /** What the example is called in the file. */
    public String nameOf(Proposal proposal) {
        return "a learner said this is not right (" + proposal.id().substring(2, 10) + ")";
    }

    private synchronized TextReader reader() {
        reader = reader == null ? new TextReader() : reader;
        return reader;
    }

    /** Building one takes a while, and most proposals are looked at one after the other. */
    private synchronized Judge judge(RulebookFiles files) {
        String hash = files.hash();
        if (!hash.equals(judgeOf)) {
            if (!(RulebookReader.read(files) instanceof Reading.Read sound)) {
                throw Problems.of("no-rulebook-in-force", 409, "No rulebook in force",
                        "What is in force cannot be read. Release a rulebook, or mend the default rulebook.").build();
            }
            judge = new Judge(sound.rulebook());
            judgeOf = hash;
        }
        return judge;
    }

    /**
     * Adds the near miss to the rule's examples in a draft. From then on the draft is not checked until its rule leaves
     * that moment alone.
     *
     * @param number of the draft
     * @param edition of it that was seen
     * @throws HttpProblem 404 if there is no such proposal, 409 if it is decided or the draft has no such rule
     * @throws dev.rapport.rules.version.Refused as {@link Rulebooks#save}
     */
    @Transactional
    public Version accept(Person person, String id, int number, int edition) {
        Proposal proposal = stillOpen(person.tenant(), id);
        NearMiss miss = nearMiss(person.tenant(), id);
        RulebookFiles files = rulebooks.files(person.tenant(), number);
        if (RuleText.find(files, proposal.rule()).isEmpty()) {
            throw Problems.of("rule-not-in-draft", 409, "Rule not in draft", "Version " + number + " has no rule "
                    + proposal.rule() + " that could leave this moment alone. Choose another draft, or dismiss it.")
                    .build();
        }
        String path = "examples/" + proposal.rule() + ".yaml";
        String file = files.has(path) ? files.text(path) : null;
        Version saved = rulebooks.save(person, number, edition,
                files.with(path, NearMiss.added(file, proposal.rule(), miss.yaml(nameOf(proposal)))));
        decide(person, id, State.ACCEPTED, number, null);
        return saved;
    }

    /**
     * The same into a draft of what is in force that is started for it.
     *
     * @throws HttpProblem 404 if there is no such proposal, 409 if it is decided or the rule is not in force any more
     * @throws dev.rapport.rules.version.Refused as {@link Rulebooks#startDraft}
     */
    @Transactional
    public Version acceptIntoNewDraft(Person person, String id) {
        Proposal proposal = stillOpen(person.tenant(), id);
        Version draft = rulebooks.startDraft(person, null, "what a learner called not right (" + proposal.rule() + ")");
        return accept(person, id, draft.number(), draft.edition());
    }

    /**
     * Leaves the rule as it is.
     *
     * @param why in at most {@link Rulebooks#LONGEST_WHY} characters
     * @throws HttpProblem 404 if there is no such proposal, 409 if it is decided
     */
    @Transactional
    public Proposal dismiss(Person person, String id, String why) {
        stillOpen(person.tenant(), id);
        decide(person, id, State.DISMISSED, null, why);
        return find(person.tenant(), id);
    }

    private Proposal stillOpen(String tenant, String id) {
        Proposal proposal = find(tenant, id);
        if (proposal.state() != State.OPEN) {
            throw decided(proposal);
        }
        return proposal;
    }

    private void decide(Person person, String id, State state, Integer version, String why) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update proposal set state = ?, decided_by = ?, decided_at = ?, version = ?, why = ?
                        where tenant = ? and id = ? and state = 'open'""")) {
            update.setString(1, word(state));
            update.setString(2, person.name());
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setObject(4, version);
            update.setString(5, why);
            update.setString(6, person.tenant());
            update.setString(7, id);
            if (update.executeUpdate() == 0) {
                // somebody was quicker: what was saved is rolled back
                throw decided(find(person.tenant(), id));
            }
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    private List<Proposal> select(String where, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select " + COLUMNS + " from proposal where " + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            List<Proposal> proposals = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Timestamp decided = row.getTimestamp(8);
                    proposals.add(new Proposal(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
                            row.getTimestamp(5).toInstant(),
                            State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)), row.getString(7),
                            decided == null ? null : decided.toInstant(), row.getObject(9, Integer.class),
                            row.getString(10)));
                }
            }
            return proposals;
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static IllegalStateException away(SQLException failed) {
        // the database's own message may quote a value
        return new IllegalStateException("the database of proposals failed with SQL state " + failed.getSQLState());
    }

    private static HttpProblem unknown(String id) {
        return Problems.of("unknown-proposal", 404, "Unknown proposal",
                "There is no proposal " + id + ", or its conversation is no longer kept.").build();
    }

    private static HttpProblem decided(Proposal proposal) {
        return Problems.of("proposal-decided", 409, "Proposal decided",
                "Proposal " + proposal.id() + " was " + word(proposal.state()) + " by " + proposal.decidedBy()
                        + ". Nothing more can be done with it.")
                .build();
    }
}
