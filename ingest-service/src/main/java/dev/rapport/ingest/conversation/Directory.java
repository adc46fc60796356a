package dev.rapport.ingest.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of each conversation by key, in memory. News comes twice and out of step, from the topic and from this
 * replica's own acknowledged writes; the offset in the topic says which is the later one.
 */
final class Directory {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(Known known, long offset) {
    }

    /** @param offset of the record on the compacted topic, where all records of one key are in one partition */
    void heard(String key, Known known, long offset) {
        entries.merge(key, new Entry(known, offset), (old, news) -> news.offset() > old.offset() ? news : old);
    }

    /** A tombstone: the conversation was erased. */
    void forget(String key, long offset) {
        entries.computeIfPresent(key, (k, old) -> offset > old.offset() ? null : old);
    }

    Optional<Known> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::known);
    }

    int size() {
        return entries.size();
    }
}
