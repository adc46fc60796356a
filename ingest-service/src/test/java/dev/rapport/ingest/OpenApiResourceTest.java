package dev.rapport.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.ingest.problem.ProblemType;
import dev.rapport.parts.KafkaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The API description is written by hand, so it is held against what the service does: its examples are sent. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
class OpenApiResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode description() {
        try {
            return JSON.readTree(given().accept("application/json").get("/q/openapi?format=json").asString());
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    @Test
    void everyAddressAndMethodIsDescribedAndNoOther() {
        Map<String, List<String>> described = new TreeMap<>();
        description().get("paths").properties().forEach(path -> path.getValue().fieldNames()
                .forEachRemaining(name -> {
                    if (!name.equals("parameters")) {
                        described.computeIfAbsent(path.getKey(), p -> new ArrayList<>()).add(name);
                    }
                }));

        assertThat(described).isEqualTo(Map.of("/conversations/{conversation}", List.of("put"),
                "/conversations/{conversation}/turns", List.of("post"), "/conversations/{conversation}/close",
                List.of("post"), "/transcripts", List.of("post")));
    }

    @Test
    void everyProblemIsDescribed() {
        String told = description().at("/components/schemas/Problem/description").asText();

        assertThat(new TreeSet<>(List.of(told.replaceFirst("Types: ", "").replaceFirst("\\.$", "").split(",\\s+"))))
                .isEqualTo(Arrays.stream(ProblemType.values()).map(ProblemType::slug)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theExamplesWorkInTheOrderTheyAreTold() {
        JsonNode paths = description().get("paths");
        String talk = Talk.unopened().path();

        assertThat(sent(paths, "/conversations/{conversation}", "put", talk)).containsExactly(201);
        assertThat(sent(paths, "/conversations/{conversation}/turns", "post", talk + "/turns")).containsExactly(202,
                202, 202);
        assertThat(sent(paths, "/conversations/{conversation}/close", "post", talk + "/close")).containsExactly(202);
        assertThat(sent(paths, "/transcripts", "post", "/transcripts")).containsExactly(201);
    }

    private static List<Integer> sent(JsonNode paths, String path, String method, String address) {
        JsonNode operation = paths.get(path).get(method);
        List<Integer> statuses = new ArrayList<>();
        operation.get("requestBody").get("content").properties()
                .forEach(content -> content.getValue().path("examples").forEach(example -> {
                    JsonNode value = example.get("value");
                    RequestSpecification request = given()
                            .body((value.isTextual() ? value.asText() : value.toString()).getBytes())
                            .contentType(content.getKey());
                    operation.path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                            request.queryParam(parameter.get("name").asText(), parameter.get("example").asText());
                        }
                    });
                    Response answer = request.request(method, address);
                    statuses.add(answer.statusCode());
                    String schema = operation.at("/responses/" + answer.statusCode()
                            + "/content/application~1json/schema/required").toString();
                    assertThat(schema).as("an undescribed answer").isNotNull();
                    assertThat(operation.get("responses").has(Integer.toString(answer.statusCode()))).isTrue();
                }));
        return statuses;
    }

    @Test
    void theAnswersShownHaveTheFieldsThatAreSent() {
        JsonNode transcripts = description().at("/paths/~1transcripts/post");
        JsonNode shown = transcripts.at("/responses/201/content/application~1json/examples/received/value");

        Map<String, Object> answered = given().queryParam("learner", "Ann").queryParam("consent", "true")
                .queryParam("purpose", "coaching").contentType("text/plain")
                .body("Ann: Did it work out?\nBo: It did, thanks to you.\nAnn: Tell me more.\n").post("/transcripts")
                .jsonPath().getMap("");

        assertThat(answered.keySet()).isEqualTo(
                Stream.of("conversation", "learner", "format", "turns", "speakers", "warnings")
                        .collect(Collectors.toSet()));
        List<String> names = new ArrayList<>();
        shown.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(answered.keySet());
        assertThat(shown.get("format").asText()).isEqualTo(answered.get("format"));
    }
}
