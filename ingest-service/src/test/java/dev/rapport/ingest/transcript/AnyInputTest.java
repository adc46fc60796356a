package dev.rapport.ingest.transcript;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.events.TurnSpoken;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any bytes at all. */
class AnyInputTest {

    /** Pieces that mean something to some importer, to be put together without sense. */
    private static final List<String> PIECES = List.of("WEBVTT", "\n", "\n\n", "\r\n",
            "00:00:01.000 --> 00:00:02.000\n",
            "1:02:03,004 --> ", "<v Ada>", "</v>", "<v.", "<", ">", "&amp;", "&#x41;", "&", "Ada: ", "Jun: ",
            "[Ada] 10:00:00\n",
            "10:00:01 From Ada to Jun: ", "Ada  0:01\n", "**Ada** [0:02] ", "**", "Attendees\n", "x - Transcript\n",
            "{", "}", "[", "]",
            ",", "\"", "\"speaker\":", "\"text\":", "\"segments\":", "\"Transcript\":", "\"utterances\":", "\"start\":",
            "1", "-1", "1e9",
            "null", "speaker,text,start,end\n", "Ada,hello,1,2\n", ";", "\t", "\0", "\uFEFF", "\uD83D\uDE00", "\uD83D",
            "\u202E", "\u05D0",
            "NOTE", "STYLE", " words ", ".", "-->", ":", "://", "0:00", "Transcribed by https://otter.ai");

    private static final List<String> STARTS = List.of("", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hi.\n\n", "speaker,text\nAda,", "speaker,text\nAda,hi\n",
            "Ada: hi\nJun: hi\nAda: ", "Ada: hi\nJun: hi\nAda: hi\n", "{\"speaker\":\"Ada\",\"text\":\"hi\"}\n",
            "{\"segments\":[{\"speaker\":\"Ada\",\"text\":\"", "[Ada] 10:00:00\n");

    @Property(tries = 1000)
    void randomBytesNeverBreakIt(@ForAll @Size(max = 400) byte[] upload) {
        holds(upload);
    }

