package dev.rapport.rules.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import dev.rapport.events.RulebookReleased;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;

/**
 * The rules that tenants have released, and the default rulebook for those that have none. A release takes effect as a
 * whole: whoever asks gets the rules before it or those after. One that cannot be read changes nothing.
 */
final class ReleasedRules {

    private static final Logger LOG = Logger.getLogger(ReleasedRules.class);

    /**
     * What a tenant released last.
     *
     * @param number null for the default rulebook
     * @param own null for the default rulebook
     * @param shadow null if nothing is in the shadow
     */
    private record Released(int release, Integer number, String hash, RulesOfRulebook own, int count, Shadow shadow,
            Set<String> silenced, Instant since) {
    }

    /** The default rulebook without some rules, as long as it is the default rulebook. */
    private record DefaultWithout(String version, Set<String> silenced, Rules rules) {
    }

    private final Map<String, Released> released = new ConcurrentHashMap<>();
    private final Map<String, DefaultWithout> defaultWithout = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Supplier<Optional<RulesWatch.InForce>> byDefault;
    private final BiConsumer<String, Map<String, String>> stopped;
    private final Clock clock;

    /**
     * @param byDefault the default rulebook
     * @param stopped told the tenant and the rules that took too much work, by code with what took it
     */
    ReleasedRules(Supplier<Optional<RulesWatch.InForce>> byDefault, BiConsumer<String, Map<String, String>> stopped,
            Clock clock) {
        this.byDefault = byDefault;
        this.stopped = stopped;
        this.clock = clock;
    }

    /** @return whether it is a release of later than what was known */
    boolean take(RulebookReleased event) {
        Released before = released.get(event.tenant());
        if (before != null && before.release >= event.release()) {
            return false;
        }
        try {
            RulesOfRulebook own = event.files() == null
                    ? null
                    : rules(event.files(), event.silenced(), event.tenant(), event.number(),
                            before == null || !sameRules(before, event) ? null : before.own);
            Shadow shadow = event.shadow() == null
                    ? null
                    : new Shadow(event.shadow().number(),
                            rules(event.shadow().files(), List.of(), event.tenant(), event.shadow().number(), null));
            Released now = new Released(event.release(), event.number(), event.hash(), own,
                    own == null ? 0 : own.rulebook().rules().size(), shadow, Set.copyOf(event.silenced()),
                    clock.instant());
            prepare(event.tenant(), now);
            released.put(event.tenant(), now);
            refused.remove(event.tenant());
            LOG.infof("tenant %s: release %d, %s%s%s", event.tenant(), event.release(),
                    own == null
                            ? "the default rulebook is in force"
                            : "version " + event.number() + " (rulebook " + own.version() + ") is in force",
                    shadow == null ? "" : ", version " + shadow.number() + " in the shadow",
                    event.silenced().isEmpty() ? "" : ", silenced " + event.silenced());
        } catch (UnreadableRelease unreadable) {
            refused.put(event.tenant(), event.release());
            LOG.errorf("tenant %s: release %d cannot be used and changes nothing: %s", event.tenant(),
                    event.release(), unreadable.getMessage());
        }
        return true;
    }

    private static boolean sameRules(Released before, RulebookReleased event) {
        return before.own != null && event.hash().equals(before.hash)
                && before.silenced.equals(Set.copyOf(event.silenced()));
    }

    private static RulesOfRulebook rules(Map<String, String> files, List<String> silenced, String tenant,
            Integer number, RulesOfRulebook same) throws UnreadableRelease {
        if (same != null) {
            return same;
        }
        Reading reading = RulebookReader.read(new RulebookFiles(new TreeMap<>(files)));
        if (reading instanceof Reading.Refused faulty) {
            throw new UnreadableRelease("version " + number + ": " + faulty.faults().get(0));
        }
        return new RulesOfRulebook(new Judge(((Reading.Read) reading).rulebook(), Set.copyOf(silenced)));
    }

    /** The rules in force for a tenant; empty as long as there is no rulebook without a fault. */
    Optional<Rules> of(String tenant) {
        Released own = released.get(tenant);
        Optional<Rules> rules;
        if (own == null) {
            rules = byDefault.get().map(RulesWatch.InForce::rules);
        } else if (own.own != null) {
            rules = Optional.of(own.own);
        } else if (own.silenced.isEmpty()) {
            rules = byDefault.get().map(RulesWatch.InForce::rules);
        } else {
            rules = byDefault.get().map(now -> without(tenant, now, own.silenced));
        }
        return rules.map(each -> new Watched(tenant, each, stopped));
    }

    private Rules without(String tenant, RulesWatch.InForce now, Set<String> silenced) {
        DefaultWithout made = defaultWithout.get(tenant);
        if (made == null || !made.version.equals(now.rules().version()) || !made.silenced.equals(silenced)) {
            Rules rules = RulebookReader.read(now.files()) instanceof Reading.Read read
                    ? new RulesOfRulebook(new Judge(read.rulebook(), silenced))
                    : now.rules();
            made = new DefaultWithout(now.rules().version(), silenced, rules);
            defaultWithout.put(tenant, made);
        }
        return made.rules;
    }

    /** Builds what depends on the default rulebook as it is now, which takes longer than a turn should wait. */
    void prepare() {
        released.forEach(this::prepare);
    }

    private void prepare(String tenant, Released of) {
        if (of.own != null || of.silenced.isEmpty()) {
            defaultWithout.remove(tenant);
        } else {
            byDefault.get().ifPresent(now -> without(tenant, now, of.silenced));
        }
    }

    Optional<Shadow> shadowOf(String tenant) {
        return Optional.ofNullable(released.get(tenant)).map(Released::shadow);
    }

    /** The last release of each tenant that is in force. */
    Map<String, Integer> releases() {
        Map<String, Integer> releases = new TreeMap<>();
        released.forEach((tenant, each) -> releases.put(tenant, each.release));
        return releases;
    }

    /** What there is to say of a tenant that has released something. */
    Optional<RulesInForce.Own> own(String tenant) {
        return Optional.ofNullable(released.get(tenant)).map(each -> new RulesInForce.Own(each.release, each.number,
                each.own == null ? null : each.own.version(), each.count,
                each.own == null ? Set.of() : each.own.codes(), each.shadow == null ? null : each.shadow.number(),
                new TreeSet<>(each.silenced), each.since, refused.get(tenant)));
    }

    /** Somebody newer wrote a rulebook that this version of the service cannot read. */
    private static final class UnreadableRelease extends Exception {
        UnreadableRelease(String message) {
            super(message);
        }
    }

    /** Rules that say so when one of them took too much work. */
    private record Watched(String tenant, Rules rules, BiConsumer<String, Map<String, String>> stopped)
            implements
                Rules {

        @Override
        public String version() {
            return rules.version();
        }

        @Override
        public Set<String> codes() {
            return rules.codes();
        }

        @Override
        public Verdicts judge(Moment moment) {
            Verdicts verdicts = rules.judge(moment);
            if (!verdicts.stopped().isEmpty()) {
                stopped.accept(tenant, verdicts.stopped());
            }
            return verdicts;
        }
    }
}
