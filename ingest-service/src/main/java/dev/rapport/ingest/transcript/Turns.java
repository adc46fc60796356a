package dev.rapport.ingest.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.events.TurnSpoken;

/**
 * Where importers put what they read. Merges neighbouring cues of one speaker, keeps every cap, and never has a speaker
 * or a time that no importer gave.
 */
final class Turns {

    static final int MOST_TURNS = 10_000;
    static final int MOST_SPEAKERS = 50;
    static final int LONGEST_NAME = 100;
    static final int MOST_WARNINGS = 200;
    /** A file with more faults than this is not worth reading on. */
    static final int MOST_FAULTS = 10_000;
    /** Cues of one speaker further apart are two turns: a pause others could have used. */
    static final long LONGEST_PAUSE_MILLIS = 2_000;
    /**
     * Nobody speaks slower (50 words a minute). Where a format has no end times, a cue lasts at most this long for each
     * character, which is enough to tell a certain pause from none.
     */
    static final long SLOWEST_MILLIS_A_CHARACTER = 200;

    private static final String LEFT_OUT = "Nothing to do unless these words matter; then mend the line and upload again.";

    private final List<ImportedTurn> turns = new ArrayList<>();
    private final Map<String, Integer> speakers = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int faults;
    private int firstUntold;
    private int unnamed;
    private boolean capped;
    private Unreadable refusal;
    private Instant startedAt;

    private String speaker;
    private final StringBuilder text = new StringBuilder();
    private Long start;
    private Long end;
    private Long lastStart;
    private int lastLength;
    private double confidenceSum;
    private int confidenceWeight;
    private int line;

    /**
     * Somebody's words.
     *
     * @param name as the file has it; blank or null where it does not say who speaks
     * @param from milliseconds; null where the file does not say
     * @param to milliseconds; null where the file does not say
     * @param confidence null where the file does not say
     */
    void say(int at, String name, String words, Long from, Long to, Double confidence) {
        if (full()) {
            return;
        }
        String clean = Words.clean(words);
        if (!Words.said(clean)) {
            return;
        }
        String who = name == null ? "" : Words.name(name);
        if (!Labels.possible(who)) {
            unnamed(at);
            return;
        }
        if (who.length() > LONGEST_NAME) {
            fault(at,
                    "The name of the speaker is longer than " + LONGEST_NAME
                            + " characters: these words were left out.",
                    "Shorten the name.");
            return;
        }
        Long begin = inside(from) ? from : null;
        Long finish = inside(to) ? to : null;
        if (begin != null && finish != null && finish < begin) {
            fault(at, "These words end before they begin: only their start was kept.", "Correct the times.");
            finish = null;
        }
        Double sure = confidence != null && confidence >= 0 && confidence <= 1 ? confidence : null;
        if (clean.length() <= TurnSpoken.LONGEST_TEXT) {
            add(at, who, clean, begin, finish, sure);
            return;
        }
        fault(at, "These words are longer than " + TurnSpoken.LONGEST_TEXT
                + " characters: they were split into several turns at the ends of sentences.",
                "Check that no name is missing in between.");
        List<String> parts = Words.parts(clean, TurnSpoken.LONGEST_TEXT);
        for (int i = 0; i < parts.size(); i++) {
            if (Words.said(parts.get(i))) {
                // the file says when the whole begins and ends, not when its parts do
                add(at, who, parts.get(i), i == 0 ? begin : null, i == parts.size() - 1 ? finish : null, sure);
            }
        }
    }

    /** Words the file names nobody for. They are left out: a speaker is never guessed. */
    void unnamed(int at) {
        unnamed++;
        fault(at, "It is not said who speaks here: these words were left out.", "Put the speaker's name before them.");
    }