    @Property(tries = 1500)
    void piecesInAnyOrderNeverBreakIt(@ForAll("nonsense") String text) {
        holds(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1500)
    void changedFixturesNeverBreakIt(@ForAll("fixture") String fixture, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(fixture);
        for (int changes = 1 + random.nextInt(6); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x100));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
            }
        }
        holds(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void changedBytesOfFixturesNeverBreakIt(@ForAll("fixture") String fixture, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] upload = fixture.getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            upload[random.nextInt(upload.length)] = (byte) random.nextInt();
        }
        holds(upload);
    }

    @Test
    void everyFixtureCutAnywhereNeverBreaksIt() {
        Fixtures.all().values().forEach(fixture -> {
            byte[] whole = fixture.getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length <= whole.length; length += 3) {
                holds(Arrays.copyOf(whole, length));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Ada: ", "<", "&", "{", "[", "\"", "0:00 ", "WEBVTT ", "**", "a,", "\\", "-->", "(",
            ":", "Ada (0:01) ",
            "[Ada] 0:00:01 ", "{\"a\":\"b\"},", "\u05D0", "'", "--", "{\\", "\n", "x\n", "Ada: x\n", "{\n", "{}\n",
            "\"\n", "a,\"\n",
            "0:0 --> 0:1\nx\n\n", "0:00 --> 0:01\nAda: x\n\n", "-->\n", "[A] 1:00\n", "A  0:01\nb\n\n",
            "**A** [0:01] b\n", "[{},",
            "{\"speaker\":\"A\",\"text\":\"b\"}\n", "{\"speaker\":\"A\"}\n", "1\n\n", "NOTE\n\n", "<v A>\n"})
    void timeGrowsWithSizeAndNotWithItsSquare(String piece) {
        for (String start : STARTS) {
            readsInTime(start, piece, 1024 * 1024);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Ada: x\n", "\n", "<", "{\"speaker\":\"A\",\"text\":\"b\"}\n", "[{},"})
    void theLargestUploadIsReadInSeconds(String piece) {
        readsInTime("", piece, Transcripts.LARGEST_UPLOAD);
        readsInTime("{\"segments\":[{\"text\":\"", piece, Transcripts.LARGEST_UPLOAD);
    }

    /** Processor time, which other work on the machine does not lengthen; something quadratic would need an hour. */
    private static void readsInTime(String start, String piece, int size) {
        int times = (size - 100) / piece.getBytes(StandardCharsets.UTF_8).length;
        byte[] upload = (start + piece.repeat(times)).getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Transcripts.read(upload, "talk.csv");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Provide
    Arbitrary<String> nonsense() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> fixture() {
        return Arbitraries.of(new ArrayList<>(Fixtures.all().values()));
    }

    private static void holds(byte[] upload) {
        for (String fileName : new String[]{null, "talk.csv"}) {
            Outcome outcome = Transcripts.read(upload, fileName);
            if (outcome instanceof Unreadable unreadable) {
                assertThat(unreadable.reason()).endsWith(".");
                assertThat(unreadable.todo()).endsWith(".");
            } else {
                holds((Imported) outcome, ((Decoded.Text) Decoded.of(upload)).text());
            }
        }
    }

    private static void holds(Imported imported, String text) {
        String seen = plain(text);
        Set<Long> times = times(text);
        for (ImportedTurn turn : imported.turns()) {
            assertThat(turn.text()).isNotBlank().hasSizeLessThanOrEqualTo(TurnSpoken.LONGEST_TEXT);
            assertThat(turn.line()).isPositive();
            assertThat(written(turn.speaker(), seen)).as("speaker '%s' of %s", turn.speaker(), imported.format())
                    .isTrue();
            for (Long time : new Long[]{turn.startMillis(), turn.endMillis()}) {
                if (time != null) {
                    assertThat(times).as("times of %s", imported.format()).contains(time);
                }
            }
            if (turn.startMillis() != null && turn.endMillis() != null) {
                assertThat(turn.endMillis()).isGreaterThanOrEqualTo(turn.startMillis());
            }
            if (turn.confidence() != null) {
                assertThat(turn.confidence()).isBetween(0.0, 1.0);
            }
        }
        assertThat(imported.speakers().stream().mapToInt(SpeakerCount::turns).sum()).isEqualTo(imported.turns().size());
    }

    /** "Speaker 0" and "Channel 0" are how bare labels are shown; quotes come and go with a table's cells. */
    private static boolean written(String speaker, String seen) {
        String bare = speaker.replace("\"", "");
        String label = bare.startsWith("Speaker ") ? bare.substring("Speaker ".length()) : bare;
        return bare.startsWith("Channel ") || seen.replace("\"", "").contains(label);
    }

    /** The text without what names are cleaned of: white space, entities, escapes. */
    private static String plain(String text) {
        StringBuilder unescaped = new StringBuilder();
        CueText.pieces(text.replace("<", "\u0001")).forEach(piece -> unescaped.append(piece.words()));
        String unicode = Pattern.compile("\\\\u([0-9a-fA-F]{4})").matcher(text)
                .replaceAll(found -> Matcher
                        .quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        String simple = text.replace("\\\"", "\"").replace("\\\\", "\\").replace("\\/", "/");
        return Words.clean(text) + "\n" + Words.clean(unescaped.toString()) + "\n" + Words.clean(unicode) + "\n"
                + Words.clean(simple) + "\n" + Words.clean(text.replace("\"\"", "\"")) + "\n"
                + Words.clean(text.replace("*", ""));
    }

    /** Every time that any number or clock in {@code text} may mean, and the differences of the clocks. */
    private static Set<Long> times(String text) {
        Set<Long> times = new HashSet<>();
        List<Long> clocks = new ArrayList<>();
        Matcher clock = Pattern.compile("(?=((?:(\\d{1,4}):)?(\\d{1,4}):(\\d{1,4})(?:[.,](\\d{1,9}))?))").matcher(text);
        while (clock.find()) {
            for (int whole = 0; whole < 2; whole++) {
                long hours = whole == 0 || clock.group(2) == null ? 0 : Long.parseLong(clock.group(2));
                // a shorter reading of the same digits is another candidate, as names may end in digits
                for (int fraction = 0; fraction < 2; fraction++) {
                    double part = fraction == 0 || clock.group(5) == null
                            ? 0
                            : Double.parseDouble("0." + clock.group(5));
                    clocks.add(
                            ((hours * 60 + Long.parseLong(clock.group(3))) * 60 + Long.parseLong(clock.group(4))) * 1000
                                    + (long) Math.floor(part * 1000 + 1e-6));
                }
            }
        }
        times.addAll(clocks);
        Matcher number = Pattern.compile("(?=([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?))").matcher(text);
        while (number.find()) {
            String digits = number.group(1);
            double value = Double.parseDouble(digits);
            times.add(Math.round(value * 1000));
            times.add(Math.round(value));
        }
        long day = 24L * 60 * 60 * 1000;
        for (Long one : clocks) {
            for (Long other : clocks) {
                for (long days = 0; days <= 3; days++) {
                    times.add(one - other + days * day);
                    times.add(one - other + days * day + day / 2);
                    times.add(one - other + days * day - day / 2);
                }
            }
        }
        return times;
    }
}
