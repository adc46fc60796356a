package dev.rapport.feedback.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the learner's pages say themselves, in English. Other languages are files {@code messages/text_de.properties}; a key
 * that one of them lacks fails a test, a slot that it misspells fails the build.
 */
@MessageBundle(value = "text", locale = "en")
public interface Texts {

    // ---- the frame ----

    @Message("en")
    String lang();

    @Message("Skip to the message")
    String skipToMessage();

    @Message("Skip to the questions")
    String skipToQuestions();

    @Message("Skip to the talk")
    String skipToTalk();

    @Message("Pages")
    String pages();

    @Message("A transcript shows words only: no faces, no tone. This is coaching, not grading. Nothing here is a score.")
    String wordsOnly();

    @Message("Messages")
    String messages();

    @Message("Practice")
    String practice();

    @Message("Trend")
    String trend();

    @Message("Goal and data")
    String goalAndData();

    /** Shown where the page is in another language only. */
    @Message("Talks are judged in English so far, so the message itself is in English too.")
    String judgedInEnglish();

    // ---- what several pages say ----

    /** A pattern of {@link java.time.format.DateTimeFormatter}. */
    @Message("d MMMM uuuu")
    String dayPattern();

    /** A pattern of {@link java.time.format.DateTimeFormatter}. */
    @Message("d MMMM uuuu, HH:mm 'UTC'")
    String minutePattern();

    /** When something was said, where there is no clock. */
    @Message("turn {number}")
    String turn(int number);

    @Message("“")
    String quoteOpens();

    @Message("”")
    String quoteCloses();

    @Message("Keep")
    String keep();

    @Message("Try")
    String tryThis();

    @Message("You")
    String you();

    @Message("Your partner")
    String yourPartner();

    @Message("They said")
    String theySaid();

    @Message("You said")
    String youSaid();

    @Message("your goal")
    String yourGoal();

    @Message("Later")
    String later();

    // ---- the list of messages ----

    @Message("Your messages")
    String yourMessages();

    @Message("Newest messages")
    String newestMessages();

    @Message("There is no message yet. One comes after each talk that is over.")
    String noMessageYet();

    @Message("One short message for each talk, the newest first.")
    String oneForEachTalk();

    @Message("What may come up again, and when")
    String whatMayComeUp();

    @Message("What goes well comes up less often. What stops going well comes back.")
    String whatGoesWell();

    @Message("Behaviour")
    String behaviour();

    @Message("Said so far")
    String saidSoFar();

    @Message("May come up")
    String mayComeUp();

    @Message("Not before")
    String notBefore();

    @Message("not again: you stopped it")
    String notAgain();

    /** @param talks one in how many */
    @Message("every {#if talks == 1}{#else if talks == 3}third {#else if talks == 8}eighth {#else}fifteenth {/if}talk")
    String pace(int talks);

    /** @param next 1 for the next one */
    @Message("{#if next == 1}your next talk{#else}the talk after {next - 1} more{/if}")
    String nextTalk(Integer next);

    @Message("Earlier messages")
    String earlierMessages();

    @Message("Not enough to say")
    String notEnough();

    @Message("No point this time")
    String noPoint();

    @Message("Could not be looked at")
    String notLookedAt();

    @Message("No coaching for this talk")
    String noCoaching();

    @Message("A talk to look back on")
    String toLookBackOn();

    @Message("First what you think of it, then the message.")
    String firstYours();

    // ---- a message ----

    @Message("A message")
    String aMessage();

    @Message("About this talk")
    String aboutThisTalk();

    @Message("One talk, looked at again")
    String lookedAtAgain();

    @Message("What you thought yourself")
    String whatYouThought();

    @Message("Best moment")
    String bestMoment();

    @Message("Hardest moment")
    String hardestMoment();

    @Message("Your note")
    String yourNote();

    @Message("The message looks at the same moment:")
    String sameMoment();

    @Message("You, at {when}")
    String youAt(String when);

    @Message("Why it matters.")
    String whyItMatters();

    @Message("What to say instead")
    String whatToSayInstead();

    @Message("The same moment, another way")
    String anotherWay();

    @Message("Instead of")
    String insteadOf();

    @Message("You could say")
    String youCouldSay();

    @Message("Built from their words:")
    String builtFrom();

    @Message("Your plan")
    String yourPlan();

    @Message("Lines of the talk")
    String linesOfTheTalk();

    @Message("Where it stands in the talk")
    String whereItStands();

    @Message("marked:")
    String marked();

    @Message("end of mark")
    String endOfMark();

    @Message("How we know")
    String howWeKnow();

    @Message("What would have changed it:")
    String whatWouldHaveChangedIt();

    @Message("Seen in {count} of your turns.")
    String seenInTurns(int count);

    @Message("Rule")
    String rule();

    @Message("version")
    String version();

    @Message("rulebook")
    String rulebook();

    @Message("Read the whole talk, with these moments marked")
    String readTheWholeTalk();

    @Message("Seen, and left for another time")
    String leftForAnotherTime();

