package dev.rapport.ingest.transcript;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.events.TurnSpoken;

import static org.assertj.core.api.Assertions.assertThat;

class TrapsTest {

    // --- who speaks

    @Test
    void captionsWithoutSpeakersAreRefused() {
        Unreadable unreadable = unreadable("""
                WEBVTT

                00:01.000 --> 00:02.000
                Good morning to you all

                00:02.000 --> 00:03.000
                and one thing: welcome.
                """);
        assertThat(unreadable.reason()).isEqualTo("This file does not say who speaks.");
        assertThat(unreadable.todo())
                .isEqualTo("Export the transcript with speaker names, or write each turn as \"Name: words\".");
    }

    @Test
    void aFewNamesAmongManyCaptionsAreNoSpeakers() {
        assertThat(unreadable("""
                1
                00:00:01,000 --> 00:00:02,000
                Careful: wet paint

                2
                00:00:02,000 --> 00:00:03,000
                is what it said

                3
                00:00:03,000 --> 00:00:04,000
                on the door.
                """).reason())
                .isEqualTo("This file does not say who speaks: only 1 of its 3 captions begin with a name.");
    }

    @Test
    void aCueWithoutSpeakerCostsThatCueOnly() {
        Imported imported = imported("""
                WEBVTT

                00:01.000 --> 00:02.000
                <v Ada>Hello.

                00:02.000 --> 00:03.000
                Hm?

                00:03.000 --> 00:04.000
                <v Jun>Hi.
                """);
        assertThat(said(imported)).containsExactly("Ada: Hello.", "Jun: Hi.");
        assertThat(lines(imported)).containsExactly(6);
    }

    @Test
    void twoVoicesInOneCueAreTwoTurns() {
        assertThat(said(imported("""
                WEBVTT

                00:01.000 --> 00:02.000
                <v Ada &amp; Co>Ready?</v> <v Jun>1 &lt; 2 &amp;&nbsp;so yes.</v>
                """))).containsExactly("Ada & Co: Ready?", "Jun: 1 < 2 & so yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Note: it rained", "Re: your mail", "12:30: lunch", "12:30 is lunch",
            "https://example.org is where",
            "http: that is a scheme", "This is not a: name", "one two three four five: words", "what I mean: this",
            "Well, listen: no", "\"Quoted\": yes", "Step 3: breathe", "Sure. Note: I left", "Subject: hello"})
    void whatIsNoNameStaysWithTheSpeakerBefore(String line) {
        Imported imported = imported("Ada: Hello there.\n" + line + "\nJun: Hi Ada.\nAda: Bye.\nJun: Bye.\n");
        assertThat(said(imported)).containsExactly("Ada: Hello there. " + line, "Jun: Hi Ada.", "Ada: Bye.",
                "Jun: Bye.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Speaker 1", "spk_0", "AGENT", "Dr. Ada B. Lovelace", "fpoirot", "Ludwig van der Berg",
            "\u5C71\u7530",
            "\u05E2\u05D3\u05D4", "Zo\u00EB O\u2019Neil", "Ada \uD83C\uDF38", "SPEAKER_01", "Unknown Speaker",
            "jun (agent)", "Q"})
    void namesOfManyKindsAreNames(String name) {
        assertThat(said(imported(name + ": Hello.\nJun: Hi.\n" + name + ": Bye.\n"))).containsExactly(name + ": Hello.",
                "Jun: Hi.", name + ": Bye.");
    }

    @Test
    void proseWithAColonHereAndThereIsNoConversation() {
        String prose = "The plan was simple.\nRemember: nobody had asked.\nSo we went on, and then on.\n".repeat(5)
                + "Tomorrow: rain.\n";
        assertThat(unreadable(prose).reason()).isEqualTo("This file does not say who speaks.");
    }

    @Test
    void anEmailHeaderNamesNoSpeakers() {
        assertThat(unreadable("From: Ada\nTo: Jun\nSubject: hello\nDate: today\n\nSee you there.\n").reason())
                .isEqualTo("This file does not say who speaks.");
    }

