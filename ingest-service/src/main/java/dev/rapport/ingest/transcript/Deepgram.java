package dev.rapport.ingest.transcript;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Deepgram: utterances with a speaker or, on several channels, a channel each; else words with speakers. Times are seconds.
 * See developers.deepgram.com/docs/diarization.
 */
final class Deepgram implements Importer {

    private static final String UTTERANCE = "/results/utterances/*";
    private static final String CHANNEL = "/results/channels/*";
    private static final String ALTERNATIVE = CHANNEL + "/alternatives/*";
    private static final String WORD = ALTERNATIVE + "/words/*";

    @Override
    public String format() {
        return "deepgram";
    }

    @Override
    public int recognises(Upload upload) {
        JsonShape shape = upload.shape();
        return shape.has(UTTERANCE, "transcript") || shape.has(ALTERNATIVE, "transcript") ? 95 : 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        boolean several = channels(upload) > 1;
        JsonShape shape = upload.shape();
        if (shape.has(UTTERANCE, "transcript") && (several || shape.has(UTTERANCE, "speaker"))) {
            JsonRows.read(upload, turns, Map.of(UTTERANCE, row -> {
                String channel = several ? row.text("channel") : null;
                turns.say(row.line(), speaker(channel, row.text("speaker")), row.text("transcript", "text") == null
                        ? ""
                        : row.text("transcript", "text"), row.seconds("start"), row.seconds("end"),
                        row.confidence("confidence"));
            }));
        } else if (shape.has(WORD, "word")) {
            words(upload, turns, several);
        } else {
            turns.refuse(Unreadable.NOBODY_NAMED, "Transcribe the recording again with diarize=true.");
        }
    }

    private static int channels(Upload upload) {
        Set<String> named = new HashSet<>();
        int[] listed = {0};
        JsonRows.read(upload, new Turns(), Map.of(CHANNEL, row -> listed[0]++, UTTERANCE, row -> {
            if (row.has("channel") && named.size() < Turns.MOST_SPEAKERS) {
                named.add(row.text("channel"));
            }
        }));
        return Math.max(listed[0], named.size());
    }

    private static void words(Upload upload, Turns turns, boolean several) {
        WordRuns runs = new WordRuns();
        int[] channel = {0};
        int[] alternative = {0};
        JsonRows.read(upload, turns, Map.of(WORD, row -> {
            // the alternatives say the same once more
            if (alternative[0] == 0) {
                String word = row.text("punctuated_word", "word");
                runs.add(row.line(), speaker(several ? Integer.toString(channel[0]) : null, row.text("speaker")),
                        word == null ? "" : word, row.seconds("start"), row.seconds("end"),
                        row.confidence("confidence"));
            }
        }, ALTERNATIVE, row -> alternative[0]++, CHANNEL, row -> {
            runs.close();
            alternative[0] = 0;
            channel[0]++;
        }));
        if (!several && !upload.shape().has(WORD, "speaker")) {
            turns.refuse(Unreadable.NOBODY_NAMED, "Transcribe the recording again with diarize=true.");
        }
        runs.say(turns, several);
    }

    /** Speakers are counted anew on each channel. */
    private static String speaker(String channel, String speaker) {
        String who = JsonRow.labelled("Speaker ", speaker);
        if (channel == null) {
            return who;
        }
        return "Channel " + channel + (who == null ? "" : " " + who);
    }
}