    @Message("{count} more in this talk, and why nothing is said about it")
    String moreInThisTalk(int count);

    @Message("What could be judged")
    String whatCouldBeJudged();

    @Message("What this transcript could not tell, and why")
    String whatCouldNotBeTold();

    // ---- reactions ----

    @Message("Was this right?")
    String wasThisRight();

    @Message("Helpful")
    String helpful();

    @Message("I did that on purpose")
    String onPurpose();

    @Message("Not right")
    String notRight();

    @Message("Stop this one for me")
    String stopThisOne();

    @Message("Noted: helpful. Thank you.")
    String notedHelpful();

    @Message("Noted: on purpose. It will not count against the rule.")
    String notedOnPurpose();

    @Message("Noted: not right. The owner of the rule will see how often that is said.")
    String notedNotRight();

    @Message("Noted. No more messages about this. Any other answer takes that back.")
    String notedStop();

    // ---- practice ----

    @Message("60 seconds of practice")
    String sixtySeconds();

    @Message("Say that line again, your way")
    String sayThatLineAgain();

    @Message("Write what you would say.")
    String writeWhatYouWouldSay();

    @Message("Try it")
    String tryIt();

    @Message("The rules are still looking at it.")
    String stillLooking();

    @Message("Look again")
    String lookAgain();

    @Message("✓ That is it")
    String thatIsIt();

    @Message("Half way")
    String halfWay();

    @Message("Not yet")
    String notYet();

    @Message("Cannot tell")
    String cannotTell();

    /** Follows the name of a behaviour, in quotes. */
    @Message("is not seen in that line, and it gives them something to go on.")
    String mended();

    /** Follows the name of a behaviour, in quotes. */
    @Message("is not seen any more. But that line neither asks on nor takes up what they said.")
    String avoided();

    /** Follows the name of a behaviour, in quotes. */
    @Message("is still seen.")
    String stillSeen();

    @Message("The rules cannot tell.")
    String theRulesCannotTell();

    @Message("Seen in it:")
    String seenInIt();

    @Message("Worth keeping:")
    String worthKeeping();

    /** Stands before a reason of the rules, which is in English. */
    @Message("Because")
    String because();

    @Message("What would change it:")
    String whatWouldChangeIt();

    @Message("What the rule goes by")
    String whatTheRuleGoesBy();

    @Message("This line comes back on {day}.")
    String comesBackOn(String day);

    @Message("All lines to practise")
    String allLines();

    @Message("Lines of your own talks to say again. What goes well comes back after a day, after six days, and then ever later.")
    String linesOfYourOwn();

    @Message("There is no line to practise yet. The first one comes with the first message that has something to try.")
    String noLineYet();

    @Message("Worth a minute now")
    String worthAMinute();

    @Message("on {day}")
    String on(String day);

    @Message("went well {inARow} {#if inARow == 1}time{#else}times{/if} in a row")
    String wentWell(int inARow);

    // ---- the learner's own view ----

    @Message("Your own view first")
    String yourOwnViewFirst();

    @Message("Before you read the message: which moment of this talk went best, and which was hardest? Only you see what you choose.")
    String beforeYouRead();

    @Message("The words of this talk are no longer kept, so there is no moment to choose.")
    String wordsNoLongerKept();

    @Message("Your best moment")
    String yourBestMoment();

    @Message("Your hardest moment")
    String yourHardestMoment();

    @Message("I would rather not choose")
    String ratherNotChoose();

    @Message("What made it so?")
    String whatMadeItSo();

    @Message("optional")
    String optional();

    @Message("Show me the message")
    String showMeTheMessage();

    // ---- the whole talk ----

    @Message("The talk")
    String theTalk();

    @Message("Back to the message")
    String backToTheMessage();

    @Message("The whole talk")
    String theWholeTalk();

    @Message("Marked is what the message speaks of:")
    String markedIs();

    @Message("worth keeping")
    String keyOfKeep();

    @Message("to try another way")
    String keyOfTry();

    @Message("Move to a mark to read what was seen; follow it to its place in the message.")
    String moveToAMark();

    @Message("Marked moments")
    String markedMoments();

    @Message("Something personal. It is not kept.")
    String somethingPersonal();

    @Message("Why it helps:")
    String whyItHelps();

    @Message("Try saying:")
    String trySaying();

    @Message("Parts of the talk")
    String partsOfTheTalk();

    @Message("Earlier")
    String earlier();

    @Message("Part {page} of {pages}")
    String part(int page, int pages);

    // ---- the trend ----

    @Message("Your trend")
    String yourTrend();

    @Message("Your own last talks, next to each other. Nobody else is in here, and nothing is added up to a score.")
    String yourLastTalks();

    @Message("There is nothing to show yet. It begins with the first talk that could be looked into.")
    String nothingToShowYet();

    @Message("the message spoke of it")
    String messageSpokeOfIt();

    @Message("seen")
    String seen();

    @Message("not seen")
    String notSeen();

