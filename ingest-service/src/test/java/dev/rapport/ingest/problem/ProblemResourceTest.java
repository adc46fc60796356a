package dev.rapport.ingest.problem;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.ingest.Talk;
import dev.rapport.parts.KafkaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(KafkaResource.class)
class ProblemResourceTest {

    @TestHTTPResource
    URI service;

    private static void isProblem(ValidatableResponse answer, String slug, int status, String title) {
        answer.statusCode(status).contentType("application/problem+json")
                .body("type", is("https://rapport.dev/problems/" + slug)).body("status", is(status))
                .body("title", is(title)).body(not(containsString("Exception")))
                .body(not(containsString("dev.rapport.")))
                .body(not(containsString("jakarta"))).body(not(containsString("RESTEASY")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/conversations", "/conversations/a/b/c", "/transcripts/1"})
    void anAddressWithNothingAtIt(String path) {
        isProblem(given().get(path).then(), "not-found", 404, "There is nothing at this address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/conversations/a", "/conversations/a/turns", "/transcripts"})
    void aMethodItDoesNotTake(String path) {
        isProblem(given().delete(path).then(), "method-not-allowed", 405, "This address does not take that method");
    }

    @Test
    void aContentTypeItDoesNotTake() {
        isProblem(given().contentType("application/xml").body("<turn/>").post("/conversations/a/turns").then(),
                "unsupported-media-type", 415, "This address does not take that content type");
    }

    @Test
    void anAnswerItDoesNotHave() {
        isProblem(given().accept("image/png").post("/conversations/a/close").then(), "not-acceptable", 406,
                "There is no answer of the type asked for");
    }

    @Test
    void aMultipartBodyThatIsNone() throws Exception {
        isProblem(post("/transcripts", "multipart/form-data; boundary=x", BodyPublishers.ofString("nothing like it")),
                400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/transcripts?consent=true&purpose=coaching", "/conversations/a/turns"})
    void twentyMegabytesAreTooMuchByTheirAnnouncedLength(String path) throws Exception {
        isProblem(post(path, "application/x-ndjson", BodyPublishers.ofByteArray(new byte[20_000_000])), 413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000_000, 30_000_000})
    void twentyMegabytesAreTooMuchAsAMultipartFile(int length) throws Exception {
        byte[] head = """
                --x\r
                Content-Disposition: form-data; name="file"; filename="talk.vtt"\r
                Content-Type: text/vtt\r
                \r
                """.getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);

        isProblem(post("/transcripts", "multipart/form-data; boundary=x",
                BodyPublishers.ofByteArrays(List.of(head, new byte[length], tail))), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000_000, 40_000_000})
    void aBodyOfUnknownLengthIsTooMuchWhenItHasCome(int length) throws Exception {
        isProblem(post(Talk.open().turns(), "application/x-ndjson",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]))), 413, "too-large");
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", type).POST(body)
                .version(HttpClient.Version.HTTP_1_1).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void isProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.body()).contains("\"type\":\"https://rapport.dev/problems/" + slug + "\"",
                "\"status\":" + status);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }
}
