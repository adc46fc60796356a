package dev.rapport.rules.version;

import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.rapport.rules.rulebook.RulebookFiles;

/** The texts of rulebooks by their fingerprint, in the running transaction. What is kept once never changes. */
@ApplicationScoped
class KeptFiles {

    // ASCII, because PostgreSQL takes no zero character and JSON does
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final EntityManager database;
    private final Clock clock;

    KeptFiles(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return their fingerprint */
    String keep(String tenant, RulebookFiles files) {
        String hash = files.fingerprint();
        database.createNativeQuery("""
                insert into rulebook_files (tenant, hash, files, kept_at) values (?1, ?2, ?3, ?4)
                on conflict do nothing""").setParameter(1, tenant).setParameter(2, hash)
                .setParameter(3, write(files)).setParameter(4, clock.instant()).executeUpdate();
        return hash;
    }

    RulebookFiles find(String tenant, String hash) {
        return read((String) database
                .createNativeQuery("select files from rulebook_files where tenant = ?1 and hash = ?2", String.class)
                .setParameter(1, tenant).setParameter(2, hash).getSingleResult());
    }

    /** Forgets texts that no version has any more. */
    void forgetUnused(String tenant, String hash) {
        database.flush();
        database.createNativeQuery("""
                delete from rulebook_files where tenant = ?1 and hash = ?2 and not exists (select from rulebook_version
                where tenant = ?1 and (hash = ?2 or default_hash = ?2))""").setParameter(1, tenant)
                .setParameter(2, hash).executeUpdate();
    }

    private static String write(RulebookFiles files) {
        try {
            return JSON.writeValueAsString(files.texts());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts that are no JSON", impossible);
        }
    }

    private static RulebookFiles read(String json) {
        try {
            Map<String, String> texts = JSON.readValue(json, new TypeReference<SortedMap<String, String>>() {
            });
            return new RulebookFiles(new TreeMap<>(texts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("kept texts that cannot be read", impossible);
        }
    }
}
