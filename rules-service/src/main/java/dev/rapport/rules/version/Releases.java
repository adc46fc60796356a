package dev.rapport.rules.version;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.rapport.events.RulebookReleased;
import dev.rapport.events.ShadowRulebook;

/**
 * What the topic of releases must be told. It is told the state and not the steps: a tenant whose releases are ahead of
 * what was published is told of as it is now, so that the topic agrees with the database however often telling failed.
 */
@ApplicationScoped
public class Releases {

    /** Names the lock in the database; any number nobody else uses. */
    private static final long LOCK = 0x5241_5050_4f52_5431L;

    private final EntityManager database;
    private final KeptFiles kept;
    private final Clock clock;

    Releases(EntityManager database, KeptFiles kept, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * The next release to publish; empty if there is none, or if another replica publishes now. Until the transaction ends no
     * other replica is given one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RulebookReleased> next() {
        boolean mine = (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK).getSingleResult();
        if (!mine) {
            return Optional.empty();
        }
        return TenantReleasesEntity.<TenantReleasesEntity>find("published < release order by tenant").page(0, 1)
                .stream().findFirst().map(this::event);
    }

    private RulebookReleased event(TenantReleasesEntity of) {
        Optional<VersionEntity> live = in(of.tenant, "live");
        Optional<VersionEntity> shadow = in(of.tenant, "shadow");
        return new RulebookReleased(of.tenant, (int) of.release, live.map(v -> v.number).orElse(null),
                live.map(v -> v.hash).orElse(null), live.map(v -> kept.find(of.tenant, v.hash).texts()).orElse(null),
                shadow.map(v -> new ShadowRulebook(v.number, v.hash, kept.find(of.tenant, v.hash).texts()))
                        .orElse(null),
                SilencedEntity.codes(of.tenant, false), SilencedEntity.codes(of.tenant, true),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Optional<VersionEntity> in(String tenant, String state) {
        return VersionEntity.<VersionEntity>find("tenant = ?1 and state = ?2", tenant, state).firstResultOptional();
    }

    /** The broker has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void published(RulebookReleased release) {
        TenantReleasesEntity.update("published = ?1 where tenant = ?2 and published < ?1", (long) release.release(),
                release.tenant());
    }

    /**
     * Publishes again what the topic has lost, such as after a broker was set up anew.
     *
     * @param inTopic the last release of each tenant there
     * @return tenants that are told of again
     */
    @Transactional
    public List<String> publishWhatIsMissing(Map<String, Integer> inTopic) {
        List<TenantReleasesEntity> lost = TenantReleasesEntity.<TenantReleasesEntity>list("published > 0").stream()
                .filter(t -> inTopic.getOrDefault(t.tenant, 0) < t.published).toList();
        lost.forEach(t -> TenantReleasesEntity.update("published = 0 where tenant = ?1", t.tenant));
        return lost.stream().map(t -> t.tenant).toList();
    }
}
