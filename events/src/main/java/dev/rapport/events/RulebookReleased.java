package dev.rapport.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is in force for a tenant from now on. Each release says everything, so the last one is enough.
 *
 * @param release counts the tenant's releases from 1: an earlier one never takes the place of a later one
 * @param number of the tenant's version in force; null where that is the default rulebook
 * @param hash of the version's texts; null with the default rulebook
 * @param files texts of the version in force by path; null with the default rulebook
 * @param shadow what observes beside it and coaches nobody; null if nothing does
 * @param silenced codes of rules that are left out because they ran away
 * @param resting codes of rules that go on seeing and coach nobody, because learners often said that they are not right; left
 *        out of the JSON where there are none, as it was before there was such a thing
 */
public record RulebookReleased(String tenant, int release, Integer number, String hash, Map<String, String> files,
        ShadowRulebook shadow, List<String> silenced, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> resting,
        Instant at) implements Event {

    public RulebookReleased {
        files = files == null ? null : sorted(files);
        silenced = silenced == null ? List.of() : List.copyOf(silenced);
        resting = resting == null ? List.of() : List.copyOf(resting);
    }

    /** With no rule that rests. */
    public RulebookReleased(String tenant, int release, Integer number, String hash, Map<String, String> files,
            ShadowRulebook shadow, List<String> silenced, Instant at) {
        this(tenant, release, number, hash, files, shadow, silenced, List.of(), at);
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
