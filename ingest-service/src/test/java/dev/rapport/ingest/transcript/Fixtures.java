package dev.rapport.ingest.transcript;

import java.util.LinkedHashMap;
import java.util.Map;

/** The same small talk in the shape of every format. */
final class Fixtures {

    static final String ZOOM_VTT = """
            WEBVTT

            1
            00:00:01.000 --> 00:00:03.500
            Ada Brook: How was the week?

            2
            00:00:04.000 --> 00:00:06.250
            Ada Brook: You had the audit, right?

            3
            00:00:07.000 --> 00:00:12.000
            Jun Sato: We passed: no findings.
            """;

    static final String TEAMS_VTT = """
            WEBVTT

            5c9f1f1e-6b0e-4a53-9c5e-0d6a0b6f7a11/1-0
            0:0:1.0 --> 0:0:3.500
            <v Ada Brook>How was the week?</v>

            5c9f1f1e-6b0e-4a53-9c5e-0d6a0b6f7a11/2-0
            0:0:4.0 --> 0:0:6.25
            <v.loud Ada Brook>You had the <i>audit</i>, right?

            5c9f1f1e-6b0e-4a53-9c5e-0d6a0b6f7a11/3-0
            0:0:7.0 --> 0:0:12.0
            <v Jun Sato>We passed: no findings.</v>
            """;

    static final String SRT = """
            1
            00:00:01,000 --> 00:00:03,500
            Ada Brook: How was the week?

            2
            00:00:04,000 --> 00:00:06,250
            <font color="#fff">Ada Brook:</font> You had the audit, right?

            3
            00:00:07,000 --> 00:00:12,000
            {\\an8}Jun Sato: We passed: no findings.
            """;

    static final String ZOOM_SAVED = """
            [Ada Brook] 23:59:58
            How was the week?

            [Ada Brook] 23:59:59
            You had the audit, right?

            [Jun Sato] 00:00:04
            We passed: no findings.
            """;

    static final String ZOOM_SAVED_FROM = """
            09:00:01\t From Ada Brook to Everyone:
            \tHow was the week?
            09:00:03 From  Ada Brook : You had the audit, right?
            09:00:07 From Jun Sato
            We passed: no findings.
            """;

    static final String OTTER = """
            Ada Brook  0:01
            How was the week?

            You had the audit, right?

            Jun Sato  1:00:07
            We passed: no findings. See you at 10:30

            Transcribed by https://otter.ai
            """;

    static final String GOOGLE_MEET = """
            Weekly (2026-03-02 09:00 GMT+2) - Transcript
            Attendees
            Ada Brook, Dr Jun Ichiro van der Sato
            Transcript
            This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
            Ada Brook: How was the week?
            00:05:00
            Ada Brook:  You had the audit, right?
            Dr Jun Ichiro van der Sato: We passed: no findings.
            Meeting ended after 00:30:00
            """;

    static final String MARKDOWN = """
            # Weekly

            **Ada Brook** [0:01] How was the week?

            **Ada Brook** [0:04] You had the audit, right?

            **Jun Sato** [1:00:07] We passed: no findings.
            """;

    static final String PLAIN = """
            Ada Brook: How was the week?
            Ada Brook: You had the audit, right?

            Jun Sato: We passed: no findings.
            """;

    static final String CSV = """
            speaker,text,start,end
            Ada Brook,How was the week?,1,3.5
            Ada Brook,"You had the audit, right?",0:04,0:06.25
            Jun Sato,"We passed: no findings.",7,12
            """;

    static final String JSON_LINES = """
            {"speaker": "Ada Brook", "text": "How was the week?", "start": 1, "end": 3.5}
            {"speaker": "Ada Brook", "text": "You had the audit, right?", "start": 4, "end": 6.25}
            {"speaker": "Jun Sato", "text": "We passed: no findings.", "start": 7.0, "end": 12}
            """;

    static final String OWN_TURNS = """
            {"turn": 2, "speaker": "Jun Sato", "text": "We passed: no findings.", "startMillis": 7000, "endMillis": 12000, "confidence": 0.9}
            {"turn": 1, "speaker": "Ada Brook", "text": "How was the week? You had the audit, right?", "startMillis": 1000, "endMillis": 6250}
            {"turn": 2, "speaker": "Jun Sato", "text": "We passed: no findings.", "startMillis": 7000, "endMillis": 12000}
            """;

    static final String JSON_TURNS = """
            [
              {"speaker": "Ada Brook", "text": "How was the week?", "start": 1, "end": 3.5},
              {"speaker": "Ada Brook", "text": "You had the audit, right?", "start": 4, "end": 6.25},
              {"speaker": "Jun Sato", "text": "We passed: no findings.", "start": 7.0, "end": 12}
            ]
            """;