    @Test
    void aSharedLoginIsKeptAndTold() {
        Imported imported = imported("[Ada & Jun] 10:00:00\nHello.\n\n[Lee] 10:00:05\nHi.\n");
        assertThat(said(imported)).containsExactly("Ada & Jun: Hello.", "Lee: Hi.");
        assertThat(imported.warnings()).extracting(Warning::problem)
                .containsExactly("This name may stand for several people who shared one login.");
    }

    @Test
    void manyNamesAreNoConversation() {
        String crowd = IntStream.rangeClosed(1, 51).mapToObj(i -> "Person" + i + ": Hello.\n")
                .collect(Collectors.joining())
                + "Person1: Bye.\n";
        assertThat(unreadable(crowd).reason()).isEqualTo("This file names more than 50 speakers.");
    }

    @Test
    void otterWithoutNamesIsRefused() {
        assertThat(unreadable("0:01\nHow was it?\n\n0:15\nFine.\n\nTranscribed by https://otter.ai\n").reason())
                .isEqualTo("This file does not say who speaks.");
    }

    @Test
    void aNumberedListOfTurnsHasNamesWithoutNumbers() {
        assertThat(said(imported("1. Ada: Hello.\n2. Jun: Hi.\n3. Ada: Bye.\n"))).containsExactly("Ada: Hello.",
                "Jun: Hi.",
                "Ada: Bye.");
    }

    @Test
    void aNameWithItsTimeMayStandAboveTheWords() {
        assertThat(imported("Speaker 1 (00:00):\nHello. You came.\n\nSpeaker 2 (00:05):\nSure. Note: I must go.\n")
                .turns())
                .containsExactly(new ImportedTurn("Speaker 1", "Hello. You came.", 0L, null, null, 1),
                        new ImportedTurn("Speaker 2", "Sure. Note: I must go.", 5000L, null, null, 4));
    }

    @Test
    void labelsInBracketsAreNames() {
        assertThat(said(imported("""
                1
                00:00:01,000 --> 00:00:02,000
                [SPEAKER_00]: Hello.

                2
                00:00:02,000 --> 00:00:03,000
                [SPEAKER_01]: Hi.
                """))).containsExactly("SPEAKER_00: Hello.", "SPEAKER_01: Hi.");
    }

    // --- times

    @Test
    void neighboursMergeUpToTwoSecondsApartAndNotBeyond() {
        assertThat(imported("""
                {"speaker": "Ada", "text": "One.", "startMillis": 0, "endMillis": 1000}
                {"speaker": "Ada", "text": "Two.", "startMillis": 3000, "endMillis": 4000}
                {"speaker": "Ada", "text": "Three.", "startMillis": 6001, "endMillis": 7000}
                """).turns()).containsExactly(new ImportedTurn("Ada", "One. Two.", 0L, 4000L, null, 1),
                new ImportedTurn("Ada", "Three.", 6001L, 7000L, null, 3));
    }

    @Test
    void withoutEndTimesOnlyACertainPauseParts() {
        assertThat(imported("""
                **Ada** [0:01] Yes, I think that is what I would do as well.

                **Ada** [0:09] And you?

                **Ada** [0:13] Are you there?
                """).turns()).containsExactly(
                new ImportedTurn("Ada", "Yes, I think that is what I would do as well. And you?", 1000L, null, null, 1),
                new ImportedTurn("Ada", "Are you there?", 13_000L, null, null, 5));
    }

    @Test
    void aTimeLineThatCannotBeReadCostsItsCueOnly() {
        Imported imported = imported("""
                WEBVTT - weekly
                Kind: captions

                NOTE
                Ada: this is a comment

                STYLE
                ::cue { color: red }

                REGION
                id:fred

                1
                00:00:61.000 --> 00:01:02.000
                Ada: never said.

                Ada: no time line.

                00:01:02,500 --> 00:01:03,000 align:start position:0%
                Ada: Hello.
                2
                00:01:03.000 --> 00:01:04.000
                Jun: Hi.
                """);
        assertThat(imported.turns()).containsExactly(new ImportedTurn("Ada", "Hello.", 62_500L, 63_000L, null, 19),
                new ImportedTurn("Jun", "Hi.", 63_000L, 64_000L, null, 22));
        assertThat(imported.warnings()).containsExactly(
                new Warning(14, "The times of this cue cannot be read: it was left out.",
                        "Give it a line such as \"00:00:01.000 --> 00:00:04.000\"."),
                new Warning(17, "This cue has no time line and was left out.",
                        "Give it a line such as \"00:00:01.000 --> 00:00:04.000\"."));
    }

