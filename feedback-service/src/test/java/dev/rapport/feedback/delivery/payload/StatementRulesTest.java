package dev.rapport.feedback.delivery.payload;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A stub that takes anything proves nothing: each rule refuses the statement that breaks it. */
class StatementRulesTest {

    private static final String SOUND = new Payloads(URI.create("https://rapport.example")).xapi(Coached.both(),
            UUID.fromString("4f0c3a58-5a35-3a2c-8d3b-0c2f5b1f6a11"), "0f1e");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "4f0c3a58-5a35-3a2c        | 4f0c3a58-5a35         | id: no UUID of RFC 4122",
            "\"verb\":                 | \"verbs\":            | statement.verbs: unknown",
            "\"homePage\":\"https://   | \"homePage\":\"       | actor.account.homePage: no IRI",
            "\"en\":\"was coached\"    | \"english!\":\"x\"    | verb.display: no language map",
            "2026-03-02T10:15          | 2026-03-02 10:15      | timestamp: no ISO 8601 time with its zone",
            "\"platform\":\"Rapport\"  | \"platform\":null     | context.platform: null",
            "\"name\":\"0f1e\"         | \"mbox\":\"0f1e\"     | actor.account.mbox: unknown",
            "\"objectType\":\"Agent\"  | \"objectType\":\"Me\" | actor.objectType: not Agent"})
    void whatBreaksARuleIsFound(String part, String instead, String fault) throws IOException {
        assertThat(StatementRules.faultsOf(new JsonMapper().readTree(SOUND))).isEmpty();
        assertThat(SOUND).contains(part);

        assertThat(StatementRules.faultsOf(new JsonMapper().readTree(SOUND.replace(part, instead)))).contains(fault);
    }
}
