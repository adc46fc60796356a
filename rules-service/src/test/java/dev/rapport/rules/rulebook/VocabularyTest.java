package dev.rapport.rules.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.evaluation.Chat;
import dev.rapport.rules.evaluation.PlainView;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.vocabulary.Finding;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Predicate;
import dev.rapport.rules.vocabulary.Truth;
import dev.rapport.rules.vocabulary.Vocabulary;
import dev.rapport.rules.vocabulary.Why;

import static dev.rapport.rules.evaluation.Chat.chat;
import static org.assertj.core.api.Assertions.assertThat;

/** Every condition of the vocabulary where it holds and where it only nearly holds, and what it says of itself. */
class VocabularyTest {

    private static final Map<String, List<String>> PHRASES = Map.of("warm words",
            List.of("that resonates", "great point"),
            "invitations", List.of("tell me more", "what happened", "how was"), "feelings", List.of("worried", "sad"),
            "worries", List.of(
                    "I am not sure we can afford that", "that is more than we can spend",
                    "our budget is very tight this year",
                    "not: I can afford to wait", "not: we have budget planning on Monday"));
    private static final PhraseLists LISTS = new PhraseLists(PHRASES);
    private static final Lexicon LEXICON = new Lexicon(
            List.of("question", "closed question", "open question", "reflection", "feeling", "small talk",
                    "likeness claim",
                    "light disclosure", "personal disclosure", "deep disclosure"),
            PHRASES.keySet());
    private static final Set<String> TRIED = new HashSet<>();

    private record Tried(Finding finding) {

        Tried holds() {
            assertThat(finding.truth()).isEqualTo(Truth.YES);
            return this;
        }

        Tried doesNotHold() {
            assertThat(finding.truth()).isEqualTo(Truth.NO);
            return this;
        }

        Tried cannotTell(String missing) {
            assertThat(finding.truth()).isEqualTo(Truth.CANNOT_TELL);
            assertThat(finding.why().get().because()).isEqualTo(missing);
            return this;
        }

        Tried because(String because) {
            assertThat(finding.why().get().because()).isEqualTo(because);
            return this;
        }

        Tried otherwise(String otherwise) {
            assertThat(finding.why().get().otherwise()).isEqualTo(otherwise);
            return this;
        }

        /** Turn numbers with the words looked at, {@code *} for counted. */
        Tried passages(String... passages) {
            Why why = finding.why().get();
            assertThat(why.passages().stream().map(p -> p.turn().turn().number() + (p.counted() ? "*" : "") + ":"
                    + (p.span() == null ? "" : p.turn().turn().text().substring(p.span().from(), p.span().to()))))
                    .containsExactly(passages);
            return this;
        }
    }

    private static Tried look(String sentence, Chat chat) {
        Moment moment = chat.moment();
        Condition.Is is = Written.condition(sentence, LEXICON);
        TRIED.add(is.predicate().name());
        assertThat(is.sentence()).as("what is written is what was read").isEqualTo(sentence);
        return new Tried(is.predicate().look(
                new PlainView(moment, moment.current().acts().keySet(), PHRASES, LISTS), is.arguments()));
    }

    @AfterAll
    static void everyConditionIsTried() {
        Set<String> all = new TreeSet<>(Vocabulary.all().stream().map(Predicate::name).toList());
        all.removeAll(TRIED);
        assertThat(all).isEmpty();
    }