    @Test
    void wordsThatEndBeforeTheyBeginKeepTheirStart() {
        Imported imported = imported("speaker,text,start,end\nAda,Hello.,5,3\nJun,Hi.,6,7\n");
        assertThat(imported.turns()).containsExactly(new ImportedTurn("Ada", "Hello.", 5000L, null, null, 2),
                new ImportedTurn("Jun", "Hi.", 6000L, 7000L, null, 3));
        assertThat(lines(imported)).containsExactly(2);
    }

    @Test
    void timesThatAreNoneAreUnknown() {
        assertThat(imported("""
                {"speaker": "Ada", "text": "a", "start": -1, "end": NaN}
                {"speaker": "Jun", "text": "b", "start": "soon", "end": 1e300}
                """).turns()).containsExactly(new ImportedTurn("Ada", "a", null, null, null, 1),
                new ImportedTurn("Jun", "b", null, null, null, 2));
    }

    @Test
    void aColumnInMillisecondsIsNotInSeconds() {
        assertThat(imported("Start (ms);Speaker;Text;End (ms)\n1500;Ada;Hello.;2500\n").turns())
                .containsExactly(new ImportedTurn("Ada", "Hello.", 1500L, 2500L, null, 2));
    }

    @Test
    void plainTextMayHaveTimesOnEitherSideOfTheName() {
        assertThat(imported("""
                [0:01] Ada: One.
                00:00:02 Jun: Two.
                Ada (0:03): Three.
                Jun [0:04] Four.
                Ada: [0:05] Five.
                """).turns()).extracting(ImportedTurn::startMillis).containsExactly(1000L, 2000L, 3000L, 4000L, 5000L);
    }

    // --- text

    @Test
    void textIsOneLineWithoutControlsAndKeepsEmojiAndRightToLeft() {
        byte[] upload = "Ada:  \u05E9\u05DC\u05D5\u05DD\t \u0000\u0007\uD83D\uDE00\u00A0x\nJun: \u0645\u0631\u062D\u0628\u0627 y\n"
                .getBytes(StandardCharsets.UTF_8);
        Imported imported = (Imported) Transcripts.read(upload, null);
        assertThat(said(imported)).containsExactly("Ada: \u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 x",
                "Jun: \u0645\u0631\u062D\u0628\u0627 y");
        assertThat(imported.warnings())
                .containsExactly(new Warning(1, "There are null bytes here: they were left out.",
                        "Save the file as plain text."));
    }

    @Test
    void anOldWindowsFileIsReadAndTold() {
        Imported imported = (Imported) Transcripts.read(
                "Ada: Hello.\nZo\u00EB: Caf\u00E9?\n".getBytes(Charset.forName("windows-1252")),
                null);
        assertThat(said(imported)).containsExactly("Ada: Hello.", "Zo\u00EB: Caf\u00E9?");
        assertThat(lines(imported)).containsExactly(2);
    }

    @Test
    void aWrongByteInUtf8CostsThatByteOnly() {
        byte[] upload = "Ada: Caf\u00E9.\nJun: a_b\n".getBytes(StandardCharsets.UTF_8);
        upload[upload.length - 3] = (byte) 0xFF;
        Imported imported = (Imported) Transcripts.read(upload, null);
        assertThat(said(imported)).containsExactly("Ada: Caf\u00E9.", "Jun: a\uFFFDb");
        assertThat(lines(imported)).containsExactly(2);
    }

