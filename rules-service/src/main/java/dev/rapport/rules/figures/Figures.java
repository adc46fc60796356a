package dev.rapport.rules.figures;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Event;
import dev.rapport.events.LearnerErased;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ShadowObserved;

/**
 * Counts what rules saw and what learners said of it. Whatever is told twice, or corrected, is counted once: each hit and
 * each reaction has a row that holds its last word.
 */
@ApplicationScoped
public class Figures {

    /** Longer than an observation can come again: its topic is kept for a week. */
    static final int DAYS_HITS_ARE_KEPT = 30;
    static final int DAYS_SHADOWS_ARE_KEPT = 90;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;

    Figures(EntityManager database) {
        this.database = database;
    }

    /**
     * @param day when it was told, in UTC
     */
    public record Told(Event event, LocalDate day) {
    }

    /** Takes events in their order, all or none of them. Those of other kinds are passed over. */
    @Transactional
    public void take(List<Told> events) {
        for (Told told : events) {
            if (told.event() instanceof BehaviourObserved observed) {
                hit(observed, told.day());
            } else if (told.event() instanceof ReactionGiven reaction) {
                reaction(reaction);
            } else if (told.event() instanceof ShadowObserved shadow) {
                shadow(shadow, told.day());
            } else if (told.event() instanceof LearnerErased erased) {
                erase(erased);
            }
        }
    }

    private void hit(BehaviourObserved observed, LocalDate day) {
        Query before = query("""
                select stands, day from rule_hit where tenant = ?1 and conversation = ?2 and turn = ?3 and rule = ?4
                for update""", Tuple.class, observed.tenant(), observed.conversation(), observed.turn(),
                observed.rule());
        List<?> rows = before.getResultList();
        boolean stood = !rows.isEmpty() && ((Tuple) rows.get(0)).get(0, Boolean.class);
        boolean stands = !observed.withdrawn();
        LocalDate of = rows.isEmpty() ? day : ((Tuple) rows.get(0)).get(1, LocalDate.class);
        query("""
                insert into rule_hit (tenant, conversation, turn, rule, learner, day, stands)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                on conflict (tenant, conversation, turn, rule) do update set stands = excluded.stands""", null,
                observed.tenant(), observed.conversation(), observed.turn(), observed.rule(), observed.learner(), of,
                stands).executeUpdate();
        if (stood != stands) {
            query("""
                    insert into rule_day (tenant, rule, day, hits) values (?1, ?2, ?3, ?4)
                    on conflict (tenant, rule, day) do update set hits = rule_day.hits + excluded.hits""", null,
                    observed.tenant(), observed.rule(), of, stands ? 1 : -1).executeUpdate();
        }
        if (stands) {
            query("""
                    insert into rule_learner (tenant, rule, learner, day) values (?1, ?2, ?3, ?4)
                    on conflict (tenant, rule, learner) do update
                    set day = greatest(rule_learner.day, excluded.day)""", null, observed.tenant(), observed.rule(),
                    observed.learner(), of).executeUpdate();
        }
    }

    private void reaction(ReactionGiven given) {
        query("""
                insert into rule_reaction (tenant, rule, learner, message, reaction, given_at, rule_version)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                on conflict (tenant, rule, learner, message) do update
                set reaction = excluded.reaction, given_at = excluded.given_at, rule_version = excluded.rule_version
                where rule_reaction.given_at <= excluded.given_at""", null, given.tenant(), given.rule(),
                given.learner(), given.message(), given.reaction().name(), given.at(), given.ruleVersion())
                .executeUpdate();
    }

    /**
     * Of what learners said of this version of the rule, since somebody last looked at what they said. Of each learner the
     * last word counts, so that nobody can outvote the others.
     */
    @Transactional
    public Precision precision(String tenant, String rule, String ruleVersion) {
        Tuple row = (Tuple) query("""
                select count(*) filter (where reaction = 'HELPFUL'), count(*) from (
                    select distinct on (r.learner) r.reaction from rule_reaction r
                    where r.tenant = ?1 and r.rule = ?2 and r.rule_version = ?3
                    and r.reaction in ('HELPFUL', 'NOT_RIGHT')
                    and not exists (select from rule_heard_again h
                    where h.tenant = r.tenant and h.rule = r.rule and h.since >= r.given_at)
                    order by r.learner, r.given_at desc, r.message) said""", Tuple.class, tenant, rule,
                ruleVersion).getSingleResult();
        return new Precision(((Number) row.get(0)).longValue(), ((Number) row.get(1)).longValue());
    }

