package dev.rapport.rules.problem;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.rules.RealPartsProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** What a client reads that asks for what there is not, and the ground the service stands on. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ProblemsResourceTest {

    @Inject
    EntityManager database;

    @Test
    void theFrameworksOwnProblemsHaveATypeAndADetail() {
        given().delete("/rulebook").then().statusCode(405).contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/method-not-allowed")).body("detail",
                        not(nullValue()));
        given().get("/no/such/place").then().statusCode(404).contentType("application/problem+json")
                .body("type", startsWith("https://rapport.dev/problems/"));
    }

    @Test
    void theTablesAreInASchemaOfTheirOwn() {
        Object schema = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                "select table_schema from information_schema.tables where table_name = 'rulebook_version'")
                .getSingleResult());

        assertThat(schema).isEqualTo("rules");
    }

    @Test
    void historyIsOnlyEverAddedTo() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "insert into history (tenant, person, at, deed) values ('problems', 'me', now(), 'started')")
                .executeUpdate());

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> database
                .createNativeQuery("update history set person = 'you' where tenant = 'problems'").executeUpdate()))
                .hasStackTraceContaining("history is only ever added to");
    }
}
