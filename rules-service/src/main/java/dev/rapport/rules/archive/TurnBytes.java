package dev.rapport.rules.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.learned.LearnedSignals;
import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/**
 * A turn with its signals in few bytes: a token is told by its place in the text, so that most take four or five bytes
 * and reading them needs no parser.
 */
final class TurnBytes {

    private static final int FORMAT = 2;
    /** Before the learned heads listened. */
    private static final int FORMAT_WITHOUT_HEARD = 1;

    /** Universal Dependencies tags; their order is part of the format. */
    private static final List<String> TAGS = List.of("NOUN", "VERB", "PRON", "AUX", "DET", "ADP", "ADV", "ADJ", "PROPN",
            "NUM", "PART", "CCONJ", "SCONJ", "INTJ", "PUNCT", "SYM", "X");
    private static final int OTHER_TAG = 255;
    /** Their order is part of the format. */
    private static final List<Sentence.Mood> MOODS = List.of(Sentence.Mood.OPEN_QUESTION, Sentence.Mood.CLOSED_QUESTION,
            Sentence.Mood.IMPERATIVE, Sentence.Mood.STATEMENT, Sentence.Mood.FRAGMENT);

    private static final int LEARNER = 1;
    private static final int START = 2;
    private static final int END = 4;
    private static final int CONFIDENCE = 8;

    private static final int ADDRESSED = 1;
    private static final int POINTS_BACK = 2;
    private static final int DETAIL = 4;
    private static final int FOCUS = 8;

    private static final int LISTENED = 1;

    private TurnBytes() {
    }

    static byte[] write(PastTurn past) {
        Out out = new Out();
        Turn turn = past.turn();
        out.put(FORMAT);
        out.put((turn.role() == Role.LEARNER ? LEARNER : 0) | (turn.startMillis() == null ? 0 : START)
                | (turn.endMillis() == null ? 0 : END) | (turn.confidence() == null ? 0 : CONFIDENCE));
        out.string(turn.speaker());
        out.string(turn.text());
        if (turn.startMillis() != null) {
            out.signed(turn.startMillis());
        }
        if (turn.endMillis() != null) {
            out.signed(turn.endMillis());
        }
        if (turn.confidence() != null) {
            out.fixed(Double.doubleToLongBits(turn.confidence()));
        }
        write(past.signals(), turn.text(), out);
        heard(past.signals().heard(), out);
        return out.bytes();
    }

    private static void write(TextSignals signals, String text, Out out) {
        out.number(signals.version());
        out.number(signals.tokens().size());
        Map<String, Integer> lemmas = new HashMap<>();
        Map<String, Integer> lows = new HashMap<>();
        int last = 0;
        int at = 0;
        for (Token token : signals.tokens()) {
            out.signed(token.from() - last);
            out.signed(token.to() - token.from());
            last = token.to();
            int tag = TAGS.indexOf(token.pos());
            out.put(tag < 0 ? OTHER_TAG : tag);
            if (tag < 0) {
                out.string(token.pos());
            }
            String written = text.substring(token.from(), token.to());
            String low = token.text().toLowerCase(Locale.ROOT);
            boolean asWritten = token.text().equals(written);
            boolean asLemma = token.lemma().equals(low);
            out.put((asWritten ? 1 : 0) | (asLemma ? 2 : 0));
            if (!asWritten) {
                out.string(token.text());
            }
            if (!asLemma) {
                out.string(token.lemma());
            }
            lemmas.putIfAbsent(token.lemma(), at);
            lows.putIfAbsent(low, at);
            at++;
        }
        out.number(signals.sentences().size());
        for (Sentence sentence : signals.sentences()) {
            out.number(sentence.first());
            out.number(sentence.end());
            out.put(MOODS.indexOf(sentence.mood()));
        }
        out.number(signals.words());
        words(signals.contentLemmas(), lemmas, lows, out);
        words(signals.entities(), lemmas, lows, out);
        out.number(signals.selfSentences().size());
        signals.selfSentences().forEach(out::number);
        out.put((signals.partnerAddressed() ? ADDRESSED : 0) | (signals.pointsBack() ? POINTS_BACK : 0)
                | (signals.concreteSelfDetail() == null ? 0 : DETAIL) | (signals.focus() == null ? 0 : FOCUS));
        span(signals.concreteSelfDetail(), out);
        span(signals.focus(), out);
    }

    /** Most turns sound like nothing that was learned: that costs two bytes. */
    private static void heard(Map<String, Heard> heard, Out out) {
        out.put(heard.isEmpty() ? 0 : LISTENED);
        if (!heard.isEmpty()) {
            List<String> some = heard.keySet().stream().filter(name -> heard.get(name).span() != null).sorted()
                    .toList();
            out.number(some.size());
            for (String name : some) {
                out.string(name);
                out.number(heard.get(name).percent());
                span(heard.get(name).span(), out);
            }
        }
    }

    /** Nearly all are the lemma of a token, or a token in lower case: then its place is told. */
    private static void words(Set<String> words, Map<String, Integer> lemmas, Map<String, Integer> lows, Out out) {
        out.number(words.size());
        for (String word : new TreeSet<>(words)) {
            if (lemmas.containsKey(word)) {
                out.number(3L * lemmas.get(word));
            } else if (lows.containsKey(word)) {
                out.number(3L * lows.get(word) + 1);
            } else {
                out.number(2);
                out.string(word);
            }
        }
    }

