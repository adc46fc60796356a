package dev.rapport.feedback.delivery;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.rapport.feedback.delivery.SealingKeys.CannotOpen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealingKeysTest {

    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private static final Hidden SECRET = new Hidden("whsec_c2VjcmV0");

    @Test
    void whatIsSealedOpensForItsRowOnly() throws Exception {
        SealingKeys keys = new SealingKeys(List.of(OLD));

        String sealed = keys.seal(SECRET, "row-1");

        assertThat(sealed).doesNotContain("whsec").isNotEqualTo(keys.seal(SECRET, "row-1"));
        assertThat(keys.open(sealed, "row-1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> keys.open(sealed, "row-2")).isInstanceOf(CannotOpen.class);
        String changed = sealed.substring(0, sealed.length() - 4) + "AAAA";
        assertThatThrownBy(() -> keys.open(changed, "row-1")).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() throws Exception {
        String before = new SealingKeys(List.of(OLD)).seal(SECRET, "row-1");

        SealingKeys both = new SealingKeys(List.of(NEW, OLD));

        assertThat(both.open(before, "row-1")).isEqualTo(SECRET);
        assertThat(new SealingKeys(List.of(NEW)).open(both.seal(SECRET, "row-1"), "row-1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> new SealingKeys(List.of(NEW)).open(before, "row-1"))
                .isInstanceOf(CannotOpen.class).hasMessage("sealed by a key that is not here");
    }

    @Test
    void aKeyThatIsNoneStopsTheServiceAndIsNotRepeated() {
        assertThatThrownBy(() -> new SealingKeys(List.of("c2hvcnQ="))).hasMessage(
                "a key for secrets of 5 bytes instead of 32");
        assertThatThrownBy(() -> new SealingKeys(List.of("not base 64!"))).hasMessage(
                "a key for secrets that is no Base64").hasNoCause();
        assertThatThrownBy(() -> new SealingKeys(List.of())).hasMessage("no key for secrets");
    }

    @Test
    void whatIsHiddenSaysNothingOfItself() {
        assertThat(SECRET + "").isEqualTo("hidden");
        assertThat(new ChannelRequest(ChannelKind.WEBHOOK, "https://a.example/t0ken", "whsec_x", null, null) + "")
                .isEqualTo("channel of kind WEBHOOK");
    }

    /** The example of the Standard Webhooks reference libraries. */
    @Test
    void theSignatureIsThatOfThePublishedExample() {
        assertThat(
                Writing.signature(new Hidden("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330L), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aStoreKnowsALearnerByANameThatOnlyItHasForThem() {
        String salt = "00".repeat(32);

        assertThat(Pseudonym.of("local/mara-lind", salt)).matches("[0-9a-f]{32}")
                .isEqualTo(Pseudonym.of("local/mara-lind", salt))
                .isNotEqualTo(Pseudonym.of("local/mara-lind", "01".repeat(32)))
                .isNotEqualTo(Pseudonym.of("local/tom-berg", salt));
    }
}