    static final String AMAZON = """
            {"JobStatus": "COMPLETED", "Channel": "VOICE",
             "Transcript": [
              {"Content": "How was the week?", "BeginOffsetMillis": 1000, "EndOffsetMillis": 3500, "ParticipantRole": "AGENT",
               "Items": [{"Content": "How", "Confidence": 0.75}, {"Content": "was", "Confidence": "0.25"}, {"Type": "punctuation", "Content": "?", "Confidence": 0.0}]},
              {"Content": "You had the audit, right?", "BeginOffsetMillis": 4000, "EndOffsetMillis": 6250, "ParticipantRole": "AGENT"},
              {"Content": "We passed: no findings.", "BeginOffsetMillis": 7000, "EndOffsetMillis": 12000, "ParticipantRole": "CUSTOMER"}],
             "Participants": [{"ParticipantRole": "AGENT"}, {"ParticipantRole": "CUSTOMER"}]}
            """;

    static final String CONTACT_LENS = """
            {"Version": "1.1.0", "Channel": "VOICE",
             "Transcript": [
              {"Content": "How was the week?", "BeginOffsetMillis": 1000, "EndOffsetMillis": 3500, "ParticipantId": "p-1"},
              {"Content": "You had the audit, right?", "BeginOffsetMillis": 4000, "EndOffsetMillis": 6250, "ParticipantId": "p-1"},
              {"Content": "We passed: no findings.", "BeginOffsetMillis": 7000, "EndOffsetMillis": 12000, "ParticipantId": "p-2"}],
             "Participants": [{"ParticipantId": "p-1", "ParticipantRole": "AGENT"}, {"ParticipantId": "p-2", "ParticipantRole": "CUSTOMER"}]}
            """;

    static final String DEEPGRAM = """
            {"metadata": {"created": "2026-03-02T09:00:00Z"}, "results": {
             "channels": [{"alternatives": [{"transcript": "all of it", "words": []}]}],
             "utterances": [
              {"start": 1, "end": 3.5, "confidence": 0.5, "channel": 0, "transcript": "How was the week?", "speaker": 0},
              {"start": 4, "end": 6.25, "channel": 0, "transcript": "You had the audit, right?", "speaker": 0},
              {"start": 7, "end": 12.0, "confidence": 0.875, "channel": 0, "transcript": "We passed: no findings.", "speaker": 1}]}}
            """;

    static final String DEEPGRAM_WORDS = """
            {"results": {"channels": [{"alternatives": [
              {"transcript": "all of it", "words": [
               {"word": "how", "punctuated_word": "How", "start": 1, "end": 1.5, "confidence": 0.5, "speaker": 0},
               {"word": "was", "punctuated_word": "was?", "start": 1.5, "end": 3.5, "confidence": 1, "speaker": 0},
               {"word": "fine", "start": 7, "end": 12, "speaker": 1}]},
              {"transcript": "all of it", "words": [{"word": "again", "start": 1, "end": 2, "speaker": 0}]}]}]}}
            """;

    static final String DEEPGRAM_CHANNELS = """
            {"results": {"channels": [
              {"alternatives": [{"transcript": "x", "words": [
               {"word": "how", "start": 1, "end": 1.5}, {"word": "again", "start": 20, "end": 21}]}]},
              {"alternatives": [{"transcript": "x", "words": [{"word": "fine", "start": 7, "end": 12}]}]}]}}
            """;

    static final String ASSEMBLY_AI = """
            {"id": "x", "audio_duration": 12, "text": "all of it", "utterances": [
              {"confidence": 0.5, "start": 1000, "end": 3500, "speaker": "A", "text": "How was the week?",
               "words": [{"text": "How", "start": 1000, "end": 1200, "confidence": 0.1, "speaker": "A"}]},
              {"start": 4000, "end": 6250, "speaker": "A", "text": "You had the audit, right?", "words": []},
              {"start": 7000, "end": 12000, "speaker": "B", "text": "We passed: no findings.", "words": []}]}
            """;

    static final String WHISPER = """
            {"segments": [
              {"speakerLabel": "spk_0", "start": 1, "end": 3.5, "text": " How was the week?"},
              {"speakerLabel": "spk_0", "start": 4, "end": 6.25, "text": " You had the audit, right?"},
              {"start": 6.5, "end": 6.75, "text": " Whose is this?"},
              {"speakerLabel": "spk_1", "start": 7, "end": 12, "text": " We passed: no findings."}],
             "speakers": {"spk_0": "Ada Brook", "spk_1": "Jun Sato"}}
            """;

    private Fixtures() {
    }

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("zoom.vtt", ZOOM_VTT);
        all.put("teams.vtt", TEAMS_VTT);
        all.put("captions.srt", SRT);
        all.put("zoom.txt", ZOOM_SAVED);
        all.put("from.txt", ZOOM_SAVED_FROM);
        all.put("otter.txt", OTTER);
        all.put("meet.txt", GOOGLE_MEET);
        all.put("talk.md", MARKDOWN);
        all.put("plain.txt", PLAIN);
        all.put("talk.csv", CSV);
        all.put("talk.jsonl", JSON_LINES);
        all.put("own.jsonl", OWN_TURNS);
        all.put("turns.json", JSON_TURNS);
        all.put("amazon.json", AMAZON);
        all.put("lens.json", CONTACT_LENS);
        all.put("deepgram.json", DEEPGRAM);
        all.put("words.json", DEEPGRAM_WORDS);
        all.put("channels.json", DEEPGRAM_CHANNELS);
        all.put("assembly.json", ASSEMBLY_AI);
        all.put("whisper.json", WHISPER);
        return all;
    }
}
