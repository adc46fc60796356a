package dev.rapport.ingest.transcript;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same talk, out of every format. */
class FormatsTest {

    private static final String ASKED = "How was the week? You had the audit, right?";
    private static final String ANSWERED = "We passed: no findings.";

    @Test
    void zoomsWebVttNamesSpeakersBeforeAColon() {
        assertThat(imported("webvtt", Fixtures.ZOOM_VTT).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 4),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 12));
    }

    @Test
    void teamsWebVttNamesSpeakersInVoiceTags() {
        assertThat(imported("webvtt", Fixtures.TEAMS_VTT).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 4),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 12));
    }

    @Test
    void subRipHasCommasAndFontTags() {
        assertThat(imported("srt", Fixtures.SRT).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 2),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 10));
    }

    @Test
    void zoomsSavedTextHasTimesOfTheDayEvenPastMidnight() {
        assertThat(imported("zoom-text", Fixtures.ZOOM_SAVED).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 0L, null, null, 1),
                new ImportedTurn("Jun Sato", ANSWERED, 6000L, null, null, 7));
    }

    @Test
    void zoomsSavedTextAlsoComesWithFrom() {
        assertThat(imported("zoom-text", Fixtures.ZOOM_SAVED_FROM).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 0L, null, null, 1),
                new ImportedTurn("Jun Sato", ANSWERED, 6000L, null, null, 4));
    }

    @Test
    void otterPutsNameAndTimeAboveParagraphsAndAFooterBelow() {
        assertThat(imported("otter", Fixtures.OTTER).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, null, null, 1),
                new ImportedTurn("Jun Sato", ANSWERED + " See you at 10:30", 3_607_000L, null, null, 6));
    }

    @Test
    void googleMeetSaysWhenItBeganAndWhoWasThereButNotWhenATurnBegan() {
        Imported imported = imported("google-meet", Fixtures.GOOGLE_MEET);
        assertThat(imported.turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, null, null, null, 6),
                new ImportedTurn("Dr Jun Ichiro van der Sato", ANSWERED, null, null, null, 9));
        assertThat(imported.startedAt()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(imported.warnings()).isEmpty();
    }

    @Test
    void markdownHasBoldNamesAndTimesInBrackets() {
        assertThat(imported("markdown", Fixtures.MARKDOWN).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, null, null, 3),
                new ImportedTurn("Jun Sato", ANSWERED, 3_607_000L, null, null, 7));
    }

    @Test
    void plainTextHasNamesBeforeColonsAndNoTimes() {
        Imported imported = imported("plain", Fixtures.PLAIN);
        assertThat(imported.turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, null, null, null, 1),
                new ImportedTurn("Jun Sato", ANSWERED, null, null, null, 4));
        assertThat(imported.speakers()).containsExactly(new SpeakerCount("Ada Brook", 1),
                new SpeakerCount("Jun Sato", 1));
        assertThat(imported.startedAt()).isNull();
    }

    @Test
    void aTableHasASpeakerAndATextColumn() {
        assertThat(imported("csv", Fixtures.CSV).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 2),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 4));
    }

    @Test
    void jsonLinesHaveSeconds() {
        assertThat(imported("json-lines", Fixtures.JSON_LINES).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 1),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 3));
    }

    @Test
    void ourOwnTurnsComeInTheOrderOfTheirNumbersAndOnceEach() {
        Imported imported = imported("json-lines", Fixtures.OWN_TURNS);
        assertThat(imported.turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 2),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, 0.9, 1));
        assertThat(imported.warnings()).containsExactly(new Warning(3,
                "Turn 2 stands in this file before: this one was left out.", "Give each turn a number of its own."));
    }

    @Test
    void aJsonListOfTurnsIsReadLikeJsonLines() {
        assertThat(imported("json-turns", Fixtures.JSON_TURNS).turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 2),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 4));
    }

    @Test
    void anEndBeforeTheStartOfJoinedCuesIsNotKept() {
        assertThat(imported("csv", """
                speaker,text,start,end
                Ada,Morning all,11,
                Ada,to everybody,,4
                Bo,Hello Ada,20,21
                """).turns()).containsExactly(
                new ImportedTurn("Ada", "Morning all to everybody", 11_000L, null, null, 2),
                new ImportedTurn("Bo", "Hello Ada", 20_000L, 21_000L, null, 4));
    }

    @Test
    void amazonTranscribeNamesRolesAndWordConfidences() {
        assertThat(imported("amazon-transcribe-call-analytics", Fixtures.AMAZON).turns()).containsExactly(
                new ImportedTurn("AGENT", ASKED, 1000L, 6250L, 0.5, 3),
                new ImportedTurn("CUSTOMER", ANSWERED, 7000L, 12000L, null, 6));
    }

    @Test
    void contactLensExplainsItsParticipantsBelowTheTurns() {
        assertThat(imported("contact-lens", Fixtures.CONTACT_LENS).turns()).containsExactly(
                new ImportedTurn("AGENT", ASKED, 1000L, 6250L, null, 3),
                new ImportedTurn("CUSTOMER", ANSWERED, 7000L, 12000L, null, 5));
    }

    @Test
    void deepgramHasUtterancesInSeconds() {
        Imported imported = imported("deepgram", Fixtures.DEEPGRAM);
        assertThat(imported.turns()).containsExactly(
                new ImportedTurn("Speaker 0", ASKED, 1000L, 6250L, 0.5, 4),
                new ImportedTurn("Speaker 1", ANSWERED, 7000L, 12000L, 0.875, 6));
        assertThat(imported.startedAt()).as("created is when it was transcribed").isNull();
    }

    @Test
    void deepgramMayHaveWordsOnlyAndTheBestAlternativeCounts() {
        assertThat(imported("deepgram", Fixtures.DEEPGRAM_WORDS).turns()).containsExactly(
                new ImportedTurn("Speaker 0", "How was?", 1000L, 3500L, 0.75, 3),
                new ImportedTurn("Speaker 1", "fine", 7000L, 12000L, null, 5));
    }

    @Test
    void channelsAreSpeakersAndTheirWordsComeInTheOrderOfTime() {
        assertThat(imported("deepgram", Fixtures.DEEPGRAM_CHANNELS).turns()).containsExactly(
                new ImportedTurn("Channel 0", "how", 1000L, 1500L, null, 3),
                new ImportedTurn("Channel 1", "fine", 7000L, 12000L, null, 4),
                new ImportedTurn("Channel 0", "again", 20000L, 21000L, null, 3));
    }

    @Test
    void assemblyAiHasUtterancesInMilliseconds() {
        assertThat(imported("assemblyai", Fixtures.ASSEMBLY_AI).turns()).containsExactly(
                new ImportedTurn("Speaker A", ASKED, 1000L, 6250L, 0.5, 2),
                new ImportedTurn("Speaker B", ANSWERED, 7000L, 12000L, null, 5));
    }

    @Test
    void whisperMayNameItsSpeakersAndWordsOfNobodyAreLeftOut() {
        Imported imported = imported("whisper", Fixtures.WHISPER);
        assertThat(imported.turns()).containsExactly(
                new ImportedTurn("Ada Brook", ASKED, 1000L, 6250L, null, 2),
                new ImportedTurn("Jun Sato", ANSWERED, 7000L, 12000L, null, 5));
        assertThat(imported.warnings()).containsExactly(new Warning(4,
                "It is not said who speaks here: these words were left out.", "Put the speaker's name before them."));
    }

    @Test
    void everyFormatIsTheSameInEveryEncodingAndWithEveryLineEnd() {
        Fixtures.all().forEach((name, text) -> {
            Outcome expected = Transcripts.read(text.getBytes(StandardCharsets.UTF_8), null);
            assertThat(expected).as(name).isInstanceOf(Imported.class);
            for (byte[] upload : List.of(
                    ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                    text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                    text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                    text.getBytes(StandardCharsets.UTF_16LE),
                    text.getBytes(StandardCharsets.UTF_16BE),
                    ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                    text.getBytes(StandardCharsets.UTF_16))) {
                assertThat(Transcripts.read(upload, null)).as(name).isEqualTo(expected);
            }
        });
    }

    private static Imported imported(String format, String text) {
        Outcome outcome = Transcripts.read(text.getBytes(StandardCharsets.UTF_8), null);
        assertThat(outcome).isInstanceOf(Imported.class);
        assertThat(((Imported) outcome).format()).isEqualTo(format);
        return (Imported) outcome;
    }
}