    @Message("could not be judged")
    String notJudged();

    @Message("Change")
    String change();

    @Message("Talk by talk")
    String talkByTalk();

    @Message("{behaviour}, talk by talk")
    String ofTalkByTalk(String behaviour);

    @Message("Talk of")
    String talkOf();

    @Message("Seen in")
    String seenIn();

    @Message("Message")
    String itsMessage();

    @Message("spoke of it")
    String spokeOfIt();

    @Message("did not")
    String didNot();

    @Message("{number} {#if number == 1}turn{#else}turns{/if}")
    String turns(int number);

    /** @param seen such as {@link #turns} says it */
    @Message("{day}: {seen}{#if spokenOf}, and the message spoke of it{/if}")
    String inTalk(String day, String seen, boolean spokenOf);

    @Message("It could not be judged in your last {#if talks == 1}one talk{#else}{talks} talks{/if}.")
    String notJudgedInLast(int talks);

    @Message("Seen in {seen} of the last {#if judged == 1}one talk{#else}{judged} talks{/if} that could be judged.")
    String seenInLast(int seen, int judged);

    // ---- goal and data ----

    @Message("Your goal is kept.")
    String goalKept();

    @Message("Kept. It holds from your next talk on.")
    String mannerKept();

    @Message("You will hear of it again.")
    String resumed();

    @Message("Everything that was kept of you here is deleted.")
    String deleted();

    @Message("What you are working on")
    String whatYouWorkOn();

    @Message("A goal is spoken of first, and may come up in every talk instead of resting for a few.")
    String aGoalIsSpokenOfFirst();

    @Message("Your goal")
    String goalToChoose();

    @Message("Nothing in particular")
    String nothingInParticular();

    @Message("Keep this goal")
    String keepThisGoal();

    @Message("How you want it")
    String howYouWantIt();

    @Message("How people talk where you are")
    String howPeopleTalk();

    @Message("As most people here")
    String asMostPeople();

    @Message("It changes how often something has to be seen before it counts. You choose it; it is never guessed from how you talk.")
    String aboutProfiles();

    @Message("Give me a second point to try, where there is one")
    String secondPoint();

    @Message("Ask me first what I think of a talk, then show the message")
    String askMeFirst();

    @Message("Keep this")
    String keepThis();

    @Message("What you stopped")
    String whatYouStopped();

    @Message("Nothing. Under each point of a message is “Stop this one for me”.")
    String nothingStopped();

    @Message("Hear of {behaviour} again")
    String hearOfAgain(String behaviour);

    @Message("Hear of it again")
    String hearOfItAgain();

    @Message("Who can see what")
    String whoCanSeeWhat();

    @Message("What")
    String what();

    @Message("Your manager")
    String yourManager();

    @Message("Who writes the rules")
    String whoWritesTheRules();

    @Message("Your messages, your practice")
    String messagesAndPractice();

    @Message("What was said in your talks")
    String wordsOfTalks();

    @Message("for {days} days")
    String forDays(long days);

    @Message("yes, for {days} days, to see what a changed rule would say")
    String toTryRulesOut(long days);

    @Message("Your goal, your trend, what you stopped")
    String yourChoices();

    @Message("How often a rule is called right or not right")
    String howOftenRight();

    @Message("A moment you called “not right”")
    String momentNotRight();

    @Message("How a team is doing")
    String howATeamIsDoing();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("counts, without names")
    String countsWithoutNames();

    @Message("its lines, with names replaced")
    String linesWithoutNames();

    @Message("only of five people or more")
    String onlyOfFive();

    @Message("Where your messages go")
    String whereMessagesGo();

    @Message("Nowhere but to this page.")
    String nowhereElse();

    @Message("Every message is on this page. Those with a point are also sent to:")
    String alsoSentTo();

    @Message("at {host}, your own")
    String atYourOwn(String host);

    @Message("at {host}, for everybody here")
    String atForEverybody(String host);

    @Message("not from {from} to {to}, {zone}")
    String notFromTo(String from, String to, String zone);

    @Message("a system of your house reads all of it")
    String toASystem();

    @Message("as an e-mail")
    String asAnEmail();

    @Message("in Slack")
    String inSlack();

    @Message("in Microsoft Teams")
    String inTeams();

    @Message("which behaviours, without words or your name")
    String toAStoreOfRecords();

    @Message("Your data")
    String yourData();

    @Message("Take all of it with you")
    String takeAllOfIt();

    @Message("Delete all of it")
    String deleteAllOfIt();

    @Message("Messages, practice, reactions, goal and trend are deleted here at once, and past talks in the other services as soon as they hear of it. It cannot be undone.")
    String whatIsDeleted();

    /** The word itself; {@code delete} is taken on every page. */
    @Message("delete")
    String wordToDelete();

    @Message("Type “delete” to be sure")
    String typeToBeSure();

    @Message("Type the word “delete”, or leave it be.")
    String typeOrLeave();

    @Message("Delete everything of mine")
    String deleteEverything();
}
