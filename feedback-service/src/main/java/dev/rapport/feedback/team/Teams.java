package dev.rapport.feedback.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.composition.Behaviours;
import dev.rapport.coaching.experiment.Effect;
import dev.rapport.coaching.experiment.Experiment;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.feedback.experiment.Experiments;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.team.TeamView.BehaviourLine;
import dev.rapport.feedback.team.TeamView.ChangeLine;
import dev.rapport.feedback.team.TeamView.ExperimentPanel;
import dev.rapport.feedback.team.TeamView.Figures;
import dev.rapport.feedback.team.TeamView.RuleLine;
import dev.rapport.feedback.team.TeamView.State;

/** Who is in which team, and what may be seen of it. */
@ApplicationScoped
@Transactional
class Teams {

    /** Before all talks. */
    private static final Instant EVER = Instant.EPOCH;

    @Inject
    Messages messages;
    @Inject
    Experiments experiments;
    @Inject
    TeamRecords records;
    @Inject
    ToldFigures told;
    @Inject
    Clock clock;

    /** The team a learner is in from a month on, the latest word. */
    Optional<Membership> of(String tenant, String learner) {
        return TeamMemberEntity
                .<TeamMemberEntity>find("tenant = ?1 and learner = ?2 order by fromMonth desc", tenant, learner)
                .firstResultOptional().map(Teams::membership);
    }

    /**
     * From the next month on.
     *
     * @param team null to be in none
     */
    Membership join(String tenant, String learner, String team) {
        LocalDate from = Membership.nextFrom(Months.at(clock.instant())).atDay(1);
        TeamMemberEntity row = TeamMemberEntity
                .<TeamMemberEntity>find("tenant = ?1 and learner = ?2 and fromMonth = ?3", tenant, learner, from)
                .firstResultOptional().orElseGet(TeamMemberEntity::new);
        row.tenant = tenant;
        row.learner = learner;
        row.team = team;
        row.fromMonth = from;
        row.persist();
        return membership(row);
    }

    /**
     * @param team null for none
     * @param month a closed one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for a team that is too small to be told of or unknown: which of
     * the two is not said
     */
    TeamView view(String tenant, String team, YearMonth month) {
        List<Membership> all = TeamMemberEntity.<TeamMemberEntity>list("tenant", tenant).stream()
                .map(Teams::membership).toList();
        SortedMap<String, SortedSet<String>> teams = large(Membership.in(month, all));
        if (team != null && !teams.containsKey(team)) {
            throw Problems.noSuchTeam(team, Discretion.LEAST);
        }
        Wordings wordings = messages.wordings(tenant);
        YearMonth last = Months.lastClosed(clock.instant());
        List<String> months = Stream.iterate(last, m -> m.minusMonths(1)).limit(Months.BACK).map(YearMonth::toString)
                .toList();
        return new TeamView(month.toString(), months, Discretion.LEAST, List.copyOf(teams.keySet()),
                team == null ? null : figures(tenant, team, month, all, wordings), rules(tenant, month, wordings),
                experiment(tenant, wordings));
    }

    private static SortedMap<String, SortedSet<String>> large(SortedMap<String, SortedSet<String>> teams) {
        teams.values().removeIf(members -> members.size() < Discretion.LEAST);
        return teams;
    }

    private Figures figures(String tenant, String team, YearMonth month, List<Membership> all, Wordings wordings) {
        Optional<TeamMonth> now = month(tenant, team, month, all, wordings);
        Optional<TeamMonth> before = month(tenant, team, month.minusMonths(1), all, wordings);
        List<BehaviourLine> lines = new ArrayList<>();
        Behaviours.of(wordings).forEach(b -> {
            Share seen = now.map(m -> m.seen().get(b.code())).orElse(null);
            Share seenBefore = before.map(m -> m.seen().get(b.code())).orElse(null);
            lines.add(new BehaviourLine(b.code(), wordings.nameOf(b.code()), b.polarity(), seen, seenBefore,
                    seen == null ? null : seen.pointsAbove(seenBefore)));
        });
        return new Figures(team, lines, load(now), load(before));
    }

    private static TeamView.Messages load(Optional<TeamMonth> month) {
        return month.map(TeamMonth::messages).map(m -> new TeamView.Messages(m.median(), m.most())).orElse(null);
    }

    private Optional<TeamMonth> month(String tenant, String team, YearMonth month, List<Membership> all,
            Wordings wordings) {
        Set<String> members = large(Membership.in(month, all)).get(team);
        return members == null
                ? Optional.empty()
                : Optional.of(told.once(tenant, "team/" + team, month, TeamMonth.class,
                        () -> TeamMonth.of(month, members, talksOf(tenant, month), Behaviours.of(wordings))));
    }

    private List<LearnersTalk> talksOf(String tenant, YearMonth month) {
        return records.talks(tenant, Months.begin(month), Months.end(month));
    }

    private List<RuleLine> rules(String tenant, YearMonth month, Wordings wordings) {
        HouseMonth house = told.once(tenant, "house", month, HouseMonth.class, () -> HouseMonth
                .of(talksOf(tenant, month), records.answers(tenant, Months.begin(month), Months.end(month))));
        return house.rules().entrySet().stream().map(e -> {
            HouseMonth.RuleHealth health = e.getValue();
            Wilson within = health.disputedWithin();
            return new RuleLine(e.getKey(), wordings.nameOf(e.getKey()), health.hits(), health.answers(),
                    health.helpful(), health.disputed(), within == null ? null : within.low(),
                    within == null ? null : within.high());
        }).toList();
    }

    private ExperimentPanel experiment(String tenant, Wordings wordings) {
        Optional<Experiment> last = experiments.last(tenant);
        if (last.isEmpty()) {
            return new ExperimentPanel(State.NONE, null, null, null, Effect.LEAST, List.of());
        }
        Experiment experiment = last.get();
        if (!ExperimentResult.isOver(experiment, clock.instant())) {
            return new ExperimentPanel(State.RUNNING, experiment.share(), experiment.since(), experiment.until(),
                    Effect.LEAST, List.of());
        }
        ExperimentResult result = told.once(tenant, "experiment/" + experiment.since(),
                Months.at(experiment.since()), ExperimentResult.class, () -> ExperimentResult.of(experiment,
                        records.talks(tenant, EVER, experiment.until()), Behaviours.of(wordings)));
        List<ChangeLine> changes = result.changes().entrySet().stream().map(e -> {
            ExperimentResult.Change c = e.getValue();
            return new ChangeLine(e.getKey(), wordings.nameOf(e.getKey()),
                    c.with(), c.without(), c.difference(), c.low(), c.high(), c.people(), c.leftOut(), c.lost(),
                    c.lostLeftOut());
        }).toList();
        return new ExperimentPanel(State.OVER, experiment.share(), experiment.since(), experiment.until(),
                Effect.LEAST, changes);
    }

    private static Membership membership(TeamMemberEntity row) {
        return new Membership(row.learner, row.team, YearMonth.from(row.fromMonth));
    }
}
