package dev.rapport.rules.version;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.rapport.rules.person.Person;
import dev.rapport.rules.release.RulesInForce;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.difference.Difference;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.version.State.Signed;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The rulebook of each tenant through its life: written as a draft, checked, maybe put into the shadow, approved by a
 * second person, live, retired. What must not happen is answered with {@link Refused} and changes nothing. Every step is
 * in the {@link #history}.
 * <p>
 * Whoever changes a version names the edition they saw.
 */
@ApplicationScoped
public class Rulebooks {

    /** In characters. */
    public static final int LONGEST_WHY = 500;

    private final EntityManager database;
    private final KeptFiles kept;
    private final RulesInForce rules;
    private final Event<ReleaseDecided> decided;
    private final Clock clock;
    private final TextReader reader = new TextReader();

    Rulebooks(EntityManager database, KeptFiles kept, RulesInForce rules, Event<ReleaseDecided> decided,
            Clock clock) {
        this.database = database;
        this.kept = kept;
        this.rules = rules;
        this.decided = decided;
        this.clock = clock;
    }

    /**
     * A version and what keeps it from being released.
     *
     * @param version {@link State.Checked} if there is no fault, still a draft otherwise
     * @param faults by file and position
     * @param hints what is worth a look and keeps it from nothing
     */
    public record Check(Version version, List<Fault> faults, List<Fault> hints) {

        public Check {
            faults = List.copyOf(faults);
            hints = List.copyOf(hints);
        }
    }

    // ---- What there is

    /** All versions of the tenant, newest first. */
    @Transactional
    public List<Version> versions(String tenant) {
        Map<Integer, SortedSet<String>> authors = new TreeMap<>();
        AuthorEntity.<AuthorEntity>list("tenant", tenant)
                .forEach(a -> authors.computeIfAbsent(a.number, n -> new TreeSet<>()).add(a.person));
        return VersionEntity.<VersionEntity>list("tenant = ?1 order by number desc", tenant).stream()
                .map(v -> version(v, authors.getOrDefault(v.number, new TreeSet<>()))).toList();
    }

    /** @throws Refused {@link Refusal.Unknown} */
    @Transactional
    public Version find(String tenant, int number) {
        return version(entity(tenant, number));
    }

    /** The version in force; empty where that is the default rulebook. */
    @Transactional
    public Optional<Version> live(String tenant) {
        return in(tenant, "live").map(this::version);
    }

    /** The version in the shadow. */
    @Transactional
    public Optional<Version> shadow(String tenant) {
        return in(tenant, "shadow").map(this::version);
    }

    /** @throws Refused {@link Refusal.Unknown} */
    @Transactional
    public RulebookFiles files(String tenant, int number) {
        return kept.find(tenant, entity(tenant, number).hash);
    }

    /**
     * The default rulebook a version is based on, as it was then.
     *
     * @throws Refused {@link Refusal.Unknown}
     */
    @Transactional
    public RulebookFiles defaultOf(String tenant, int number) {
        return kept.find(tenant, entity(tenant, number).defaultHash);
    }

    /**
     * The default rulebook as it is now, which is in force for every tenant without a version of its own.
     *
     * @throws Refused {@link Refusal.NoDefault}
     */
    public RulebookFiles defaultFiles() {
        return rules.defaultFiles().orElseThrow(() -> new Refused(new Refusal.NoDefault()));
    }

    /**
     * The texts in force for the tenant: those of its live version, or the default.
     *
     * @throws Refused {@link Refusal.NoDefault}
     */
    @Transactional
    public RulebookFiles filesInForce(String tenant) {
        return in(tenant, "live").map(live -> kept.find(tenant, live.hash)).orElseGet(this::defaultFiles);
    }

    /**
     * What is different in a version, in sentences.
     *
     * @param from number of the version it is compared with; null for what is in force
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.NoDefault}
     */
    @Transactional
    public Difference difference(String tenant, int number, Integer from) {
        return Difference.of(from == null ? filesInForce(tenant) : files(tenant, from), files(tenant, number));
    }

    /**
     * What a change of the default rulebook since a version was based on it means for the version.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.NoDefault}
     */
    @Transactional
    public Inheritance inheritance(String tenant, int number) {
        return Inheritance.of(defaultOf(tenant, number), defaultFiles(), files(tenant, number));
    }

    /**
     * Who did what, newest first.
     *
     * @param number null for all versions
     * @param before {@link Deed#id()} of the last one seen; null to begin with the newest
     */
    @Transactional
    public List<Deed> history(String tenant, Integer number, Long before, int most) {
        return DeedEntity.<DeedEntity>find(
                "tenant = ?1 and (?2 is null or number = ?2) and (?3 is null or id < ?3) order by id desc", tenant,
                number, before).page(0, most).stream().map(DeedEntity::deed).toList();
    }

    // ---- Writing

    /**
     * A new draft.
     *
     * @param from number of the version it begins as a copy of; null for what is in force
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.NoDefault}
     */
    @Transactional
    public Version startDraft(Person person, Integer from, String why) {
        Optional<VersionEntity> origin = from == null
                ? in(person.tenant(), "live")
                : Optional.of(entity(person.tenant(), from));
        if (origin.isEmpty()) {
            return startDraftFromDefault(person, why);
        }
        VersionEntity old = origin.get();
        // what nobody has approved yet still has the authors it had
        Collection<String> authors = old.approvedBy == null ? authors(old) : List.of();
        return start(person, old.hash, old.defaultHash, old.number, authors, why);
    }

    /**
     * A new draft that begins as a copy of the default rulebook, whatever is in force.
     *
     * @throws Refused {@link Refusal.NoDefault}
     */
    @Transactional
    public Version startDraftFromDefault(Person person, String why) {
        String hash = kept.keep(person.tenant(), defaultFiles());
        return start(person, hash, hash, null, List.of(), why);
    }

    private Version start(Person person, String hash, String defaultHash, Integer from, Collection<String> authors,
            String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        tenant.lastNumber++;
        VersionEntity draft = new VersionEntity();
        draft.tenant = person.tenant();
        draft.number = tenant.lastNumber;
        draft.edition = 1;
        draft.hash = hash;
        draft.defaultHash = defaultHash;
        draft.startedFrom = from;
        draft.why = why;
        draft.startedBy = person.name();
        draft.startedAt = now();
        draft.changedBy = person.name();
        draft.changedAt = draft.startedAt;
        draft.enter(new State.Draft());
        draft.persist();
        authors.forEach(author -> addAuthor(draft, author));
        addAuthor(draft, person.name());
        record(person, draft, Deed.What.STARTED, why);
        return version(draft);
    }

    /**
     * New texts for a draft. They may have faults: {@link #check} says which.
     *
     * @param edition the one that was changed
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if it is no draft,
     *         {@link Refusal.Faulty} for paths and sizes that no rulebook may have
     */
    @Transactional
    public Version save(Person person, int number, int edition, RulebookFiles files) {
        return save(person, number, edition, files, null);
    }

    /**
     * New texts for a draft that is from now on based on the default rulebook as it is now: whoever saves has looked at what
     * changed in it.
     *
     * @throws Refused as {@link #save}, and {@link Refusal.NoDefault}
     */
    @Transactional
    public Version saveOnNewDefault(Person person, int number, int edition, RulebookFiles files) {
        return save(person, number, edition, files, kept.keep(person.tenant(), defaultFiles()));
    }

    private Version save(Person person, int number, int edition, RulebookFiles files, String newDefault) {
        VersionEntity draft = locked(person.tenant(), number, edition);
        if (!(draft.state() instanceof State.Draft)) {
            throw new Refused(new Refusal.NotNow(number, draft.state, "changed",
                    "Start a draft from it and change that."));
        }
        List<Fault> faults = files.faults();
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Faulty(number, faults));
        }
        String hash = kept.keep(person.tenant(), files);
        String defaultHash = newDefault == null ? draft.defaultHash : newDefault;
        if (hash.equals(draft.hash) && defaultHash.equals(draft.defaultHash)) {
            return version(draft);
        }
        String oldHash = draft.hash;
        String oldDefault = draft.defaultHash;
        draft.hash = hash;
        draft.defaultHash = defaultHash;
        addAuthor(draft, person.name());
        change(person, draft, Deed.What.SAVED, null);
        kept.forgetUnused(person.tenant(), oldHash);
        kept.forgetUnused(person.tenant(), oldDefault);
        return version(draft);
    }

    /**
     * Reads a draft, reviews it and plays its examples. Without a fault it is checked from then on, and its texts stay as
     * they are. Takes seconds for a large rulebook.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if it is no draft
     */
    public Check check(Person person, int number, int edition) {
        RulebookFiles files = QuarkusTransaction.requiringNew().call(() -> {
            VersionEntity draft = seen(person.tenant(), number, edition);
            draftToCheck(draft);
            return kept.find(person.tenant(), draft.hash);
        });
        Proof proof = Proof.of(files, reader, LocalDate.now(clock));
        return QuarkusTransaction.requiringNew().call(() -> {
            VersionEntity draft = locked(person.tenant(), number, edition);
            State.Draft state = draftToCheck(draft);
            if (proof.holds()) {
                draft.observedAs = proof.rulebook().version();
                draft.enter(state.checked(sign(person)));
                change(person, draft, Deed.What.CHECKED, null);
            } else {
                record(person, draft, Deed.What.FOUND_FAULTY, null);
            }
            return new Check(version(draft), proof.faults(), proof.hints());
        });
    }

    private static State.Draft draftToCheck(VersionEntity version) {
        if (version.state() instanceof State.Draft draft) {
            return draft;
        }
        throw new Refused(new Refusal.NotNow(version.number, version.state, "checked again",
                "Its texts have been checked and cannot change."));
    }

    // ---- Into force

    /**
     * Lets a checked version observe beside the one in force and coach nobody. One that was in the shadow before leaves it.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if it is not checked
     */
    @Transactional
    public Version toShadow(Person person, int number, int edition, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        VersionEntity version = locked(person.tenant(), number, edition);
        if (!(version.state() instanceof State.Checked checked)) {
            throw new Refused(new Refusal.NotNow(number, version.state, "put into the shadow",
                    "Only a checked version can."));
        }
        in(person.tenant(), "shadow").ifPresent(old -> {
            old.enter(((State.Shadow) old.state()).outOfTheShadow());
            change(person, old, Deed.What.UNSHADOWED, "version " + number + " takes its place");
            database.flush();
        });
        version.enter(checked.shadowing(now()));
        change(person, version, Deed.What.SHADOWED, why);
        decide(tenant);
        return version(version);
    }

    /**
     * Takes a version out of the shadow; it is checked as before.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if it is not there
     */
    @Transactional
    public Version outOfShadow(Person person, int number, int edition, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        VersionEntity version = locked(person.tenant(), number, edition);
        if (!(version.state() instanceof State.Shadow shadow)) {
            throw new Refused(new Refusal.NotNow(number, version.state, "taken out of the shadow",
                    "It is not there."));
        }
        version.enter(shadow.outOfTheShadow());
        change(person, version, Deed.What.UNSHADOWED, why);
        decide(tenant);
        return version(version);
    }

    /**
     * A second person wants it.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.OwnApproval}, {@link
     *         Refusal.NotNow} if it is neither checked nor in the shadow
     */
    @Transactional
    public Version approve(Person person, int number, int edition, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        VersionEntity version = locked(person.tenant(), number, edition);
        State before = version.state();
        if (!(before instanceof State.Checked) && !(before instanceof State.Shadow)) {
            throw new Refused(new Refusal.NotNow(number, version.state, "approved", before instanceof State.Draft
                    ? "Check it first."
                    : "Only a checked version or one in the shadow can."));
        }
        SecondPerson second = SecondPerson.of(person.name(), authors(version), now())
                .orElseThrow(() -> new Refused(new Refusal.OwnApproval(number, person.name())));
        version.enter(before instanceof State.Checked checked
                ? checked.approved(second)
                : ((State.Shadow) before).approved(second));
        change(person, version, Deed.What.APPROVED, why);
        if (before instanceof State.Shadow) {
            decide(tenant);
        }
        return version(version);
    }

    /**
     * Puts an approved version into force, after its examples have been played once more: the service may have learned words
     * since they were. What was in force is retired.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if it is not
     *         approved, {@link Refusal.Faulty}
     */
    public Version release(Person person, int number, int edition, String why) {
        RulebookFiles files = QuarkusTransaction.requiringNew().call(() -> {
            VersionEntity version = seen(person.tenant(), number, edition);
            approvedToRelease(version);
            return kept.find(person.tenant(), version.hash);
        });
        Proof proof = Proof.of(files, reader, LocalDate.now(clock));
        if (!proof.holds()) {
            throw new Refused(new Refusal.Faulty(number, proof.faults()));
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            TenantReleasesEntity tenant = lock(person.tenant());
            VersionEntity version = locked(person.tenant(), number, edition);
            State.Approved approved = approvedToRelease(version);
            retireLive(person, "version " + number + " takes its place");
            version.observedAs = proof.rulebook().version();
            version.enter(approved.released(now()));
            change(person, version, Deed.What.RELEASED, why);
            hearWhatChanged(person.tenant(), proof.rulebook());
            decide(tenant);
            return version(version);
        });
    }

    private static State.Approved approvedToRelease(VersionEntity version) {
        State state = version.state();
        if (state instanceof State.Approved approved) {
            return approved;
        }
        throw new Refused(new Refusal.NotNow(version.number, version.state, "released",
                state instanceof State.Live
                        ? "It is in force already."
                        : state instanceof State.Former
                                ? "Roll back to it."
                                : state instanceof State.Draft
                                        ? "Check it, then ask somebody who wrote nothing of it to approve it."
                                        : "Ask somebody who wrote nothing of it to approve it."));
    }

    /**
     * Puts a version into force again that was before, in one step. Its examples are not played: whoever rolls back is in a
     * hurry, and it was approved once. It must still be readable.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.NotNow} if it never was in force, {@link Refusal.Faulty}
     */
    @Transactional
    public Version rollBack(Person person, int to, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        VersionEntity version = entity(person.tenant(), to);
        if (!(version.state() instanceof State.Former former)) {
            throw new Refused(new Refusal.NotNow(to, version.state, "rolled back to",
                    version.state() instanceof State.Live
                            ? "It is in force already."
                            : "It has never been in force."));
        }
        Proof proof = Proof.reading(kept.find(person.tenant(), version.hash));
        if (!proof.holds()) {
            throw new Refused(new Refusal.Faulty(to, proof.faults()));
        }
        retireLive(person, "rolled back to version " + to);
        version.observedAs = proof.rulebook().version();
        version.enter(former.rolledBackTo(now()));
        change(person, version, Deed.What.ROLLED_BACK, why);
        hearWhatChanged(person.tenant(), proof.rulebook());
        decide(tenant);
        return version(version);
    }

    /**
     * Puts the default rulebook into force again, in one step.
     *
     * @return the version that was in force until now
     * @throws Refused {@link Refusal.NothingLive}
     */
    @Transactional
    public Version rollBackToDefault(Person person, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        return defaultAgain(person, tenant, why);
    }

    /**
     * The same for somebody who has seen which version it takes out of force.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if that version is not
     *         in force
     */
    @Transactional
    public Version rollBackToDefault(Person person, int number, int edition, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        VersionEntity version = locked(person.tenant(), number, edition);
        if (!(version.state() instanceof State.Live)) {
            throw new Refused(new Refusal.NotNow(number, version.state, "taken out of force", "It is not in force."));
        }
        return defaultAgain(person, tenant, why);
    }

    private Version defaultAgain(Person person, TenantReleasesEntity tenant, String why) {
        VersionEntity live = retireLive(person, why).orElseThrow(() -> new Refused(new Refusal.NothingLive()));
        decide(tenant);
        return version(live);
    }

    /**
     * Puts away a version that is not in force.
     *
     * @throws Refused {@link Refusal.Unknown}, {@link Refusal.ChangedMeanwhile}, {@link Refusal.NotNow} if it is in force or
     *         was
     */
    @Transactional
    public Version retire(Person person, int number, int edition, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        VersionEntity version = locked(person.tenant(), number, edition);
        State before = version.state();
        if (!(before instanceof State.NeverLive neverLive)) {
            throw new Refused(new Refusal.NotNow(number, version.state, "retired", before instanceof State.Live
                    ? "Release another version, or roll back to one or to the default rulebook."
                    : "It is already."));
        }
        version.enter(neverLive.retired(now()));
        change(person, version, Deed.What.RETIRED, why);
        if (before instanceof State.Shadow) {
            decide(tenant);
        }
        return version(version);
    }

    private Optional<VersionEntity> retireLive(Person person, String why) {
        Optional<VersionEntity> live = in(person.tenant(), "live");
        live.ifPresent(old -> {
            old.enter(((State.Live) old.state()).retired(now()));
            change(person, old, Deed.What.RETIRED, why);
            // before another becomes live: the index that allows one looks at each row by itself
            database.flush();
        });
        return live;
    }

    // ---- Rules that are set aside

    /** Rules of the tenant that are set aside, by code. */
    @Transactional
    public List<SilencedRule> silenced(String tenant) {
        return SilencedEntity.<SilencedEntity>list("tenant = ?1 order by rule", tenant).stream()
                .map(SilencedEntity::silenced).toList();
    }

    /**
     * Leaves out a rule of the rulebook in force that took too much work, at once and on all replicas.
     *
     * @param code of the rule
     * @param what the condition that took the work, as it is written
     * @return false if there is no such rule, or it is silenced already
     */
    @Transactional
    public boolean silence(String tenantId, String code, String what) {
        return setAside(tenantId, code, null, what, Deed.What.SILENCED, " took too much work: ");
    }

    /**
     * Lets a rule of the rulebook in force rest, because learners often said that it is not right: it goes on seeing and
     * coaches nobody, at once and on all replicas.
     *
     * @param ruleVersion what they spoke of; another version of the rule is left alone
     * @param what they said, in numbers
     * @return false if there is no such rule, it says something else by now, or it is set aside already
     */
    @Transactional
    public boolean rest(String tenantId, String code, String ruleVersion, String what) {
        return setAside(tenantId, code, ruleVersion, what, Deed.What.RESTED, ": ");
    }

    /** @param ruleVersion null for whatever is in force */
    private boolean setAside(String tenantId, String code, String ruleVersion, String what, Deed.What deed,
            String why) {
        TenantReleasesEntity tenant = lock(tenantId);
        boolean observes = deed == Deed.What.RESTED;
        Optional<SilencedEntity> before = SilencedEntity.of(tenantId, code);
        if (before.isPresent() && (observes || !before.get().observes)) {
            return false;
        }
        Optional<VersionEntity> live = in(tenantId, "live");
        Rulebook rulebook = Proof.reading(filesInForce(tenantId)).rulebook();
        Optional<Rule> found = rulebook == null
                ? Optional.empty()
                : rulebook.rule(code).filter(rule -> ruleVersion == null || ruleVersion.equals(rulebook.version(rule)));
        found.ifPresent(rule -> {
            // one that rests may run away as well
            SilencedEntity silenced = before.orElseGet(SilencedEntity::new);
            silenced.tenant = tenantId;
            silenced.rule = code;
            silenced.ruleVersion = rulebook.version(rule);
            silenced.name = rule.name();
            silenced.owner = rule.owner();
            silenced.what = what;
            silenced.observes = observes;
            silenced.silencedAt = now();
            silenced.persist();
            record(Person.service(tenantId), live.orElse(null), deed, shortened(code + " \"" + rule.name()
                    + "\" of " + rule.owner() + why + what));
            decide(tenant);
        });
        return found.isPresent();
    }

    /**
     * Lets a rule that is set aside be heard again as it is.
     *
     * @return false if it was not set aside
     */
    @Transactional
    public boolean hearAgain(Person person, String code, String why) {
        TenantReleasesEntity tenant = lock(person.tenant());
        if (SilencedEntity.delete("tenant = ?1 and rule = ?2", person.tenant(), code) == 0) {
            return false;
        }
        // what learners said so far was looked at
        database.createNativeQuery("""
                insert into rule_heard_again (tenant, rule, since) values (?1, ?2, ?3)
                on conflict (tenant, rule) do update set since = excluded.since""").setParameter(1, person.tenant())
                .setParameter(2, code).setParameter(3, now()).executeUpdate();
        record(person, in(person.tenant(), "live").orElse(null), Deed.What.HEARD_AGAIN,
                why == null ? code : shortened(code + ": " + why));
        decide(tenant);
        return true;
    }

    /** What a release says differently, or no longer has, need not be silent any more. */
    private static void hearWhatChanged(String tenant, Rulebook next) {
        SilencedEntity.<SilencedEntity>list("tenant", tenant).stream()
                .filter(silenced -> next.rule(silenced.rule)
                        .map(rule -> !next.version(rule).equals(silenced.ruleVersion)).orElse(true))
                .forEach(SilencedEntity::delete);
    }

    private static String shortened(String why) {
        return why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY - 1) + "…";
    }

    // ---- How it is kept

    private void decide(TenantReleasesEntity tenant) {
        tenant.release++;
        decided.fire(new ReleaseDecided(tenant.tenant));
    }

    /** Whatever changes numbers or releases of a tenant does so one at a time. */
    private TenantReleasesEntity lock(String tenant) {
        database.createNativeQuery("""
                insert into tenant_releases (tenant, last_number, release, published) values (?1, 0, 0, 0)
                on conflict do nothing""").setParameter(1, tenant).executeUpdate();
        return database.find(TenantReleasesEntity.class, tenant, LockModeType.PESSIMISTIC_WRITE);
    }

    private VersionEntity entity(String tenant, int number) {
        return VersionEntity.<VersionEntity>find("tenant = ?1 and number = ?2", tenant, number).firstResultOptional()
                .orElseThrow(() -> new Refused(new Refusal.Unknown(number)));
    }

    private VersionEntity seen(String tenant, int number, int edition) {
        return sameEdition(entity(tenant, number), edition);
    }

    private VersionEntity locked(String tenant, int number, int edition) {
        VersionEntity version = entity(tenant, number);
        // what was read before the lock was waited for may be old
        database.refresh(version, LockModeType.PESSIMISTIC_WRITE);
        return sameEdition(version, edition);
    }

    private static VersionEntity sameEdition(VersionEntity version, int edition) {
        if (version.edition != edition) {
            throw new Refused(new Refusal.ChangedMeanwhile(version.number, version.edition, version.changedBy,
                    version.changedAt));
        }
        return version;
    }

    private static Optional<VersionEntity> in(String tenant, String state) {
        return VersionEntity.<VersionEntity>find("tenant = ?1 and state = ?2", tenant, state).firstResultOptional();
    }

    private static void addAuthor(VersionEntity version, String person) {
        if (AuthorEntity.count("tenant = ?1 and number = ?2 and person = ?3", version.tenant, version.number,
                person) == 0) {
            AuthorEntity author = new AuthorEntity();
            author.tenant = version.tenant;
            author.number = version.number;
            author.person = person;
            author.persist();
        }
    }

    private static SortedSet<String> authors(VersionEntity version) {
        SortedSet<String> authors = new TreeSet<>();
        AuthorEntity.<AuthorEntity>list("tenant = ?1 and number = ?2", version.tenant, version.number)
                .forEach(a -> authors.add(a.person));
        return authors;
    }

    private void change(Person person, VersionEntity version, Deed.What what, String why) {
        version.edition++;
        version.changedBy = person.name();
        version.changedAt = now();
        record(person, version, what, why);
    }

    /** @param version null where it is about the default rulebook */
    private void record(Person person, VersionEntity version, Deed.What what, String why) {
        DeedEntity deed = new DeedEntity();
        deed.tenant = person.tenant();
        deed.number = version == null ? null : version.number;
        deed.person = person.name();
        deed.at = now();
        deed.deed = what.name();
        deed.why = why;
        deed.hash = version == null ? null : version.hash;
        deed.persist();
    }

    private Signed sign(Person person) {
        return new Signed(person.name(), now());
    }

    /** As exact as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Version version(VersionEntity version) {
        return version(version, authors(version));
    }

    private static Version version(VersionEntity of, SortedSet<String> authors) {
        return new Version(of.tenant, of.number, of.state(), of.edition, of.hash, of.defaultHash, of.startedFrom,
                of.observedAs, of.why, new Signed(of.startedBy, of.startedAt), new Signed(of.changedBy, of.changedAt),
                authors);
    }
}
