package dev.rapport.feedback.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.coaching.composition.Point;
import dev.rapport.coaching.practice.Repetition;
import dev.rapport.coaching.practice.Repetition.Grade;
import dev.rapport.events.LineJudged;
import dev.rapport.events.LineJudged.Verdict;
import dev.rapport.events.LineTried;
import dev.rapport.events.Topics;
import dev.rapport.feedback.learner.Typed;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.outbox.Outbox;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;

/** Keeps lines that are said again, asks the rules about them and says when they are worth another try. */
@ApplicationScoped
public class Practice {

    /** A minute of speech at a quick pace. */
    static final int LONGEST_LINE = 1_000;
    /** Two attempts within this belong together: the second is not the line known by heart. */
    private static final Duration SITTING = Duration.ofHours(12);
    /** A message that was read and never practised stops asking after so many weeks. */
    private static final Duration FRESH = Duration.ofDays(28);
    private static final int MOST_MESSAGES = 200;

    @Inject
    Messages messages;
    @Inject
    Outbox outbox;
    @Inject
    Clock clock;
    @Inject
    ObjectMapper json;

    /**
     * Takes a line and asks the rules about it. The answer comes later, see {@link #attempt}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for an unknown message, 409 for one without a point to try, 400
     *         for no line or a longer one than {@link #LONGEST_LINE}
     */
    @Transactional
    public Attempt attempt(String tenant, String message, String line) {
        CoachingMessage about = messages.find(tenant, message).orElseThrow(() -> Problems.unknownMessage(message));
        Point point = about.growth();
        if (point == null) {
            throw Problems.noSuchPoint(message, "growth");
        }
        String said = Typed.text(line);
        if (said.isEmpty()) {
            throw Problems.badRequest(new FieldError("line", "nothing said", "send what you would say"));
        }
        if (said.length() > LONGEST_LINE) {
            throw Problems.badRequest(new FieldError("line", "longer than " + LONGEST_LINE + " characters",
                    "send what can be said in a minute"));
        }
        PracticeTryEntity row = new PracticeTryEntity();
        row.id = "p-" + UUID.randomUUID();
        row.tenant = tenant;
        row.learner = about.learner();
        row.message = message;
        row.line = said;
        row.triedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.persist();
        outbox.tell(Topics.PRACTICE, new LineTried(tenant, about.learner(), row.id, message, point.rule(),
                about.conversation(), Moment.of(point).turn(), point.evidence(), row.line, row.triedAt), row.triedAt);
        return read(row);
    }

    /** What the rules say of a line; taken twice it counts once. Of one that was deleted meanwhile nothing is kept. */
    @Transactional
    public void take(LineJudged judged) {
        PracticeTryEntity row = PracticeTryEntity.<PracticeTryEntity>find("tenant = ?1 and id = ?2", judged.tenant(),
                judged.practice()).firstResult();
        if (row == null || row.verdict != null || !row.learner.equals(judged.learner())) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean failedBefore = PracticeTryEntity.count(
                "tenant = ?1 and message = ?2 and triedAt < ?3 and triedAt > ?4 and verdict in (?5, ?6)", row.tenant,
                row.message, row.triedAt, row.triedAt.minus(SITTING), Verdict.SEEN_AGAIN, Verdict.AVOIDED) > 0;
        row.verdict = judged.verdict();
        row.kinds = write(judged.kinds());
        row.shows = write(judged.shows());
        row.because = write(judged.because());
        row.otherwise = judged.otherwise();
        row.rulebookVersion = judged.rulebookVersion();
        row.judgedAt = now;
        grade(judged.verdict(), failedBefore).ifPresent(grade -> know(row, grade, now));
    }

    private static Optional<Grade> grade(Verdict verdict, boolean failedBefore) {
        return switch (verdict) {
            case MENDED -> Optional.of(failedBefore ? Grade.GOOD : Grade.EASY);
            case AVOIDED -> Optional.of(Grade.HARD);
            case SEEN_AGAIN -> Optional.of(Grade.AGAIN);
            case CANNOT_TELL -> Optional.empty();
        };
    }

