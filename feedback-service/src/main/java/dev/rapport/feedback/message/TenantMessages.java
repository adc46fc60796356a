package dev.rapport.feedback.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.rapport.coaching.composition.Composer;
import dev.rapport.coaching.wording.MessageFolder;
import dev.rapport.coaching.wording.Reading;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.RulebookReleased;

/**
 * What tenants say in their own words: the messages of the rulebooks they released. A release whose messages have a fault
 * leaves those before it in force.
 */
@ApplicationScoped
class TenantMessages {

    private static final Logger LOG = Logger.getLogger(TenantMessages.class);
    private static final String FOLDER = "messages/";

    /**
     * @param own null where the tenant uses the messages of the house
     * @param rules what it released besides; null where it uses the rulebook of the house
     * @param resting codes of rules that coach nobody for now
     */
    private record Released(int release, Own own, ReleasedRules rules, Set<String> resting) {
    }

    /** The wordings of a tenant, ready to compose with. */
    record Own(Wordings wordings, Composer composer) {
    }

    private final Map<String, Released> released = new ConcurrentHashMap<>();

    /** An earlier release never takes the place of a later one. */
    void take(RulebookReleased event) {
        Released before = released.get(event.tenant());
        if (before != null && before.release >= event.release()) {
            return;
        }
        SortedMap<String, String> texts = new TreeMap<>();
        if (event.files() != null) {
            event.files().forEach((path, text) -> {
                if (path.startsWith(FOLDER)) {
                    texts.put(path.substring(FOLDER.length()), text);
                }
            });
        }
        Own own = before == null ? null : before.own;
        if (texts.isEmpty()) {
            own = null;
        } else if (MessageFolder.read("messages", texts) instanceof Reading.Read sound) {
            own = new Own(sound.wordings(), new Composer(sound.wordings()));
        } else {
            LOG.errorf("tenant %s: the messages of release %d have a fault; those before stay in force",
                    event.tenant(), event.release());
        }
        released.put(event.tenant(),
                new Released(event.release(), own, ReleasedRules.of(event), Set.copyOf(event.resting())));
    }

    /** Codes of rules that coach nobody for now. */
    Set<String> resting(String tenant) {
        Released last = released.get(tenant);
        return last == null ? Set.of() : last.resting;
    }

    /** Empty for a tenant that uses the rulebook of the house. */
    Optional<ReleasedRules> rules(String tenant) {
        return Optional.ofNullable(released.get(tenant)).map(Released::rules);
    }

    /** Empty for a tenant that uses the messages of the house. */
    Optional<Own> of(String tenant) {
        return Optional.ofNullable(released.get(tenant)).map(Released::own);
    }
}
