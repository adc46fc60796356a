package dev.rapport.ingest.transcript;

import java.util.HashMap;
import java.util.Map;

/**
 * Amazon Transcribe call analytics and Contact Lens: {@code Transcript} holds turns with times in milliseconds. The former
 * names a {@code ParticipantRole} on each turn, the latter a {@code ParticipantId} that {@code Participants} explains.
 */
final class CallAnalytics implements Importer {

    private static final String TURN = "/Transcript/*";
    private static final String ITEM = "/Transcript/*/Items/*";
    private static final String PARTICIPANT = "/Participants/*";

    private final boolean contactLens;

    private CallAnalytics(boolean contactLens) {
        this.contactLens = contactLens;
    }

    static CallAnalytics amazonTranscribe() {
        return new CallAnalytics(false);
    }

    static CallAnalytics contactLens() {
        return new CallAnalytics(true);
    }

    @Override
    public String format() {
        return contactLens ? "contact-lens" : "amazon-transcribe-call-analytics";
    }

    @Override
    public int recognises(Upload upload) {
        JsonShape shape = upload.shape();
        return shape.has(TURN, "Content") && shape.has(TURN, "ParticipantId") == contactLens ? 95 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Map<String, String> roles = new HashMap<>();
        // a look of its own, because they may be listed below the turns
        JsonRows.read(upload, new Turns(), Map.of(PARTICIPANT, row -> {
            String id = row.text("ParticipantId");
            String role = row.text("ParticipantRole");
            if (id != null && role != null && roles.size() < Turns.MOST_SPEAKERS) {
                roles.put(id, role);
            }
        }));
        Mean confidence = new Mean();
        JsonRows.read(upload, turns, Map.of(ITEM, row -> {
            // punctuation is not recognised but put in, and carries a confidence of 0
            if (!"punctuation".equals(row.text("Type"))) {
                confidence.add(row.confidence("Confidence"));
            }
        }, TURN, row -> {
            String speaker = row.text("ParticipantRole");
            if (speaker == null) {
                String id = row.text("ParticipantId");
                speaker = id == null ? null : roles.getOrDefault(id, id);
            }
            String words = row.text("Content");
            turns.say(row.line(), speaker, words == null ? "" : words, row.millis("BeginOffsetMillis"),
                    row.millis("EndOffsetMillis"), confidence.take());
        }));
    }
}