    /** One sitting moves a line once: whoever tries it five times in a row has not waited five times. */
    private static void know(PracticeTryEntity row, Grade grade, Instant now) {
        PracticeLineEntity line = PracticeLineEntity.<PracticeLineEntity>find("tenant = ?1 and message = ?2",
                row.tenant, row.message).firstResult();
        if (line == null) {
            line = new PracticeLineEntity();
            line.tenant = row.tenant;
            line.learner = row.learner;
            line.message = row.message;
            line.know(Repetition.NEW.after(grade), now);
            line.persist();
        } else if (!line.dueAt.isAfter(now) || grade == Grade.AGAIN || line.inARow == 0) {
            line.know(line.known().after(grade), now);
        }
    }

    /** An attempt as it is now. */
    @Transactional
    public Optional<Attempt> find(String tenant, String message, String attempt) {
        return PracticeTryEntity.<PracticeTryEntity>find("tenant = ?1 and message = ?2 and id = ?3", tenant, message,
                attempt).firstResultOptional().map(this::read);
    }

    /** What was tried of a message, the newest first. */
    @Transactional
    public List<Attempt> of(String tenant, String message) {
        return PracticeTryEntity.<PracticeTryEntity>find("tenant = ?1 and message = ?2 order by triedAt desc, id",
                tenant, message).page(0, 20).list().stream().map(this::read).toList();
    }

    /** Every attempt of a learner, the oldest first. */
    List<Attempt> everythingOf(String tenant, String learner) {
        return PracticeTryEntity.<PracticeTryEntity>find("tenant = ?1 and learner = ?2 order by triedAt, id", tenant,
                learner).stream().map(this::read).toList();
    }

    /**
     * Lines of a learner that were practised, or come from a message of the last four weeks, the first due first.
     */
    @Transactional
    public List<Due> lines(String tenant, String learner) {
        List<PracticeLineEntity> known = PracticeLineEntity.list("tenant = ?1 and learner = ?2", tenant, learner);
        Instant fresh = clock.instant().minus(FRESH);
        Stream<Due> tried = known.stream()
                .flatMap(line -> messages.find(tenant, line.message).stream()
                        .map(message -> due(message, line.dueAt, line.inARow)));
        Stream<Due> untried = messages.of(tenant, learner, MOST_MESSAGES, null).orElseThrow().messages().stream()
                .filter(message -> message.growth() != null && message.composedAt().isAfter(fresh)
                        && known.stream().noneMatch(line -> line.message.equals(message.id())))
                .map(message -> due(message, message.composedAt(), 0));
        return Stream.concat(tried, untried).sorted(Comparator.comparing(Due::at).thenComparing(Due::message))
                .toList();
    }

    /** When the line of a message is worth another try; empty before its first verdict. */
    @Transactional
    public Optional<Instant> comesBack(String tenant, String message) {
        return PracticeLineEntity.<PracticeLineEntity>find("tenant = ?1 and message = ?2", tenant, message)
                .firstResultOptional().map(line -> line.dueAt);
    }

    /** The last thing the partner said before the moment of a point; null where that is not kept. */
    public String partnerBefore(Point point) {
        return Moment.of(point).partner();
    }

    private static Due due(CoachingMessage message, Instant at, int inARow) {
        Moment moment = Moment.of(message.growth());
        return new Due(message.id(), message.growth().behaviour(), moment.partner(), moment.said(), at, inARow);
    }

    private Attempt read(PracticeTryEntity row) {
        return new Attempt(row.id, row.message, row.line, row.triedAt, row.verdict, words(row.kinds),
                words(row.shows), words(row.because), row.otherwise, row.rulebookVersion);
    }

    private String write(List<String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("words that are no JSON", impossible);
        }
    }

    private List<String> words(String written) {
        try {
            return written == null ? List.of() : json.readValue(written, new TypeReference<List<String>>() {
            });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("words that cannot be read", impossible);
        }
    }
}
