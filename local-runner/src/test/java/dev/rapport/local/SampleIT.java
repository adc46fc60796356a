package dev.rapport.local;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A few weeks of a few people, through the real services. */
class SampleIT {

    @TempDir
    static Path temporary;

    @Test
    void weeksOfThePastAreCoachedAsTheyWouldHaveBeen() throws Exception {
        var script = Script.with(temporary.resolve("unused"));
        var house = temporary.resolve("past").toString();
        var play = script.rapport("sample", "--learners", "6", "--weeks", "2", "--exit", "--data", house);
        assertThat(play.exit()).as(play.toString()).isZero();
        assertThat(play.out()).startsWith("6 learners, ").contains("within any seven days at most 2",
                "repeats before a rest           0", "too early to say");
        // without the time of the past all of them would be of one week
        assertThat(play.out().lines().filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\d")).distinct())
                .hasSizeGreaterThan(1);
        var again = script.rapport("sample", "--exit", "--data", house);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("holds a house already");
        assertThat(script.rapport("down", "--wipe", "--data", house).exit()).isZero();
        assertThat(Path.of(house)).doesNotExist();
    }
}