    @Test
    void anOverlongTurnIsSplitAtTheEndOfASentence() {
        String sentence = "This is a sentence of fifty characters, all told. ";
        assertThat(sentence).hasSize(50);
        Imported imported = imported("Ada: " + sentence.repeat(1000) + "\nJun: Hi.\n");
        assertThat(imported.turns()).extracting(turn -> turn.text().length()).containsExactly(19_999, 19_999, 9_999, 3);
        assertThat(imported.turns().get(0).text()).endsWith("told.");
        assertThat(imported.turns()).extracting(ImportedTurn::speaker).containsExactly("Ada", "Ada", "Ada", "Jun");
        assertThat(lines(imported)).containsExactly(1);
    }

    @Test
    void wordsWithoutASpaceAreSplitBetweenCharacters() {
        Imported imported = imported("Ada: x" + "\uD83D\uDE00".repeat(15_000) + "\nJun: Hi.\n");
        assertThat(imported.turns()).extracting(turn -> turn.text().length()).containsExactly(19_999, 10_002, 3);
        assertThat(imported.turns()).allMatch(turn -> turn.text().length() <= TurnSpoken.LONGEST_TEXT);
    }

    @Test
    void aLineLongerThanTheCapIsCutAndTold() {
        Imported imported = imported("Ada: " + "word ".repeat(30_000) + "\nJun: Hi.\n");
        assertThat(imported.turns().stream().filter(turn -> turn.speaker().equals("Ada"))
                .mapToInt(turn -> turn.text().length() + 1).sum()).isEqualTo(100_000 - "Ada: ".length());
        assertThat(imported.warnings()).extracting(Warning::problem)
                .contains("This line is longer than 100000 characters: the rest of it was left out.");
    }

    @Test
    void turnsBeyondTheCapAreLeftOutAndTold() {
        Imported imported = imported("Ada: Hello.\nJun: Hi.\n".repeat(5_001));
        assertThat(imported.turns()).hasSize(10_000);
        assertThat(imported.warnings()).containsExactly(
                new Warning(10_001, "There are more than 10000 turns: everything from here on was left out.",
                        "Split the file and upload each part as its own conversation."));
    }

    @Test
    void manyFaultsAreCountedNotListed() {
        Imported imported = imported("{\"speaker\": \"Ada\", \"text\": \"Hi.\"}\n" + "{oops\n".repeat(300));
        assertThat(imported.warnings()).hasSize(201);
        assertThat(imported.warnings().get(200).line()).isEqualTo(202);
        assertThat(imported.warnings().get(200).problem())
                .isEqualTo("100 more problems from this line on are not listed.");
    }

    // --- tables and JSON

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() {
        Imported imported = imported(
                "speaker,text\nJun,Hi.\nAda,\"Hello\nJun,A 5\" pipe.\nAda,\"Two\nlines\"\nJun,\"a \"\"b\"\" c\"\n");
        assertThat(said(imported)).containsExactly("Jun: Hi.", "Ada: Hello", "Jun: A 5\" pipe.", "Ada: Two lines",
                "Jun: a \"b\" c");
        assertThat(imported.turns()).extracting(ImportedTurn::line).containsExactly(2, 3, 4, 5, 7);
        assertThat(imported.warnings()).containsExactly(
                new Warning(3, "A quote is opened here and never closed: the line was read by itself.",
                        "Close the quote, or double a quote that belongs to the text."));
    }

    @Test
    void aQuoteOpenToTheEndOfTheFileIsReadToTheEndOfItsLine() {
        Imported imported = imported("speaker,text\nAda,\"Hello\nJun,Hi.\nAda,Bye.\n");
        assertThat(said(imported)).containsExactly("Ada: Hello", "Jun: Hi.", "Ada: Bye.");
        assertThat(lines(imported)).containsExactly(2);
    }

    @Test
    void aTableWithoutHeaderNeedsItsFileName() {
        byte[] table = "Ada,Hello.,1,2\nJun,Hi.,3,4\n".getBytes(StandardCharsets.UTF_8);
        assertThat(((Imported) Transcripts.read(table, "Talk.CSV")).turns()).containsExactly(
                new ImportedTurn("Ada", "Hello.", 1000L, 2000L, null, 1),
                new ImportedTurn("Jun", "Hi.", 3000L, 4000L, null, 2));
        assertThat(Transcripts.read(table, null)).isInstanceOf(Unreadable.class);
    }

