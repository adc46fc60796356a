package dev.rapport.rules.signals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.rapport.rules.signals.Sentence.Mood;

import static org.assertj.core.api.Assertions.assertThat;

class MoodTest {

    private final TextReader reader = new TextReader();

    @ParameterizedTest
    @ValueSource(strings = {"What changed then?", "what changed after the audit", "so how did your team take it",
            "Why is that?", "Tell me more about that.", "walk me through the first week", "Say more about the audit.",
            "Could you describe what a normal day looks like", "can you tell me what happened after the audit",
            "I wonder what made you choose Leeds.", "I'm curious how that felt.", "I'd love to hear about the launch",
            "How about the other half of the team?", "and what about you", "In what way does that help you?",
            "When you get home, what do you do first?", "if you could change one thing what would it be",
            "well i work in logistics what do you do", "Wh-what do you mean?", "Help me understand the delay.",
            "Is there anything else on your mind?", "what's it like for you", "How come?",
            "On a bad day, how do you keep going", "Do you mind telling me what happened?",
            "And how's Inês taking the waiting?"})
    void isAnOpenQuestion(String text) {
        assertThat(moods(text)).contains(Mood.OPEN_QUESTION).doesNotContain(Mood.CLOSED_QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Is it live?", "is it live", "did they agree", "Have you been here before",
            "oh lovely have you had it a long time", "Do you want tea or coffee?", "That's not easy, is it?",
            "you were there, weren't you", "you live in leeds right", "Tuesday?", "And the other supplier?",
            "How many suppliers do you have?", "When did it start?", "what's your name", "What time is it there?",
            "I was wondering if you could stay.", "Can you tell me how many came?", "does the new team know about it",
            "Would it help if I listened first", "that sounds good would that be okay", "You mean the whole team?",
            "isn't that the same thing", "Shall we move on?", "tell me if it hurts",
            "When you got there, was the gate open",
            "let me know if the gate is open"})
    void isAClosedQuestion(String text) {
        assertThat(moods(text)).contains(Mood.CLOSED_QUESTION).doesNotContain(Mood.OPEN_QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"He asked me what I do.", "They asked me what do I do",
            "she wanted to know whether I was coming",
            "What I like is the freedom.", "When we met the supplier they had signed.", "I know what you mean.",
            "I don't know why it happened.", "So do I.", "neither did she", "What a week!", "Who knows.",
            "the reason why we left is the price", "I was like, what are you doing?", "That's how it is.",
            "people who are new need time", "My brother, who is a nurse, said so.", "You never know.",
            "he moved to Leeds and was a nurse there", "do it", "Have a good day.", "You know what?",
            "what helps me most is walking", "I told him what happened.", "It is what it is.", "Okay?", "Guess what.",
            "You did it right.", "Whatever you do is fine.", "I can see how you got there.",
            "The people I met there, are nurses mostly.", "You know what works and what doesn't work there.",
            "I like it there whether you do or not.", "Let me know if you need anything."})
    void isNoQuestion(String text) {
        assertThat(moods(text)).doesNotContain(Mood.OPEN_QUESTION, Mood.CLOSED_QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Just send the report to Sarah by Friday.", "Don't worry about it.",
            "Let's start with the budget.",
            "please take a seat", "Talk to your manager first.", "If you can, talk to your manager."})
    void isAnOrder(String text) {
        assertThat(moods(text)).containsExactly(Mood.IMPERATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mm-hm.", "Right.", "Eleven suppliers.", "okay", "Thank you.", "Wow, great."})
    void isOnlyAFragment(String text) {
        assertThat(moods(text)).containsExactly(Mood.FRAGMENT);
    }

    @Test
    void aQuestionAfterAStatementIsASentenceOfItsOwnWithoutAnyMark() {
        assertThat(sentences("i moved teams last spring too how did you handle the handover")).containsExactly(
                "STATEMENT i moved teams last spring too", "OPEN_QUESTION how did you handle the handover");
    }

    @Test
    void twoQuestionsAreTwoSentences() {
        assertThat(sentences("What do you think, and would you sign it?")).containsExactly(
                "OPEN_QUESTION What do you think,", "CLOSED_QUESTION and would you sign it?");
    }

    @Test
    void aTagBelongsToItsStatement() {
        assertThat(sentences("That was quick, wasn't it? Good.")).containsExactly(
                "CLOSED_QUESTION That was quick, wasn't it?", "FRAGMENT Good.");
    }

    @Test
    void abbreviationsAndNumbersEndNoSentence() {
        assertThat(sentences("Dr. Shaw paid 3.5 million. We signed.")).containsExactly(
                "STATEMENT Dr. Shaw paid 3.5 million.", "STATEMENT We signed.");
    }

    @Test
    void aLongRunWithoutMarksIsCutWhereItStartsOver() {
        assertThat(sentences("we opened the second site in march with a tiny crew of people from the first one and "
                + "i was there every night until it finally worked")).hasSize(2);
    }

    private List<Mood> moods(String text) {
        return reader.read(text).sentences().stream().map(Sentence::mood).toList();
    }

    private List<String> sentences(String text) {
        TextSignals signals = reader.read(text);
        return signals.sentences().stream().map(s -> s.mood() + " " + text
                .substring(signals.tokens().get(s.first()).from(), signals.tokens().get(s.end() - 1).to())).toList();
    }
}
