package dev.rapport.ingest.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Ids;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.ingest.consent.ConsentGate;
import dev.rapport.ingest.conversation.LearnerId;
import dev.rapport.ingest.conversation.Name;
import dev.rapport.ingest.conversation.Setting;
import dev.rapport.ingest.conversation.Turns;
import dev.rapport.ingest.problem.Fault;
import dev.rapport.ingest.problem.ProblemType;
import dev.rapport.ingest.transcript.Imported;
import dev.rapport.ingest.transcript.ImportedTurn;
import dev.rapport.ingest.transcript.Outcome;
import dev.rapport.ingest.transcript.SpeakerCount;
import dev.rapport.ingest.transcript.Transcripts;
import dev.rapport.ingest.transcript.Unreadable;
import dev.rapport.ingest.transcript.Warning;

/** What becomes of an uploaded transcript, decided without sending anything. */
sealed interface Reception {

    /** Every turn is read and every role known. */
    record Conversation(ConversationOpened opened, List<TurnSpoken> turns, String upload, Imported imported)
            implements
                Reception {
    }

    /** It cannot be known whom to coach. */
    record WhichLearner(String detail, List<SpeakerCount> speakers) implements Reception {
    }

    /** @param errors may be empty */
    record Refused(ProblemType type, String detail, List<Fault> errors) implements Reception {
    }

    static Reception of(String tenant, Told told, byte[] transcript, String fileName) {
        Consent consent = new Consent("true".equalsIgnoreCase(stripped(told.consent())), stripped(told.purpose()),
                stripped(told.reference()));
        Optional<String> objection = ConsentGate.objection(consent);
        if (objection.isPresent()) {
            return new Refused(ProblemType.NO_CONSENT, objection.get(), List.of());
        }
        List<Fault> faults = new ArrayList<>();
        Fault.Sink sink = (field, problem, todo) -> faults.add(Fault.of(field, problem, todo));
        Setting setting = Setting.read(told.kind(), told.stage(), told.language(), told.startedAt(), sink);
        id("conversation", told.conversation(), sink);
        id("learnerId", told.learnerId(), sink);
        if (!faults.isEmpty()) {
            return new Refused(ProblemType.INVALID_CONVERSATION, "See errors for what to correct.", faults);
        }
        Outcome outcome = Transcripts.read(transcript, fileName);
        if (outcome instanceof Unreadable unreadable) {
            return new Refused(ProblemType.UNREADABLE_TRANSCRIPT, unreadable.reason() + " " + unreadable.todo(),
                    unreadable.warnings().stream().map(Reception::fault).toList());
        }
        return of(tenant, told, setting, consent, told.fingerprint(tenant, transcript), (Imported) outcome);
    }

    private static Reception of(String tenant, Told told, Setting setting, Consent consent, String upload,
            Imported imported) {
        if (imported.turns().size() > Turns.LAST) {
            return new Refused(ProblemType.UNREADABLE_TRANSCRIPT, "There are more than " + Turns.LAST
                    + " turns in it. Send it in parts, each as a conversation.", List.of());
        }
        String learner = learner(told.learner(), imported.speakers()).orElse(null);
        if (learner == null) {
            return new WhichLearner(stripped(told.learner()) == null
                    ? "Several people speak in it. Name the one to be coached as learner."
                    : "Nobody of that name speaks in it. Name one of the speakers as learner.", imported.speakers());
        }
        String conversation = stripped(told.conversation()) == null ? "t-" + upload : told.conversation().strip();
        List<Participant> participants = imported.speakers().stream()
                .map(s -> new Participant(s.name(), role(s.name(), learner))).toList();
        Instant startedAt = setting.startedAt() == null ? imported.startedAt() : setting.startedAt();
        ConversationOpened opened = new ConversationOpened(tenant, conversation,
                stripped(told.learnerId()) == null ? LearnerId.of(learner) : told.learnerId().strip(), participants,
                setting.kind(), setting.stage(), setting.language(), consent, startedAt);
        List<TurnSpoken> turns = new ArrayList<>(imported.turns().size());
        for (ImportedTurn said : imported.turns()) {
            turns.add(new TurnSpoken(tenant, conversation, turns.size() + 1, said.speaker(),
                    role(said.speaker(), learner), said.text(), said.startMillis(), said.endMillis(),
                    said.confidence()));
        }
        return new Conversation(opened, turns, upload, imported);
    }

    /** @return the speaker meant by {@code named}; the only speaker if nobody is named */
    private static Optional<String> learner(String named, List<SpeakerCount> speakers) {
        List<String> names = speakers.stream().map(SpeakerCount::name).toList();
        String wanted = stripped(named);
        if (wanted == null) {
            return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
        }
        if (names.contains(wanted)) {
            return Optional.of(wanted);
        }
        List<String> same = names.stream().filter(name -> Name.same(name, wanted)).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static Role role(String speaker, String learner) {
        return speaker.equals(learner) ? Role.LEARNER : Role.PARTNER;
    }

    private static void id(String field, String told, Fault.Sink faults) {
        if (stripped(told) != null && !Ids.isValid(told.strip())) {
            faults.fault(field, field + " must be 1 to 128 letters, digits, '.', '-' or '_'",
                    "choose another id, or leave it out");
        }
    }

    private static Fault fault(Warning warning) {
        return new Fault(null, warning.line(), null, warning.problem(), warning.todo());
    }

    private static String stripped(String told) {
        return told == null || told.isBlank() ? null : told.strip();
    }
}