    void fault(int at, String problem, String todo) {
        faults++;
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Warning(at, problem, todo));
        } else if (firstUntold == 0) {
            firstUntold = at;
        }
    }

    void lineCut(int at) {
        fault(at, "This line is longer than " + Lines.LONGEST + " characters: the rest of it was left out.",
                "Break it into several lines.");
    }

    void unsaid(int at) {
        fault(at, "These words come before the first speaker and were left out.", LEFT_OUT);
    }

    /** The file as a whole is no conversation that can be used. */
    void refuse(String reason, String todo) {
        if (refusal == null) {
            refusal = new Unreadable(reason, todo, List.of());
        }
    }

    /** When the file says, with its time zone, that the conversation began. */
    void startedAt(Instant instant) {
        startedAt = instant;
    }

    /** Whether reading on would change nothing. */
    boolean full() {
        return capped || refusal != null || faults >= MOST_FAULTS;
    }

    Outcome outcome(String format) {
        close();
        List<Warning> told = told();
        if (refusal != null) {
            return new Unreadable(refusal.reason(), refusal.todo(), told);
        }
        if (!turns.isEmpty()) {
            List<SpeakerCount> counts = new ArrayList<>();
            speakers.forEach((name, count) -> counts.add(new SpeakerCount(name, count)));
            return new Imported(format, turns, counts, told, startedAt);
        }
        if (unnamed > 0) {
            return new Unreadable(Unreadable.NOBODY_NAMED, Unreadable.NAME_THEM, told);
        }
        return new Unreadable("No words were found in this file (it looks like " + format + ").",
                "Check that it is the file with the whole conversation.", told);
    }

    private List<Warning> told() {
        List<Warning> told = new ArrayList<>(warnings);
        told.sort(Comparator.comparingInt(Warning::line));
        if (firstUntold > 0) {
            int more = faults - warnings.size();
            told.add(new Warning(firstUntold, (faults >= MOST_FAULTS ? "At least " : "") + more
                    + " more problems from this line on are not listed"
                    + (faults >= MOST_FAULTS ? ", and reading stopped there." : "."),
                    "Mend those above first and upload again."));
        }
        return told;
    }

    private static boolean inside(Long millis) {
        return millis != null && millis >= 0 && millis <= Clock.LATEST_MILLIS;
    }

    private void add(int at, String who, String words, Long begin, Long finish, Double sure) {
        boolean same = who.equals(speaker) && near(begin);
        if (same && text.length() + 1 + words.length() <= TurnSpoken.LONGEST_TEXT) {
            text.append(' ').append(words);
            end = later(end, finish);
            if (start != null && begin != null && begin < start) {
                start = begin;
            }
        } else {
            close();
            if (full()) {
                return;
            }
            speaker = who;
            line = at;
            text.append(words);
            start = begin;
            end = finish;
        }
        lastStart = begin;
        lastLength = words.length();
        if (sure != null) {
            confidenceSum += sure * words.length();
            confidenceWeight += words.length();
        }
    }

    /** An end nobody knows stays unknown, however the words before it ended. */
    private static Long later(Long known, Long next) {
        return known == null || next == null ? next : (Long) Math.max(known, next);
    }

    private boolean near(Long begin) {
        if (begin == null) {
            return true;
        }
        if (end != null) {
            return begin - end <= LONGEST_PAUSE_MILLIS;
        }
        if (lastStart == null) {
            return true;
        }
        return begin - (lastStart + lastLength * SLOWEST_MILLIS_A_CHARACTER) <= LONGEST_PAUSE_MILLIS;
    }

    private void close() {
        if (speaker == null || capped || refusal != null) {
            return;
        }
        if (turns.size() == MOST_TURNS) {
            capped = true;
            fault(line, "There are more than " + MOST_TURNS + " turns: everything from here on was left out.",
                    "Split the file and upload each part as its own conversation.");
            return;
        }
        Double confidence = confidenceWeight == 0
                ? null
                : (Double) Math.min(1, Math.round(confidenceSum / confidenceWeight * 10_000) / 10_000.0);
        // cues that each made sense can contradict one another once joined: the start is what others refer to
        Long ended = start != null && end != null && end < start ? null : end;
        turns.add(new ImportedTurn(speaker, text.toString(), start, ended, confidence, line));
        if (speakers.merge(speaker, 1, Integer::sum) == 1) {
            if (speakers.size() > MOST_SPEAKERS) {
                refuse("This file names more than " + MOST_SPEAKERS + " speakers.",
                        "Check that what stands before the words is always a name, or split the file.");
            } else if (speaker.contains(" & ") || speaker.contains(" and ")) {
                fault(line, "This name may stand for several people who shared one login.",
                        "Give each of them a name of their own if their words can be told apart.");
            }
        }
        speaker = null;
        text.setLength(0);
        start = null;
        end = null;
        lastStart = null;
        confidenceSum = 0;
        confidenceWeight = 0;
    }
}
