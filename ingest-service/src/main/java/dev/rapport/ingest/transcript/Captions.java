package dev.rapport.ingest.transcript;

import java.util.List;

/** Turns the cues of WebVTT and SubRip files into turns: by voice tags, or else by names before a colon. */
final class Captions {

    private Captions() {
    }

    static void read(Upload upload, Turns turns) {
        Names names = new Names();
        new Cues(upload.lines(new Turns()), names).read();
        if (names.voiced > 0) {
            new Cues(upload.lines(turns), new ByVoice(turns)).read();
            return;
        }
        int named = names.labelled();
        if (named * 2 < names.cues) {
            turns.refuse(named == 0
                    ? Unreadable.NOBODY_NAMED
                    : "This file does not say who speaks: only " + named + " of its " + names.cues
                            + " captions begin with a name.",
                    Unreadable.NAME_THEM);
            return;
        }
        new Cues(upload.lines(turns), new ByLabel(turns, names.labels)).read();
    }

    /** Dashes and arrows that captions put before a change of speaker. */
    private static String undashed(String line) {
        int i = 0;
        while (i < line.length()
                && (Character.isWhitespace(line.charAt(i)) || "->\u2013\u2014".indexOf(line.charAt(i)) >= 0)) {
            i++;
        }
        return line.substring(i);
    }

    /** {@code [SPEAKER_00]: words} is {@code SPEAKER_00: words}. */
    private static Labels.Label label(String line) {
        String plain = undashed(line);
        int shift = line.length() - plain.length();
        if (plain.startsWith("[")) {
            int close = plain.indexOf("]:");
            if (close > 1 && close < 80 && Labels.looksLikeName(Words.name(plain.substring(1, close)))) {
                return new Labels.Label(Words.name(plain.substring(1, close)), shift + close + 2);
            }
            return null;
        }
        Labels.Label label = Labels.before(plain);
        return label == null ? null : new Labels.Label(label.name(), label.words() + shift);
    }

    /** The first look: is anybody named, and how? */
    private static final class Names implements Cues.Reader {

        private final Labels labels = new Labels();
        private final Labels firsts = new Labels();
        private int cues;
        private int voiced;

        @Override
        public void cue(Cues.Cue cue) {
            List<CueText.Piece> pieces = CueText.pieces(cue.caption());
            if (pieces.isEmpty()) {
                return;
            }
            cues++;
            boolean begins = true;
            for (CueText.Piece piece : pieces) {
                if (piece.voice() != null) {
                    voiced++;
                }
                for (String line : piece.words().split("\n")) {
                    Labels.Label label = label(line);
                    if (label != null) {
                        labels.count(label.name());
                        if (begins) {
                            firsts.count(label.name());
                        }
                    }
                    begins = false;
                }
            }
        }

        /** Cues that begin with a name. */
        int labelled() {
            return firsts.acceptedBy(labels);
        }

        @Override
        public void fault(int line, String problem, String todo) {
            // told on the second look
        }

        @Override
        public boolean enough() {
            return false;
        }
    }

    private abstract static class Saying implements Cues.Reader {

        final Turns turns;

        Saying(Turns turns) {
            this.turns = turns;
        }

        @Override
        public void fault(int line, String problem, String todo) {
            turns.fault(line, problem, todo);
        }

        @Override
        public boolean enough() {
            return turns.full();
        }
    }

    private static final class ByVoice extends Saying {

        ByVoice(Turns turns) {
            super(turns);
        }

        @Override
        public void cue(Cues.Cue cue) {
            for (CueText.Piece piece : CueText.pieces(cue.caption())) {
                turns.say(cue.line(), piece.voice(), piece.words(), cue.start(), cue.end(), null);
            }
        }
    }

    private static final class ByLabel extends Saying {

        private final Labels labels;

        ByLabel(Turns turns, Labels labels) {
            super(turns);
            this.labels = labels;
        }

        @Override
        public void cue(Cues.Cue cue) {
            String name = null;
            StringBuilder words = new StringBuilder();
            for (CueText.Piece piece : CueText.pieces(cue.caption())) {
                for (String line : piece.words().split("\n")) {
                    Labels.Label label = label(line);
                    if (label != null && labels.accepts(label.name())) {
                        say(cue, name, words);
                        name = label.name();
                        words.append(line, label.words(), line.length());
                    } else {
                        words.append(' ').append(line);
                    }
                }
            }
            say(cue, name, words);
        }

        private void say(Cues.Cue cue, String name, StringBuilder words) {
            turns.say(cue.line(), name, words.toString(), cue.start(), cue.end(), null);
            words.setLength(0);
        }
    }
}