    @Test
    void jsonThatBreaksOffKeepsWhatCameBefore() {
        Imported imported = imported(Fixtures.DEEPGRAM.substring(0, Fixtures.DEEPGRAM.indexOf("no findings")));
        assertThat(said(imported)).containsExactly("Speaker 0: How was the week? You had the audit, right?");
        assertThat(imported.warnings()).extracting(Warning::problem)
                .containsExactly("The JSON breaks off or is wrong here: what follows was left out.");
    }

    @Test
    void jsonWithoutSpeakersIsRefusedByAName() {
        for (String json : List.of("{\"segments\": [{\"start\": 0, \"end\": 1, \"text\": \"Hi.\"}]}",
                "{\"results\": {\"utterances\": [{\"transcript\": \"Hi.\"}]}}",
                "{\"results\": {\"channels\": [{\"alternatives\": [{\"transcript\": \"Hi.\", \"words\": [{\"word\": \"hi\"}]}]}]}}",
                "{\"audio_duration\": 1, \"words\": [{\"text\": \"Hi.\"}]}",
                "{\"Transcript\": [{\"Content\": \"Hi.\"}]}")) {
            assertThat(unreadable(json).reason()).as(json).isEqualTo("This file does not say who speaks.");
        }
    }

    @Test
    void otherJsonIsRefusedBySayingWhatWouldDo() {
        assertThat(unreadable("{\"name\": \"x\", \"version\": [1, 2, {}]}").reason())
                .isEqualTo("This JSON holds no transcript in a shape that is known.");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        for (String open : List.of("[", "{\"a\":")) {
            assertThat(Transcripts.read(open.repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "x.json"))
                    .isInstanceOf(Unreadable.class);
        }
    }

    // --- what is no transcript

    @Test
    void whatIsNoTextIsRefusedByWhatItIs() {
        assertThat(reason(new byte[0])).isEqualTo("This file is empty.");
        assertThat(reason(" \n\t\r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("This file is empty.");
        assertThat(reason(new byte[1000])).isEqualTo("This file is empty.");
        assertThat(reason("%PDF-1.7\n...".getBytes(StandardCharsets.UTF_8))).isEqualTo("This is a PDF.");
        assertThat(reason("PK\u0003\u0004word/document.xml".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("This is a Word document or another packed file.");
        assertThat(reason("{\\rtf1 Ada: hi}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("This is a rich text document.");
        assertThat(reason("\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("This is a recording, not a transcript.");
        assertThat(reason("<!DOCTYPE html><p>Ada: hi".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("This is a web page.");
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 + i / 7);
        }
        assertThat(reason(noise)).isEqualTo("This is not a text file.");
        assertThat(reason(new byte[Transcripts.LARGEST_UPLOAD + 1])).isEqualTo("This file is larger than 20 MB.");
    }

    @Test
    void aHeaderWithoutCuesHasNoWords() {
        assertThat(unreadable("WEBVTT\n\nNOTE nothing\n").reason())
                .isEqualTo("No words were found in this file (it looks like webvtt).");
    }

    private static String reason(byte[] upload) {
        Outcome outcome = Transcripts.read(upload, null);
        assertThat(outcome).isInstanceOf(Unreadable.class);
        assertThat(((Unreadable) outcome).todo()).endsWith(".");
        return ((Unreadable) outcome).reason();
    }

    private static Imported imported(String text) {
        Outcome outcome = Transcripts.read(text.getBytes(StandardCharsets.UTF_8), null);
        assertThat(outcome).isInstanceOf(Imported.class);
        return (Imported) outcome;
    }

    private static Unreadable unreadable(String text) {
        Outcome outcome = Transcripts.read(text.getBytes(StandardCharsets.UTF_8), null);
        assertThat(outcome).isInstanceOf(Unreadable.class);
        return (Unreadable) outcome;
    }

    private static List<String> said(Imported imported) {
        return imported.turns().stream().map(turn -> turn.speaker() + ": " + turn.text()).toList();
    }

    private static List<Integer> lines(Outcome outcome) {
        return outcome.warnings().stream().map(Warning::line).toList();
    }
}
