package dev.rapport.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in force for a tenant from now on. Each release says everything, so the last one is enough.
 *
 * @param release counts the tenant's releases from 1: an earlier one never takes the place of a later one
 * @param number of the tenant's version in force; null where that is the default rulebook
 * @param hash of the version's texts; null with the default rulebook
 * @param files texts of the version in force by path; null with the default rulebook
 * @param shadow what observes beside it and coaches nobody; null if nothing does
 * @param silenced codes of rules that are left out because they ran away
 */
public record RulebookReleased(String tenant, int release, Integer number, String hash, Map<String, String> files,
        ShadowRulebook shadow, List<String> silenced, Instant at) implements Event {

    public RulebookReleased {
        files = files == null ? null : sorted(files);
        silenced = silenced == null ? List.of() : List.copyOf(silenced);
    }

    static SortedMap<String, String> sorted(Map<String, String> files) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    @Override
    public String id() {
        return key() + "/release/" + release;
    }

    @Override
    public String key() {
        return Keys.rulebook(tenant);
    }
}
