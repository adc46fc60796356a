package dev.rapport.ingest.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts single words with speakers together until the speaker changes. */
final class WordRuns {

    /** Words of one run; a longer run becomes several, which are merged again as neighbours. */
    private static final int LONGEST_RUN = 2_000;
    /** Enough for a day of talk. */
    private static final int MOST_RUNS = 50_000;

    private record Run(int line, String speaker, String words, Long start, Long end, Double confidence) {
    }

    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final Mean confidence = new Mean();
    private String speaker;
    private int line;
    private Long start;
    private Long end;
    private int unread;

    /**
     * @param who null where the file does not say
     */
    void add(int at, String who, String word, Long from, Long to, Double sure) {
        if (runs.size() >= MOST_RUNS) {
            unread = unread == 0 ? at : unread;
            return;
        }
        boolean pause = from != null && end != null && from - end > Turns.LONGEST_PAUSE_MILLIS;
        boolean same = who == null ? speaker == null : who.equals(speaker);
        if (!same || pause || words.length() > LONGEST_RUN) {
            close();
            speaker = who;
            line = at;
            start = from;
        }
        if (words.isEmpty()) {
            line = at;
            start = from;
        } else {
            words.append(' ');
        }
        words.append(word);
        end = to;
        confidence.add(sure);
    }

    /** Words that follow belong to another channel. */
    void close() {
        if (!words.isEmpty()) {
            runs.add(new Run(line, speaker, words.toString(), start, end, confidence.take()));
        }
        words.setLength(0);
        speaker = null;
        end = null;
    }

    /**
     * @param byTime whether the runs come from several channels, one after another in the file but not in the talk
     */
    void say(Turns turns, boolean byTime) {
        close();
        if (byTime) {
            runs.sort(Comparator.comparing(run -> run.start() == null ? 0 : run.start()));
        }
        for (Run run : runs) {
            turns.say(run.line(), run.speaker(), run.words(), run.start(), run.end(), run.confidence());
        }
        if (unread > 0) {
            turns.fault(unread, "There are too many changes of speaker: everything from here on was left out.",
                    "Split the file and upload each part as its own conversation.");
        }
    }
}