    private void shadow(ShadowObserved observed, LocalDate day) {
        query("""
                insert into shadow_talk (tenant, number, conversation, learner, hits, day)
                values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict (tenant, number, conversation) do update set hits = excluded.hits""", null,
                observed.tenant(), observed.number(), observed.conversation(), observed.learner(),
                write(observed.hits()), day).executeUpdate();
    }

    /** What was counted of somebody stays counted, and nothing says any more that it was of them. */
    private void erase(LearnerErased erased) {
        for (String table : List.of("rule_hit", "rule_learner", "rule_reaction", "shadow_talk")) {
            query("delete from " + table + " where tenant = ?1 and learner = ?2", null, erased.tenant(),
                    erased.learner()).executeUpdate();
        }
    }

    /** Drops rows that nothing can correct any more; what they counted stays counted. */
    @Transactional
    public void forgetOld(LocalDate today) {
        query("delete from rule_hit where day < ?1", null, today.minusDays(DAYS_HITS_ARE_KEPT)).executeUpdate();
        query("delete from shadow_talk where day < ?1", null, today.minusDays(DAYS_SHADOWS_ARE_KEPT)).executeUpdate();
    }

    /**
     * What each rule of the tenant did since a day, by code; a rule that did nothing is not there.
     *
     * @param since in UTC
     */
    @Transactional
    public Map<String, RuleFigures> of(String tenant, LocalDate since) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        count(counts, "hits", query("""
                select rule, sum(hits) from rule_day where tenant = ?1 and day >= ?2 group by rule""", Tuple.class,
                tenant, since));
        count(counts, "learners", query("""
                select rule, count(*) from rule_learner where tenant = ?1 and day >= ?2 group by rule""", Tuple.class,
                tenant, since));
        for (ReactionGiven.Reaction reaction : ReactionGiven.Reaction.values()) {
            count(counts, reaction.name(), query("""
                    select rule, count(*) from rule_reaction where tenant = ?1 and given_at >= ?2 and reaction = ?3
                    group by rule""", Tuple.class, tenant, since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    reaction.name()));
        }
        Map<String, RuleFigures> figures = new TreeMap<>();
        counts.forEach((rule, of) -> figures.put(rule, new RuleFigures(rule, of.getOrDefault("hits", 0L),
                of.getOrDefault("learners", 0L), of.getOrDefault("HELPFUL", 0L), of.getOrDefault("DELIBERATE", 0L),
                of.getOrDefault("NOT_RIGHT", 0L), of.getOrDefault("STOP", 0L))));
        return figures;
    }

    private static void count(Map<String, Map<String, Long>> counts, String what, Query rows) {
        for (Object row : rows.getResultList()) {
            Tuple each = (Tuple) row;
            counts.computeIfAbsent(each.get(0, String.class), rule -> new HashMap<>()).put(what,
                    ((Number) each.get(1)).longValue());
        }
    }

    /** What a version of the tenant saw in the shadow. */
    @Transactional
    public ShadowFigures ofShadow(String tenant, int number) {
        Map<String, Long> hits = new TreeMap<>();
        Map<String, Long> talks = new TreeMap<>();
        List<?> rows = query("select hits from shadow_talk where tenant = ?1 and number = ?2", String.class, tenant,
                number).getResultList();
        rows.forEach(row -> read((String) row).forEach((rule, times) -> {
            hits.merge(rule, times.longValue(), Long::sum);
            talks.merge(rule, 1L, Long::sum);
        }));
        return new ShadowFigures(rows.size(), hits, talks);
    }

    private Query query(String sql, Class<?> row, Object... parameters) {
        Query query = row == null ? database.createNativeQuery(sql) : database.createNativeQuery(sql, row);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private static String write(Map<String, Integer> hits) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(hits));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("counts that are no JSON", impossible);
        }
    }

    private static Map<String, Integer> read(String hits) {
        try {
            return JSON.readValue(hits, new TypeReference<Map<String, Integer>>() {
            });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("counts that cannot be read", impossible);
        }
    }
}
