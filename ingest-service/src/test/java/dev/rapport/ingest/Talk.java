package dev.rapport.ingest;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** A conversation of a test, with an id of its own, between Mara Lind (learner) and Jo. */
public record Talk(String id) {

    public static final String OPENING = """
            {"participants": [{"name": "Mara Lind", "role": "LEARNER"}, {"name": "Jo", "role": "PARTNER"}],
             "kind": "sales discovery", "stage": "first contact", "language": "en",
             "consent": {"given": true, "purpose": "coaching", "reference": "invite"},
             "startedAt": "2026-03-02T10:30:00+01:00"}
            """;

    public static Talk unopened() {
        return new Talk("talk-" + UUID.randomUUID());
    }

    public static Talk open() {
        Talk talk = unopened();
        json(OPENING).put(talk.path()).then().statusCode(201);
        return talk;
    }

    public static Talk closed() {
        Talk talk = open();
        given().post(talk.path() + "/close").then().statusCode(202);
        return talk;
    }

    public String path() {
        return "/conversations/" + id;
    }

    public String turns() {
        return path() + "/turns";
    }

    /** The key of its records. */
    public String key() {
        return "local/" + id;
    }

    public static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON.withCharset("UTF-8")).body(body);
    }

    public static RequestSpecification lines(String... lines) {
        // bytes, because the client knows no character set for this type
        return given().contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
