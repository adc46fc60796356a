package dev.rapport.feedback.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.rapport.events.Clarity;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Evidence;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.feedback.RealPartsProfile;
import dev.rapport.feedback.TestTopics;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.transcript.Transcript.Line;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import static dev.rapport.coaching.composition.Conversations.talk;
import static dev.rapport.feedback.Patience.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The words of a talk beside its message: what is kept of them, what is not, and what the learner does with them. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class TranscriptResourceTest {

    RunningKafka kafka;

    @Inject
    @Any
    Instance<KeepsWords> rooms;
    @Inject
    EntityManager database;
    @Inject
    Transcripts transcripts;
    @Inject
    Messages messages;

    private TestTopics topics;

    @BeforeEach
    void open() {
        topics = new TestTopics(kafka.bootstrapServers());
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aTalkIsReadWithoutThePartnersNameAndACorrectedTurnAsItWasCorrected() {
        opened("kept", "reader");
        theyAsk("kept", 1, "Priya here. How did the launch go?");
        iSay("kept", 2, "Badlly, Priya.");
        iSay("kept", 2, "Badly, Priya.");
        theyAsk("kept", 3, "What happened?");
        until("kept", 3);

        given().get("/conversations/kept/transcript").then().statusCode(200)
                .body("lines.collect { it.turn + ' ' + it.mine + ' ' + it.text + ' ' + it.startMillis }",
                        equalTo(List.of(
                                "1 false [your partner] here. How did the launch go? 10000",
                                "2 true Badly, [your partner]. 20000",
                                "3 false What happened? 30000")));
        given().header("X-Rapport-Tenant", "acme").get("/conversations/kept/transcript").then().statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/no-transcript"));
    }

    @Test
    void whatIsNobodysBusinessIsForgottenWhetherItCameBeforeOrAfterItWasSeen() {
        opened("deep", "private");
        theyAsk("deep", 1, "I was in hospital for most of May.");
        until("deep", 1);
        topics.tell(talk("deep").learner("private").saw("S02", 1, Clarity.CLEAR, List.of(passage(1, "hospital")))
                .saw("S02", 3, Clarity.CLEAR, List.of(passage(3, "still ill"))).observations().get(0));
        topics.tell(talk("deep").learner("private").saw("S02", 3, Clarity.CLEAR, List.of(passage(3, "still ill")))
                .observations().get(0));
        soon().until(() -> turns("deep").size() == 2 && turns("deep").get(0).text() == null);
        iSay("deep", 2, "I am sorry.");
        theyAsk("deep", 3, "I am still ill.");
        theyAsk("deep", 1, "I was in hospital for all of May.");
        theyAsk("deep", 4, "But let us begin.");
        until("deep", 4);

        assertThat(turns("deep")).extracting(Line::text).containsExactly(null, "I am sorry.", null,
                "But let us begin.");
    }

    @Test
    void ofATalkThatTurnedToDangerNothingIsKept() {
        opened("danger", "someone");
        theyAsk("danger", 1, "I do not want to live any more.");
        until("danger", 1);
        topics.tell(talk("danger").learner("someone").saw("S01", 1, Clarity.CLEAR, List.of(passage(1, "live")))
                .observations().get(0));
        soon().until(() -> transcripts.of("local", "danger").isEmpty());
        iSay("danger", 2, "I am here.");
        opened("danger-next", "someone");
        iSay("danger-next", 1, "Same partition or not, this one came.");
        until("danger-next", 1);

        topics.tell(talk("danger").learner("someone").saw("B01", 4, "I said I want to die.", "die", "Why is that?")
                .observations().get(0));
        soon().until(() -> eventsOf("danger").size() == 2);

        given().get("/conversations/danger/transcript").then().statusCode(404);
        assertThat(eventsOf("danger")).allSatisfy(event -> assertThat(event).contains("\"turn\":")
                .doesNotContain("live", "die", "Why is that?"));
        assertThat(transcripts.ownWords("local", "someone")).extracting(Transcripts.OwnLine::conversation)
                .containsExactly("danger-next");
    }

    @Test
    void anErasedLearnersTalkTakesNoFurtherWordsAndOldTalksAreForgotten() {
        opened("erased", "leaving");
        iSay("erased", 1, "Hello there.");
        until("erased", 1);
        given().get("/learners/leaving/export").then().body("words[0].text", equalTo("Hello there."));
        given().delete("/learners/leaving").then().statusCode(204);
        iSay("erased", 2, "Are you still there?");
        topics.tell(talk("erased").learner("leaving").saw("B20", 2, "We lost two engineers.", "two engineers",
                "Are you still there?"));
        topics.tell(talk("erased-next").learner("leaving").saw("B20", 2, "We lost two engineers.", "two engineers",
                "Are you still there?"));
        soon().until(() -> messages.of("local", "erased-next").isPresent());
        assertThat(messages.of("local", "erased")).as("of a talk that was open").isEmpty();
        assertThat(eventsOf("erased")).isEmpty();
        assertThat(eventsOf("erased-next")).hasSize(1).first().asString().contains("Are you still there?");
        forgetWordsOfObservations();
        assertThat(eventsOf("erased-next")).as("what a message may need").first().asString()
                .contains("Are you still there?");
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                update observation set received_at = received_at - interval '2 days'
                where conversation = 'erased-next'""").executeUpdate());
        forgetWordsOfObservations();
        assertThat(eventsOf("erased-next")).first().asString().contains("\"rule\":\"B20\"")
                .doesNotContain("Are you still there?", "two engineers");
        opened("old", "staying");
        iSay("old", 1, "This will be old.");
        until("old", 1);

        assertThat(transcripts.of("local", "erased")).isEmpty();
        transcripts.forgetBefore(Instant.now().minus(Duration.ofDays(1)));
        assertThat(turns("old")).hasSize(1);
        transcripts.forgetBefore(Instant.now().plus(Duration.ofDays(1)));
        assertThat(transcripts.of("local", "old")).isEmpty();
    }

    @Test
    void thePageMarksWhatTheMessageSpeaksOfAndSaysWhyAndWhatElse() {
        String id = coached("marked", "marker");

        given().get("/learners/marker/messages/" + id).then().statusCode(200)
                .body(containsString("Read the whole talk, with these moments marked"));
        given().get("/learners/marker/messages/" + id + "/talk").then().statusCode(200)
                .body(containsString("aria-describedby=\"t12-1\""),
                        containsString("</span>So is it live now? And did they agree?</a>"),
                        containsString("Try saying: <q>"), containsString("<a href=\"#t14\">"),
                        not(containsString("Priya")));
        given().header("Accept-Language", "de").get("/learners/marker/messages/" + id + "/talk").then().statusCode(200)
                .body(containsString("Das ganze Gespräch"), containsString("Dein Gegenüber <span"),
                        containsString("<p lang=\"en\">"), containsString("Ausprobieren: <span lang=\"en\">Closed"),
                        containsString("Sag zum Beispiel: <span lang=\"en\"><q>"), not(containsString("Keep")));
        given().header("Accept-Language", "de").get("/learners/marker/messages/" + id + "/reflect").then()
                .body(containsString("<option value=\"12\" lang=\"en\">02:00 · So is it live now?"));
        given().get("/learners/other/messages/" + id + "/talk").then().statusCode(404);
    }

    @Test
    void whoWantsToThinkFirstIsAskedBeforeTheMessageIsShown() {
        given().contentType(ContentType.JSON).body("{\"reflectFirst\": true}").put("/learners/thinker/manner").then()
                .statusCode(200);
        String id = coached("thought", "thinker");
        String page = "/learners/thinker/messages/" + id;

        given().get("/learners/thinker").then().body(containsString("A talk to look back on"),
                not(containsString("Closed questions in a row")), not(containsString("Try: ")));
        given().redirects().follow(false).get(page).then().statusCode(303)
                .header("Location", endsWith(page + "/reflect"));
        given().redirects().follow(false).get(page + "/talk").then().statusCode(303)
                .header("Location", endsWith(page + "/reflect"));
        given().get("/learners/thinker/trend").then().statusCode(200).body(not(containsString("Closed questions")));
        given().get("/learners/thinker/practice").then().statusCode(200)
                .body(not(containsString("Closed questions")), not(containsString("So is it live now?")));
        given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").formParam("line", "What changed?")
                .post(page + "/practice").then().statusCode(303).header("Location", endsWith(page + "/reflect"));
        given().get(page + "/reflect").then().statusCode(200)
                .body(containsString("<option value=\"12\">02:00 · So is it live now?"),
                        not(containsString("<option value=\"11\"")));
        form(page, "best", "11").statusCode(400);
        form(page, "best", "x").statusCode(400);
        form(page, "note", "n".repeat(2_001)).statusCode(400);
        // a form counts a line break once and sends two characters
        form(page, "note", "a\u0000b" + "\r\n".repeat(1_000) + "n".repeat(997)).statusCode(303);
        given().get("/messages/" + id + "/reflection").then().body("note.length()", equalTo(2_000));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "delete from reflection where learner = 'thinker'").executeUpdate());
        given().header("Sec-Fetch-Site", "cross-site").formParam("best", "12").post(page + "/reflect").then()
                .statusCode(403);
        given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").formParam("best", "12")
                .formParam("hardest", "").formParam("note", " <b>It was late.</b> ").post(page + "/reflect").then()
                .statusCode(303).header("Location", endsWith(page));

        given().redirects().follow(false).get(page).then().statusCode(200)
                .body(containsString("The message looks at the same moment: Closed questions in a row."),
                        containsString("&lt;b&gt;It was late.&lt;/b&gt;"));
        given().get("/learners/thinker").then().body(containsString("Try: closed questions in a row"));
        given().get("/learners/thinker/practice").then().body(containsString("So is it live now?"));
        given().get("/learners/thinker/trend").then().body(containsString("Closed questions in a row"));
        given().get("/messages/" + id + "/reflection").then().body("best", equalTo(12))
                .body("hardest", nullValue());
        given().get("/learners/thinker/export").then().body("reflections", hasSize(1));
    }

    @Test
    void aMessageFromBeforeTheyAskedToThinkFirstStaysRead() {
        String id = coached("read-before", "late-thinker");
        given().contentType(ContentType.JSON).body("{\"reflectFirst\": true}").put("/learners/late-thinker/manner")
                .then()
                .statusCode(200);

        given().redirects().follow(false).get("/learners/late-thinker/messages/" + id).then().statusCode(200);
        given().get("/learners/late-thinker").then().body(containsString("Try: closed questions in a row"));
    }

    @Test
    void aTalkThatIsReadOnlyNowHoldsNoneOfWhatWasSeenInItBefore() {
        topics.tell(talk("slow").learner("slow-reader").saw("S02", 2, Clarity.CLEAR, List.of(passage(2, "my illness")))
                .observations().get(0));
        topics.tell(talk("slow-danger").learner("slow-reader").saw("S01", 1, Clarity.CLEAR, List.of(passage(1, "die")))
                .observations().get(0));
        topics.tell(talk("slow-after").learner("slow-reader"));
        soon().until(() -> messages.of("local", "slow-after").isPresent());
        transcripts.erase("local", "slow-reader");
        opened("slow", "slow-reader");
        iSay("slow", 1, "How are you, Priya?");
        theyAsk("slow", 2, "I talk of my illness.");
        theyAsk("slow", 3, "Let us go on.");
        opened("slow-danger", "slow-reader");
        iSay("slow-danger", 2, "Tell me.");
        opened("slow-last", "slow-reader");
        iSay("slow-last", 1, "Hello.");
        until("slow", 3);
        until("slow-last", 1);

        assertThat(turns("slow")).extracting(Line::text).containsExactly("How are you, [your partner]?", null,
                "Let us go on.");
        soon().until(() -> transcripts.ownWords("local", "slow-reader").size() == 2);
        assertThat(transcripts.ownWords("local", "slow-reader")).extracting(Transcripts.OwnLine::text)
                .containsExactlyInAnyOrder("How are you, [your partner]?", "Hello.");
    }

    @Test
    void aLearnerReadsWhoCanReadWhatWasSaidAndForHowLong() {
        String you = given().get("/learners/anybody/you").then().statusCode(200).extract().asString();

        assertThat(you.replaceAll("\\s+", " ")).contains("What was said in your talks</th><td>for 30 days</td>"
                + "<td>no</td><td>yes, for 90 days, to see what a changed rule would say</td>");
        assertThat(given().header("Accept-Language", "de").get("/learners/anybody/you").asString()).contains(
                "<td>30 Tage lang</td><td>nein</td>"
                        + "<td>ja, 90 Tage lang, um zu sehen, was eine geänderte Regel sagen würde</td>");
    }

    @Test
    void aTalkThatWasOpenedBeforeTheErasureIsNotOpenedAgainByARecordThatComesLate() {
        transcripts.erase("local", "gone");
        topics.hear(new ConversationOpened("local", "late", "gone",
                List.of(new Participant("Mara Lind", Role.LEARNER)), "general", null, "en",
                new Consent(true, Consent.COACHING, null), null), Instant.now().minusSeconds(60));
        iSay("late", 1, "This is not kept.");
        opened("late-next", "somebody-else");
        iSay("late-next", 1, "This is.");
        until("late-next", 1);
        topics.hear(new ConversationOpened("local", "late", "gone",
                List.of(new Participant("Mara Lind", Role.LEARNER)), "general", null, "en",
                new Consent(true, Consent.COACHING, null), null), Instant.now().plusSeconds(1));
        iSay("late", 2, "This is kept, with consent given anew.");
        until("late", 2);

        assertThat(turns("late")).extracting(Line::turn).containsExactly(2);
    }

    private static ValidatableResponse form(String page, String field, String value) {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").formParam(field, value)
                .post(page + "/reflect").then();
    }

    private String coached(String conversation, String learner) {
        opened(conversation, learner);
        theyAsk(conversation, 11, "Priya here. We lost two engineers and the budget is gone.");
        iSay(conversation, 12, "So is it live now? And did they agree?");
        theyAsk(conversation, 13, "If only it were so easy with them.");
        iSay(conversation, 14, "Are you happy with that, and do they know?");
        until(conversation, 14);
        topics.tell(talk(conversation).learner(learner).partner("Priya Nair")
                .saw("B20", 12, "We lost two engineers and the budget is gone.", "We lost two engineers",
                        "So is it live now? And did they agree?")
                .saw("B20", 14, "If only it were so easy with them.", null,
                        "Are you happy with that, and do they know?"));
        soon().until(() -> messages.of("local", conversation).isPresent());
        return messages.of("local", conversation).orElseThrow().id();
    }

    private void forgetWordsOfObservations() {
        rooms.stream().filter(room -> !(room instanceof Transcripts)).forEach(room -> room.forgetBefore(Instant.now()));
    }

    private List<String> eventsOf(String conversation) {
        List<?> events = QuarkusTransaction.requiringNew().call(() -> database
                .createNativeQuery("select event from observation where conversation = :talk order by id", String.class)
                .setParameter("talk", conversation).getResultList());
        return events.stream().map(String::valueOf).toList();
    }

    private List<Line> turns(String conversation) {
        return transcripts.of("local", conversation).map(Transcript::lines).orElse(List.of());
    }

    private void until(String conversation, int turn) {
        soon().until(() -> turns(conversation).stream().anyMatch(line -> line.turn() == turn));
    }

    private static Evidence passage(int turn, String words) {
        return new Evidence(turn, Role.PARTNER, Evidence.Part.ACT, words, 0, words.length(), null, null);
    }

    private void opened(String conversation, String learner) {
        topics.hear(new ConversationOpened("local", conversation, learner,
                List.of(new Participant("Mara Lind", Role.LEARNER), new Participant("Priya Nair", Role.PARTNER)),
                "general", null, "en", new Consent(true, Consent.COACHING, null), null), Instant.now());
    }

    private void iSay(String conversation, int turn, String text) {
        said(conversation, turn, "Mara Lind", Role.LEARNER, text);
    }

    private void theyAsk(String conversation, int turn, String text) {
        said(conversation, turn, "Priya Nair", Role.PARTNER, text);
    }

    private void said(String conversation, int turn, String speaker, Role role, String text) {
        topics.hear(new TurnSpoken("local", conversation, turn, speaker, role, text, turn * 10_000L, null, null),
                Instant.now());
    }
}
