package dev.rapport.events;

import java.util.Map;

/**
 * A version that observes and coaches nobody.
 *
 * @param number of the version
 * @param hash of its texts
 * @param files its texts by path
 */
public record ShadowRulebook(int number, String hash, Map<String, String> files) {

    public ShadowRulebook {
        files = RulebookReleased.sorted(files);
    }
}