    private static void span(Span span, Out out) {
        if (span != null) {
            out.number(span.from());
            out.number(span.to());
        }
    }

    /** @throws IllegalArgumentException if it is not what {@link #write} wrote */
    static PastTurn read(int number, byte[] bytes) {
        In in = new In(bytes);
        int format = in.take();
        if (format != FORMAT && format != FORMAT_WITHOUT_HEARD) {
            throw new IllegalArgumentException("turn " + number + " is kept in a form of later days");
        }
        int flags = in.take();
        String speaker = in.string();
        String text = in.string();
        Long start = (flags & START) == 0 ? null : Long.valueOf(in.signed());
        Long end = (flags & END) == 0 ? null : Long.valueOf(in.signed());
        Double confidence = (flags & CONFIDENCE) == 0 ? null : Double.valueOf(Double.longBitsToDouble(in.fixed()));
        Turn turn = new Turn(number, (flags & LEARNER) == 0 ? Role.PARTNER : Role.LEARNER, speaker, text, start, end,
                confidence);
        TextSignals signals = signals(text, in);
        return new PastTurn(turn, format == FORMAT_WITHOUT_HEARD ? signals : signals.sounding(heard(in)));
    }

    private static Map<String, Heard> heard(In in) {
        Map<String, Heard> heard = new HashMap<>();
        if (in.take() == LISTENED) {
            LearnedSignals.names().forEach(name -> heard.put(name, Heard.NOTHING));
            for (int left = in.number(); left > 0; left--) {
                heard.put(in.string(), new Heard(in.number(), new Span(in.number(), in.number())));
            }
        }
        return heard;
    }

    private static TextSignals signals(String text, In in) {
        int version = in.number();
        Token[] tokens = new Token[in.number()];
        int last = 0;
        for (int i = 0; i < tokens.length; i++) {
            int from = last + (int) in.signed();
            int to = from + (int) in.signed();
            last = to;
            int tag = in.take();
            String pos = tag == OTHER_TAG ? in.string() : TAGS.get(tag);
            int kept = in.take();
            String written = (kept & 1) == 0 ? in.string() : text.substring(from, to);
            String lemma = (kept & 2) == 0 ? in.string() : written.toLowerCase(Locale.ROOT);
            tokens[i] = new Token(written, lemma, pos, from, to);
        }
        Sentence[] sentences = new Sentence[in.number()];
        for (int i = 0; i < sentences.length; i++) {
            sentences[i] = new Sentence(in.number(), in.number(), MOODS.get(in.take()));
        }
        int words = in.number();
        Set<String> content = words(tokens, in);
        Set<String> entities = words(tokens, in);
        List<Integer> self = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            self.add(in.number());
        }
        int flags = in.take();
        Span detail = (flags & DETAIL) == 0 ? null : new Span(in.number(), in.number());
        Span focus = (flags & FOCUS) == 0 ? null : new Span(in.number(), in.number());
        return new TextSignals(version, Arrays.asList(tokens), Arrays.asList(sentences), words, content, entities, self,
                (flags & ADDRESSED) != 0, (flags & POINTS_BACK) != 0, detail, focus);
    }

    private static Set<String> words(Token[] tokens, In in) {
        Set<String> words = new HashSet<>();
        for (int left = in.number(); left > 0; left--) {
            int told = in.number();
            words.add(switch (told % 3) {
                case 0 -> tokens[told / 3].lemma();
                case 1 -> tokens[told / 3].text().toLowerCase(Locale.ROOT);
                default -> in.string();
            });
        }
        return words;
    }

    private static final class Out {

        private byte[] bytes = new byte[512];
        private int size;

        void put(int b) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) b;
        }

        /** Seven bits a byte, the lowest first; not negative. */
        void number(long value) {
            long left = value;
            while (left >= 0x80) {
                put((int) (left & 0x7f | 0x80));
                left >>>= 7;
            }
            put((int) left);
        }

        /** Near zero is short on both sides of it. */
        void signed(long value) {
            long folded = value << 1 ^ value >> 63;
            while ((folded & ~0x7fL) != 0) {
                put((int) (folded & 0x7f | 0x80));
                folded >>>= 7;
            }
            put((int) folded);
        }

        void fixed(long value) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                put((int) (value >>> shift));
            }
        }

        void string(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            if (size + utf8.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + utf8.length));
            }
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }
    }

    private static final class In {

        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        int take() {
            if (at >= bytes.length) {
                throw new IllegalArgumentException("a turn is cut short");
            }
            return bytes[at++] & 0xff;
        }

        private long varied() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int b = take();
                value |= (long) (b & 0x7f) << shift;
                if (b < 0x80) {
                    return value;
                }
            }
            throw new IllegalArgumentException("a number of a turn is too long");
        }

        int number() {
            long value = varied();
            // a count beyond the bytes there are is no count of ours
            if (value < 0 || value > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a number of a turn is out of range");
            }
            return (int) value;
        }

        long signed() {
            long folded = varied();
            return folded >>> 1 ^ -(folded & 1);
        }

        long fixed() {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value = value << 8 | take();
            }
            return value;
        }

        String string() {
            int length = number();
            if (length > bytes.length - at) {
                throw new IllegalArgumentException("a text of a turn is cut short");
            }
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
