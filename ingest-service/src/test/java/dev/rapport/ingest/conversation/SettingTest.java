package dev.rapport.ingest.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.rapport.events.Ids;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class SettingTest {

    private final List<String> faults = new ArrayList<>();

    private Setting read(String kind, String stage, String language, String startedAt) {
        return Setting.read(kind, stage, language, startedAt, (field, problem, todo) -> faults.add(field));
    }

    @Test
    void nothingToldIsAGeneralTalk() {
        assertThat(read(null, " ", null, "")).isEqualTo(new Setting("general", null, null, null));
        assertThat(faults).isEmpty();
    }

    @Test
    void wordsBecomeOneSpelling() {
        assertThat(read(" Sales_Discovery ", "First  contact", "EN-gb", "2026-03-02T10:30:00+01:00")).isEqualTo(
                new Setting("sales-discovery", "first-contact", "en-GB", Instant.parse("2026-03-02T09:30:00Z")));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodIsToldAndLeftOut() {
        assertThat(read("a/b", "friends", "english!", "02.03.2026"))
                .isEqualTo(new Setting("general", null, null, null));
        assertThat(faults).containsExactly("kind", "stage", "language", "startedAt");
    }

    @ParameterizedTest
    @CsvSource({"Mara Lind, mara-lind", "'  Zoë   Åkesson-Ødegård ', zoe-akesson-odegard",
            "O'Neill (Sales), o-neill-sales",
            "Łukasz Straße, lukasz-strasse", "R2 D2, r2-d2", "Speaker 1, speaker-1"})
    void aLearnersIdIsTheirNameInPlainLetters(String name, String id) {
        assertThat(LearnerId.of(name)).isEqualTo(id);
    }

    @Test
    void namesInOtherScriptsStayApart() {
        assertThat(LearnerId.of("李雷")).matches("learner-[0-9a-f]{12}").isNotEqualTo(LearnerId.of("李梅"));
        assertThat(LearnerId.of("Анна M")).isNotEqualTo(LearnerId.of("Олег M"));
        assertThat(LearnerId.of("🙂")).matches("learner-[0-9a-f]{12}");
        assertThat(LearnerId.of("a".repeat(101))).matches("learner-[0-9a-f]{12}");
    }

    @Property(tries = 500)
    void anyNameGivesAnIdThatFitsInAKey(@ForAll String name) {
        assertThat(Ids.isValid(LearnerId.of(name))).isTrue();
    }

    @Property(tries = 500)
    void whateverIsToldIsUnderstoodOrRefused(@ForAll String told) {
        Setting setting = read(told, told, told, told);

        assertThat(setting.kind()).matches("[a-z0-9-]{1,64}");
        assertThat(setting.stage() == null || Setting.STAGES.contains(setting.stage())).isTrue();
    }
}