    @Test
    void everyConditionExplainsItselfUnderANameOfItsOwn() {
        assertThat(Vocabulary.all()).allSatisfy(p -> assertThat(p.explanation()).endsWith("."));
        assertThat(Vocabulary.all().stream().map(Predicate::name)).doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Vocabulary.named(name)).isPresent());
    }

    @Test
    void whoSpeaks() {
        look("the speaker is the learner", chat().learner("Hello there.")).holds()
                .because("the speaker is the learner");
        look("the speaker is the learner", chat().partner("Hello there.")).doesNotHold();
        look("the speaker is the partner", chat().partner("Hello there.")).holds();
    }

    @Test
    void whatKindATurnIs() {
        look("the turn is a closed question", chat().learner("Is it live?").is("closed question")).holds()
                .because("the turn is a closed question").otherwise("the turn not being a closed question");
        look("the turn is a closed question", chat().learner("What is it?").is("open question")).doesNotHold()
                .because("the turn is not a closed question; the rule asks for a closed question");
        look("the turn is a reflection or an open question", chat().learner("What is it?").is("open question")).holds();
        look("the turn is not a reflection", chat().learner("What is it?").is("open question")).holds();
        look("the turn is not a reflection", chat().learner("So it is.").is("reflection")).doesNotHold()
                .because("the turn is a reflection; the rule asks for anything but a reflection");
        look("the turn is small talk", chat().learner("Nice weather.").is("small talk")).holds()
                .because("the turn is small talk");
    }

    @Test
    void aTurnNobodySpokeIsNeitherThisNorThat() {
        Chat first = chat().learner("Hello there.");
        look("the partner's last turn is a question", first).doesNotHold()
                .because("there is no such turn as the partner's last turn yet");
        look("the partner's last turn is not a question", first).doesNotHold();
        look("the other side's last turn has at most 5 words", first).doesNotHold();
    }

    @Test
    void earlierTurnsAreLookedAtByTheirSide() {
        Chat chat = chat().partner("Is it live?").is("question").learner("So you wonder.").is("reflection")
                .partner("Yes.").learner("Right.");
        look("the partner's last turn is a question", chat).doesNotHold();
        look("the learner's last turn is a reflection", chat).holds();
        look("the other side's last turn has at most 1 word", chat).holds();
    }

    @Test
    void howManyWordsATurnHas() {
        look("the turn has at least 4 words", chat().learner("Eleven suppliers, you say.")).holds()
                .because("the turn has 4 words; the rule asks for at least 4")
                .otherwise("fewer than 4 words in the turn");
        look("the turn has at least 5 words", chat().learner("Eleven suppliers, you say.")).doesNotHold();
        look("the turn has at most 3 words", chat().learner("Eleven suppliers, you say.")).doesNotHold()
                .otherwise("more than 3 words in the turn");
    }

    @Test
    void whatClausesATurnHas() {
        Chat open = chat().learner("That sounds hard. What happened then?");
        look("the turn has an open question clause", open).holds().passages("1:What happened then?");
        look("the turn has a question clause", open).holds();
        look("the turn has a closed question clause", open).doesNotHold();
        look("the turn has no question clause", open).doesNotHold().because(
                "the turn has a question clause; the rule asks for none");
        look("the turn has no closed question clause", open).holds();
        look("the turn has an imperative clause", chat().learner("Escalate it.").mood(Mood.IMPERATIVE)).holds();
        look("the turn has an imperative clause", open).doesNotHold();
    }

    @Test
    void howATurnEnds() {
        look("the turn ends with a question", chat().learner("I see. What happened then?")).holds()
                .passages("1:What happened then?");
        look("the turn ends with a question", chat().learner("What happened then? I wonder about it.")).doesNotHold();
        look("the turn does not end with a question", chat().learner("I see the point of it.")).holds();
    }

    @Test
    void phrasesOfAListInAnyInflection() {
        look("the turn contains a phrase from \"warm words\"", chat().learner("Yes, that resonates with me.")).holds()
                .because("the turn says \"that resonates\" from \"warm words\"").passages("1:that resonates");
        look("the turn contains a phrase from \"warm words\"", chat().learner("Yes, resonance is that.")).doesNotHold();
        look("the turn contains no phrase from \"warm words\"", chat().learner("Yes, resonance is that.")).holds();
    }

    @Test
    void aNegatedPhraseCountsOnlyWhereNobodyAsks() {
        String any = "the turn contains a phrase from \"feelings\"";
        String careful = any + " that is not negated";
        Chat negated = chat().partner("I am not really worried about it.");
        look(any, negated).holds();
        look(careful, negated).doesNotHold();
        look(careful, chat().partner("It is not finished, I am worried.")).holds().passages("1:worried");
        look(careful, chat().partner("I'm not sad but worried.")).holds().passages("1:worried");
    }

    @Test
    void howATurnOpens() {
        String opens = "the turn opens with a phrase from \"invitations\"";
        look(opens, chat().learner("Tell me more about it.")).holds().passages("1:Tell me more");
        look(opens, chat().learner("Well, so, tell me more about it.")).holds();
        look(opens, chat().learner("I would say: tell me more about it.")).doesNotHold();
        look("the turn opens with no phrase from \"invitations\"", chat().learner("I see.")).holds();
    }

    @Test
    void howAQuestionOpensWhereverItStands() {
        String opens = "a question of the turn opens with a phrase from \"invitations\"";
        look(opens, chat().learner("That was a long week. How was the weekend?")).holds()
                .passages("1:How was the weekend?");
        look(opens, chat().learner("I know how was that meant. Is it live?")).doesNotHold();
        String states = "a statement of the turn opens with a phrase from \"warm words\"";
        look(states, chat().learner("Is it live? That resonates with me a lot.")).holds()
                .passages("1:That resonates with me a lot.");
        look(states, chat().learner("I would say that resonates with me.")).doesNotHold();
    }

    @Test
    void wordsAsTheyAreWritten() {
        look("the turn contains \"by the way\"", chat().learner("By the way, it is live.")).holds()
                .passages("1:By the way");
        look("the turn contains \"live\"", chat().learner("The delivery is late.")).doesNotHold();
        look("the turn does not contain \"live\"", chat().learner("The delivery is late.")).holds();
        look("the turn contains \"live\" that is not negated", chat().learner("It is not live.")).doesNotHold();
        look("the turn contains \"live\" that is not negated", chat().learner("It is not live. Now it is live."))
                .holds();
    }

    @Test
    void wordsTakenUpFromTheOtherSide() {
        Chat chat = chat().partner("The rollout stalled in March.").learner("The rollout stalled?");
        look("the turn shares at least 2 content words with the other side's last turn", chat).holds().because(
                "the turn takes up 2 content words (rollout, stalled) of the other side's last turn; the rule asks for at least 2")
                .passages("2:", "1:rollout");
        look("the turn shares at least 3 content words with the other side's last turn", chat).doesNotHold();
        look("the turn shares at most 1 content word with the partner's last turn", chat).doesNotHold();
        look("at least 100 % of the turn's content words are from the other side's last turn", chat).holds();
        look("at most 70 % of the turn's content words are from the other side's last turn", chat).doesNotHold()
                .because(
                        "2 of the turn's 2 content words are from the other side's last turn; the rule asks for at most 70 %");
        look("at most 70 % of the turn's content words are from the partner's last turn",
                chat().partner("The rollout stalled.").learner("The budget for the rollout is gone.")).holds();
    }

    @Test
    void wordsThatPointBack() {
        look("the turn points back", chat().partner("It stalled.").learner("What did that change?")).holds();
        look("the turn points back", chat().learner("Which colour suits a kitchen?")).doesNotHold();
        look("the turn does not point back", chat().learner("Which colour suits a kitchen?")).holds();
    }

    @Test
    void whomATurnAddresses() {
        look("the turn addresses the other side", chat().learner("How did you handle the handover?")).holds();
        look("the turn addresses the other side", chat().learner("The handover was, you know, slow.")).doesNotHold();
        look("the turn does not address the other side", chat().learner("The handover was slow.")).holds();
    }

    @Test
    void whatSpeakersTellOfThemselves() {
        Chat own = chat().learner("I moved teams in Leeds in 2019. We lost two people. It rained.");
        look("the turn has at least 2 sentences about the speaker", own).holds();
        look("the turn has at least 3 sentences about the speaker", own).doesNotHold();
        look("the turn has a concrete detail of the speaker", own).holds();
        look("the turn has a concrete detail of the speaker", chat().learner("Same here, totally.")).doesNotHold();
        look("the turn has no concrete detail of the speaker", chat().learner("Same here, totally.")).holds();
    }

    @Test
    void aDetailGivenLongAgo() {
        Chat chat = chat().partner("My daughter plays football on Sundays.").learner("Nice.")
                .partner("The budget is gone.")
                .learner("I see.").partner("We wait.").learner("Did your daughter win?");
        look("the turn returns to a detail the other side gave at least 5 turns ago", chat).holds()
                .because(
                        "the turn returns to \"daughter\", which the other side mentioned 5 turns ago; the rule asks for at least 5")
                .otherwise("somebody mentioning \"daughter\" less than 5 turns ago")
                .passages("6:daughter", "1:daughter");
        look("the turn returns to a detail the other side gave at least 6 turns ago", chat).doesNotHold();
        Chat mentioned = chat().partner("My daughter plays football on Sundays.").learner("Nice.")
                .partner("The budget is gone.").learner("Your daughter?").partner("We wait.")
                .learner("Did your daughter win?");
        look("the turn returns to a detail the other side gave at least 4 turns ago", mentioned).doesNotHold();
    }

    @Test
    void anEchoLongAgoLeavesTheDetailOpenAndNamesAndFiguresAreNone() {
        String returns = "the turn returns to a detail the other side gave at least 4 turns ago";
        Chat echoed = chat().partner("My daughter plays football on Sundays.").learner("Your daughter.")
                .partner("The budget is gone.").learner("I see.").partner("We wait.").learner("Did your daughter win?");
        look(returns, echoed).holds().passages("6:daughter", "1:daughter");
        Chat named = chat().partner("Lena, this is Paul.").learner("Hello.").partner("We wait.").learner("I see.")
                .partner("Still.").learner("Paul, are you there?");
        look(returns, named).doesNotHold();
        Chat counted = chat().partner("We bought 10 of them.").learner("Hello.").partner("We wait.").learner("I see.")
                .partner("Still.").learner("Did you say 10?");
        look(returns, counted).doesNotHold();
    }

    @Test
    void whatATurnSoundsLike() {
        look("the turn sounds like \"feelings\", at least 60 %", chat().partner("Worried.")).holds();
        look("the turn sounds like \"feelings\", at least 60 %", chat().partner("The invoice is in the drawer."))
                .doesNotHold();
    }

    @Test
    void howLongATurnLasts() {
        look("the turn lasts at least 90 seconds", chat().learner("So.").from(10, 100)).holds()
                .because("the turn lasts 90 seconds; the rule asks for at least 90");
        look("the turn lasts at least 90 seconds", chat().learner("So.").from(10, 99.9)).doesNotHold();
        look("the turn lasts at most 90 seconds", chat().learner("So.")).cannotTell("the transcript has no times");
    }

    @Test
    void whetherTheTalkHasTimes() {
        look("the talk has times", chat().partner("Hm.").from(0, 1).learner("So.").from(1, 2)).holds();
        look("the talk has times", chat().partner("Hm.").learner("So.").from(1, 2)).doesNotHold();
    }

    @Test
    void kindsInARow() {
        Chat three = chat().learner("Is it live?").is("closed question").partner("Yes.").learner("Did they agree?")
                .is("closed question").partner("Yes.").learner("Are you happy?").is("closed question");
        String streak = "at least 3 closed questions in a row by the learner";
        look(streak, three).holds()
                .because("3 closed questions in a row by the learner; the rule asks for at least 3")
                .otherwise("a turn of the learner that is no closed question between them")
                .passages("1*:", "3*:", "5*:");
        look(streak, chat().learner("Is it live?").is("closed question").learner("Right.").learner("Did they agree?")
                .is("closed question").learner("Are you happy?").is("closed question")).doesNotHold()
                .because("2 closed questions in a row by the learner; the rule asks for at least 3");
        look("at least 2 closed questions in a row by the partner", three).doesNotHold();
    }

    @Test
    void kindsInTheLastTurnsOfOneSide() {
        Chat chat = chat().learner("Where?").is("question").partner("Here.").learner("When?").is("question")
                .partner("Now.").learner("So here and now.").is("reflection");
        look("at least 2 questions by the learner in the last 3 turns of theirs", chat).holds().because(
                "2 questions by the learner in the last 3 turns of theirs; the rule asks for at least 2")
                .passages("1*:", "3*:");
        look("at least 2 questions by the learner in the last 2 turns of theirs", chat).doesNotHold();
        look("at most 0 reflections by the learner in the last 8 turns of theirs", chat).doesNotHold();
    }

    @Test
    void kindsSoFar() {
        Chat chat = chat().learner("Where?").is("question").partner("And you?").is("question").learner("When?")
                .is("question");
        look("at least 2 questions by the learner so far", chat).holds().passages("1*:", "3*:");
        look("at least 3 questions by the learner so far", chat).doesNotHold();
        look("at most 1 questions by the partner so far", chat).holds();
    }

    @Test
    void theShareOfKinds() {
        Chat chat = chat().learner("Where?").is("question", "open question").learner("Now?").is("question")
                .learner("Then what?").is("question", "open question");
        look("at least 66 % of the learner's questions so far are open questions", chat).holds().because(
                "2 of 3 questions by the learner are open questions; the rule asks for at least 66 %");
        look("at least 67 % of the learner's questions so far are open questions", chat).doesNotHold();
        look("at most 50 % of the partner's questions so far are open questions", chat).doesNotHold();
    }

    @Test
    void aKindGivenShortlyBefore() {
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Hm.").learner("Next item.");
        look("the partner gave a feeling within the last 2 turns", chat).holds()
                .because("the partner gave a feeling 2 turns ago; the rule asks for one within the last 2");
        look("the partner gave a feeling within the last 1 turn", chat).doesNotHold();
        look("the partner gave a feeling within the last 1 turn", chat().partner("I am sad.").is("feeling"))
                .doesNotHold();
    }

    @Test
    void nothingGivenSince() {
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Hm.").partner("Well.").learner("So you are sad.")
                .is("reflection");
        look("the learner gave no reflection since the partner's last feeling", chat).holds()
                .because("the learner gave no reflection since the partner's last feeling").passages("1:");
        look("the learner gave no reflection since the partner's last feeling, this turn included", chat).doesNotHold()
                .because("the learner gave a reflection since the partner's last feeling; the rule asks for none");
        look("the learner gave no reflection since the partner's last feeling", chat().learner("Hm.")).doesNotHold()
                .because("the partner gave no feeling yet");
    }

    @Test
    void theNthTurnSince() {
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Hm.").partner("Well.").learner("Next item.");
        look("this is turn 2 of the learner since the partner's last feeling", chat).holds();
        look("this is turn 1 of the learner since the partner's last feeling", chat).doesNotHold().because(
                "this is turn 2 of the learner since the partner's last feeling; the rule asks for turn 1");
        look("this is turn 2 of the learner since the partner's last feeling", chat.partner("Hm.")).doesNotHold();
    }

    @Test
    void theSamePhraseAgain() {
        Chat chat = chat().learner("That resonates.").learner("Great point.").learner("That resonates a lot.");
        look("the learner used the same phrase from \"warm words\" at least 2 times so far", chat).holds()
                .because("the learner has said \"that resonates\" 2 times so far; the rule asks for at least 2")
                .otherwise("other words than \"that resonates\" this time")
                .passages("1*:That resonates", "3*:That resonates");
        look("the learner used the same phrase from \"warm words\" at least 3 times so far", chat).doesNotHold();
        look("the learner used the same phrase from \"warm words\" at least 2 times so far",
                chat.learner("Great point."))
                .holds();
        look("the learner used the same phrase from \"warm words\" at least 2 times so far", chat.learner("I see."))
                .doesNotHold();
    }

    @Test
    void whoHeldTheFloor() {
        Chat chat = chat().partner("one two three four").from(0, 20).learner("one two three four five six").from(20, 40)
                .partner("one").from(40, 45).learner("one two three four").from(45, 60);
        look("the learner held at least 80 % of the words in each of the last 2 windows of 20 seconds", chat).holds()
                .because("the learner held at least 80 % of the words in each of the last 2 windows of 20 seconds; "
                        + "the rule asks for at least 80 %");
        look("the learner held at least 81 % of the words in each of the last 2 windows of 20 seconds", chat)
                .doesNotHold();
        look("the learner held at least 10 % of the words in each of the last 4 windows of 20 seconds", chat)
                .doesNotHold()
                .because("the talk is shorter than 4 windows of 20 seconds; the rule asks for at least 10 %");
        look("the learner held at least 10 % of the words in each of the last 1 window of 20 seconds",
                chat.partner("Without times.")).cannotTell("the transcript has no times");
    }

    @Test
    void whatWasToldOfTheConversation() {
        look("the conversation kind is \"safety check\" or \"sales discovery\"", chat().learner("Hm.")).holds()
                .because("the conversation kind is \"sales-discovery\"");
        look("the conversation kind is \"safety check\"", chat().learner("Hm.")).doesNotHold();
        look("the stage is \"first contact\"", chat().stage("First-Contact").learner("Hm.")).holds();
        look("the stage is \"first contact\"", chat().stage("renewal").learner("Hm.")).doesNotHold();
        look("the stage is \"first contact\"", chat().learner("Hm."))
                .cannotTell("the stage of the conversation was not told");
    }

    @Test
    void howManyTurnsSoFar() {
        Chat chat = chat().learner("Hm.").partner("Hm.");
        look("at least 2 turns so far", chat).holds().because("2 turns so far; the rule asks for at least 2");
        look("at least 3 turns so far", chat).doesNotHold();
        look("at most 1 turn so far", chat).doesNotHold();
    }

    @Test
    void oneThingAfterAnotherIsSeenAtTheLastOfThem() {
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Hm.").partner("Yes.").learner("Is it live?")
                .is("question");
        look("the partner gave a feeling, then within 3 turns the learner gave a question", chat).holds()
                .because("the partner gave a feeling, 3 turns later the learner gave a question")
                .otherwise("no feeling by the partner so shortly before").passages("1:", "4:");
        look("the partner gave a feeling, then within 2 turns the learner gave a question", chat).doesNotHold()
                .because(
                        "the learner gave a question, but not after what the rule asks for; the rule asks for the partner "
                                + "gave a feeling, then within 2 turns the learner gave a question");
        look("the partner gave a feeling, then within 3 turns the learner gave a question",
                chat.partner("No.").is("question"))
                .doesNotHold().because("this turn is not the one that ends the sequence");
        look("the partner gave a feeling, then within 3 turns the partner gave a question", chat).doesNotHold();
        look("the partner gave a feeling, then within 4 turns the partner gave a question", chat).holds();
    }

    @Test
    void nothingOfAKindLiesBetweenTheStepsOfASequence() {
        String sentence = "the partner gave a feeling, then within 5 turns the learner gave a question, without a reflection by "
                + "the learner between them";
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Sad?").is("reflection").partner("Yes.");
        look(sentence, chat.learner("Is it live?").is("question")).doesNotHold();
        look(sentence, chat.partner("And I am worried.").is("feeling").learner("Is it?").is("question", "reflection"))
                .holds().because("the partner gave a feeling, 1 turn later the learner gave a question")
                .otherwise("a reflection by the learner between them");
        look(sentence.replace("the learner between", "the partner between"),
                chat().partner("I am sad.").is("feeling").learner("Sad?").is("reflection").learner("Is it?")
                        .is("question"))
                .holds();
    }

    @Test
    void sequencesMayHaveThreeSteps() {
        String steps = "the partner gave a feeling, then within 2 turns the learner gave a question, then within 1 turn the "
                + "partner gave a reflection";
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Hm.").learner("Why?").is("question");
        look(steps, chat.partner("I see.").is("reflection")).holds()
                .because("the partner gave a feeling, 2 turns later "
                        + "the learner gave a question, 1 turn later the partner gave a reflection");
        look(steps,
                chat().partner("I am sad.").is("feeling").partner("Hm.").learner("Hm.").learner("Why?").is("question")
                        .partner("I see.").is("reflection"))
                .doesNotHold();
        String without = steps + ", without small talk by the learner between them";
        look(without, chat).holds();
        // the nearest feeling counts, and the small talk before it does not
        look(without, chat().learner("Nice day.").is("small talk").partner("I am sad.").is("feeling").learner("Why?")
                .is("question").partner("I see.").is("reflection")).holds();
        look(without, chat().partner("I am sad.").is("feeling").learner("Nice day.").is("small talk").learner("Why?")
                .is("question").partner("I see.").is("reflection")).doesNotHold();
    }

    @Test
    void whatDidNotComeIsToldWhenItsTimeIsOver() {
        String missed = "the partner gave a feeling, then within 2 turns the learner gave no reflection";
        Chat chat = chat().partner("I am sad.").is("feeling").learner("Is it live?");
        look(missed, chat).doesNotHold().because("the partner did not give a feeling 2 turns ago");
        look(missed, chat.partner("Yes.")).holds()
                .because("the partner gave a feeling 2 turns ago, and the learner gave no reflection since")
                .otherwise("a reflection by the learner since").passages("1:");
        look(missed, chat.learner("Sad?").is("reflection")).doesNotHold();
        look(missed, chat().partner("I am sad.").is("feeling").partner("So sad.").learner("Sad?").is("reflection"))
                .doesNotHold()
                .because("the learner gave a reflection since the partner's feeling 2 turns ago; the rule asks "
                        + "for none");
    }

    @Test
    void sharesOfTheLastTurnsNeedAsManyTurns() {
        String share = "at least 60 % of the learner's last 5 turns are questions";
        Chat chat = chat().learner("Why?").is("question").learner("Hm.").learner("Who?").is("question")
                .partner("Is it?")
                .is("question").learner("When?").is("question");
        look(share, chat).doesNotHold().because("the learner has spoken 4 turns so far; the rule asks for 5");
        look(share, chat.learner("Hm.")).holds()
                .because("3 of the learner's last 5 turns are questions; the rule asks for at least 60 %")
                .otherwise("fewer questions among them").passages("1*:", "3*:", "5*:");
        look(share.replace("60", "61"), chat).doesNotHold();
        look("at most 60 % of the learner's last 5 turns are questions", chat).holds();
    }

    @Test
    void sharesOfWordsNeedNoTimes() {
        Chat chat = chat().partner("one two three").learner("one two three four five six");
        look("the learner spoke at least 66 % of the words in the last 2 turns", chat).holds().because(
                "the learner spoke 6 of the 9 words in the last 2 turns (66 %); the rule asks for at least 66 %");
        look("the learner spoke at least 67 % of the words in the last 2 turns", chat).doesNotHold();
        look("the partner spoke at most 34 % of the words in the last 2 turns", chat).holds();
        look("the learner spoke at least 1 % of the words in the last 3 turns", chat).doesNotHold()
                .because("there are 2 turns so far; the rule asks for 3");
    }

    @Test
    void howLongSomebodyWaited() {
        String waits = "the turn begins at least 3 seconds after the other side's last turn";
        look(waits, chat().partner("Hm.").from(0, 2).learner("So.").from(5, 6)).holds()
                .because("the turn begins 3 seconds after the other side's last; the rule asks for at least 3");
        look(waits, chat().partner("Hm.").from(0, 2).learner("So.").from(4.9, 6)).doesNotHold();
        look(waits.replace("least 3 seconds", "most 1 second"),
                chat().partner("Hm.").from(0, 2).learner("So.").from(1, 6)).holds();
        look(waits, chat().partner("Hm.").learner("So.").from(1, 2)).cannotTell("the transcript has no times");
        look(waits, chat().learner("So.").from(1, 2)).doesNotHold();
    }

    @Test
    void theTalkMayHaveNoTimes() {
        look("the talk has no times", chat().partner("Hm.").learner("So.").from(1, 2)).holds();
        look("the talk has no times", chat().learner("So.").from(1, 2)).doesNotHold();
    }

    @Test
    void whatIsMeantIsFoundInOtherWords() {
        String like = "the turn says something like \"worries\"";
        look(like, chat().partner("We really cannot afford it.")).holds();
        look(like, chat().partner("The invoice is in the drawer.")).doesNotHold();
        look(like, chat().partner("I can afford to wait a bit.")).doesNotHold();
    }

    @Test
    void aTurnSoundsLikeWhatAHeadLearned() {
        String advice = "the turn sounds like advice, at least 60 %";
        look(advice, chat().learner("You should try to call them before the weekend.")).holds()
                .passages("1:You should try to call them before the weekend");
        look(advice, chat().learner("We moved the boxes to the cellar.")).doesNotHold()
                .because("the turn sounds less than 60 % like advice; the rule asks for at least 60 %")
                .otherwise("other words in the turn");
    }

    @Test
    void aQuestionGivesTheFloorUnlessItsSpeakerTalksOn() {
        String gives = "the last question of the turn has at most 3 words after it";
        look(gives, chat().learner("What happened then? It rained all.")).holds()
                .because("3 words of the turn come after its last question; the rule asks for at most 3")
                .passages("1:What happened then?");
        look(gives, chat().learner("What happened then? It rained all day.")).doesNotHold()
                .because("4 words of the turn come after its last question; the rule asks for at most 3");
        look(gives, chat().learner("It rained.")).doesNotHold()
                .because("the turn has no question clause; the rule asks for one");
    }

    @Test
    void aQuestionAsksTheOtherSideUnlessItIsOneSpeakersOwn() {
        String asks = "a question of the turn asks the other side";
        look(asks, chat().learner("How was your week?")).holds().because("a question of the turn asks the other side")
                .passages("1:How was your week?");
        look(asks, chat().learner("Where was the key?")).holds();
        look(asks, chat().learner("How can I ever mend this?")).doesNotHold()
                .because("no question of the turn asks the other side; the rule asks for one");
    }

    @Test
    void aQuestionMayBeWordedAsAStatement() {
        String statement = "a question of the turn is worded as a statement";
        look(statement, chat().learner("So they moved the date?")).holds()
                .because("a question of the turn is worded as a statement").passages("1:So they moved the date?");
        look(statement, chat().learner("Did they move the date?")).doesNotHold()
                .because("no question of the turn is worded as a statement; the rule asks for one");
        look(statement, chat().learner("What date is it?")).doesNotHold();
    }

    @Test
    void whoeverBeginsBeforeTheOtherHasEndedAndGoesOnCutsIn() {
        String cuts = "the turn cuts at least 1 second into the other side's last turn";
        look(cuts, chat().partner("What we never").from(0, 8).learner("No, wait.").from(6.5, 10)).holds()
                .because(
                        "the turn begins 1.5 seconds before the other side's last turn ends; the rule asks for at least "
                                + "1 second, and going on after it")
                .otherwise("a turn that begins when the other side has finished");
        look(cuts, chat().partner("What we never").from(0, 8).learner("No, wait.").from(7.1, 10)).doesNotHold();
        look(cuts, chat().partner("What we never").from(0, 8).learner("Mm-hm.").from(6, 7)).doesNotHold()
                .because(
                        "the turn is over before the other side's last turn ends; the rule asks for at least 1 second, "
                                + "and going on after it");
        look(cuts, chat().partner("What we never").learner("No, wait.")).cannotTell("the transcript has no times");
        look(cuts, chat().learner("No, wait.").from(0, 1)).doesNotHold();
    }

    @Test
    void aClauseMayBreakOff() {
        look("the turn breaks off", chat().learner("I tried, but —")).holds().because("the turn breaks off")
                .passages("1:—");
        look("the turn breaks off", chat().learner("What we never agreed on was the")).holds().passages("1:the");
        look("the turn breaks off", chat().learner("So I told them...")).holds();
        look("the turn breaks off", chat().learner("I told them on Monday.")).doesNotHold();
        look("the turn breaks off", chat().learner("I told them on Monday")).doesNotHold();
        look("the turn does not break off", chat().learner("Monday.")).holds();
    }

    @Test
    void aThreadIsTakenUpFromTurnToTurn() {
        String thread = "the last 4 turns stay on one thread";
        Chat chat = chat().partner("The depots refused the scanners in March.")
                .learner("Why did they refuse the scanners?")
                .partner("Nobody had asked the shift leads about scanners.");
        look(thread, chat).doesNotHold().because("only 3 turns so far; the rule asks for 4 turns on one thread");
        look(thread, chat.learner("What did the shift leads say?")).holds()
                .because("the last 4 turns stay on one thread").otherwise("another subject in one of the last 4 turns");
        look(thread, chat.partner("They laughed about it.").learner("How is the new office in Leeds coming along?"))
                .doesNotHold().passages("6:");
    }

    @Test
    void howDeepATurnGoesIsSaidByItsKind() {
        look("the turn has a disclosure depth of at least 2", chat().learner("I doubt it.").is("personal disclosure"))
                .holds().because("the turn has a disclosure depth of 2; the rule asks for at least 2");
        look("the turn has a disclosure depth of at most 2",
                chat().learner("Ill.").is("deep disclosure", "light disclosure"))
                .doesNotHold().because("the turn has a disclosure depth of 3; the rule asks for at most 2");
        look("the partner's last turn has a disclosure depth of at most 0", chat().partner("Hm.").learner("So."))
                .holds();
    }

    @Test
    void whoGoesDeeperThanASideHasGoneSoFar() {
        String deeper = "the turn goes at least 2 levels deeper than the partner so far";
        look(deeper, chat().partner("Hm.").learner("I doubt it.").is("personal disclosure")).holds()
                .because(
                        "the turn has a disclosure depth of 2, the partner went to 0 before it; the rule asks for at least "
                                + "2 levels deeper");
        look(deeper,
                chat().partner("I ran it.").is("light disclosure").learner("I doubt it.").is("personal disclosure"))
                .doesNotHold();
        look("the turn goes at most 0 levels deeper than the partner so far", chat().partner("Hm.").learner("Hm."))
                .doesNotHold().because("the turn discloses nothing");
    }

    @Test
    void aDisclosureMatchesWhatTheOtherSideHasJustDisclosed() {
        String matches = "the turn discloses within 1 level of what the partner disclosed in the last 2 turns";
        Chat chat = chat().partner("I doubt it.").is("personal disclosure").learner("So do I.")
                .is("personal disclosure");
        look(matches, chat).holds().passages("2:", "1:")
                .because(
                        "the turn has a disclosure depth of 2, the partner had one of 2; the rule asks for at most 1 level "
                                + "between them");
        look(matches, chat.learner("And more.").learner("I ran it.").is("light disclosure")).doesNotHold()
                .because("the partner disclosed nothing in the last 2 turns");
        look(matches, chat().partner("Ill.").is("deep disclosure").learner("I ran it.").is("light disclosure"))
                .doesNotHold();
    }

    @Test
    void aClaimIsBackedByADetailAndAReturn() {
        String backs = "the turn backs a likeness claim with a detail, giving the talk back";
        look(backs, chat().partner("I lost my notes.")
                .learner("Same here, I lost mine in Leeds in 2015. How did you go on?").is("likeness claim")).holds()
                .because("the likeness claim has a concrete detail of the speaker and gives the talk back");
        Chat later = chat().partner("I lost my notes.").learner("Same here, I lost mine in Leeds in 2015.")
                .is("likeness claim");
        look(backs, later).doesNotHold().because("the likeness claim does not give the talk back");
        look(backs, later.partner("Oh.").learner("How did you go on?")).holds();
        look(backs, chat().partner("I lost my notes.").learner("Same here.").is("likeness claim")).doesNotHold()
                .because("the likeness claim has no detail of the speaker");
        look(backs, chat().partner("I lost my notes.").learner("In Leeds in 2015 I lost mine. And you?")).doesNotHold()
                .because("the learner made no likeness claim");
    }

    @Test
    void claimsMayBeLeftBare() {
        String bare = "at least 2 likeness claims by the learner left bare in the last 3 turns of theirs";
        Chat chat = chat().partner("I lost my notes.").learner("Same here.").is("likeness claim")
                .partner("And my key.");
        look(bare, chat).doesNotHold();
        look(bare, chat.learner("Me too.").is("likeness claim")).holds().passages("2*:", "4*:")
                .because(
                        "2 likeness claims by the learner without a detail in the last 3 turns of theirs; the rule asks for "
                                + "at least 2");
        look(bare, chat().partner("I lost my notes.").learner("Same here.").is("likeness claim").partner("Oh?")
                .learner("I lost them in Leeds in 2015.").partner("And my key.").learner("Me too.")
                .is("likeness claim"))
                .doesNotHold();
    }

    @Test
    void aClaimMayGoAgainstWhatItsSpeakerSaidBefore() {
        String against = "the turn is a likeness claim against the speaker's own earlier words";
        Chat chat = chat().learner("I have never managed anyone.").partner("Managing six people eats my Mondays.");
        look(against, chat.learner("Same here, with my team.").is("likeness claim")).holds()
                .because("the likeness claim goes against what the speaker said of \"manage\" in turn 1")
                .passages("1:I have never managed anyone.", "3:");
        look(against, chat().learner("I have never managed anyone.").partner("I have never managed anyone either.")
                .learner("Same here.").is("likeness claim")).doesNotHold();
        look(against, chat().partner("I have never managed anyone.").partner("Managing six people eats my Mondays.")
                .learner("Same here.").is("likeness claim")).doesNotHold();
        look(against, chat().learner("I'm not sure about the manager.").partner("Managing six people eats my Mondays.")
                .learner("Same here.").is("likeness claim")).doesNotHold();
    }

    @Test
    void whatIsObservedInTheTurnIsKnownToTheRulesThatGiveWay() {
        look("the turn is observed as \"common ground\"", chat().learner("Hm.")).doesNotHold()
                .because("the turn is not observed as \"common ground\"");
        look("the turn is not observed as \"common ground\" or \"repair\"", chat().learner("Hm.")).holds()
                .otherwise("the turn being observed as \"common ground\" or \"repair\"");
    }

    @Test
    void aTurnMayComeEarlyInTheTalk() {
        String early = "the turn begins in the first 300 seconds of the talk";
        look(early, chat().learner("Hm.").from(299, 301)).holds()
                .because("the turn begins 299 seconds into the talk; the rule asks for the first 300");
        look(early, chat().learner("Hm.").from(300, 301)).doesNotHold();
        look(early, chat().learner("Hm.")).cannotTell("the transcript has no times");
    }

    @Test
    void howManyPeopleSpoke() {
        Chat chat = chat().says(Role.PARTNER, "Maria", "One.").says(Role.PARTNER, "Tom", "Two.").learner("Three.");
        look("at least 3 people spoke in the last 3 turns", chat).holds()
                .because("3 people spoke in the last 3 turns; the rule asks for at least 3");
        look("at least 3 people spoke in the last 2 turns", chat).doesNotHold();
    }
}
