package dev.rapport.ingest.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonReaderTest {

    @Test
    void everyValueKnowsWhereItStands() throws MalformedJson {
        Json json = JsonReader.one("{\"a\": 1,\n \"b\": [\"äx\", {}]}", 5);

        assertThat(json).isEqualTo(new Json.Members(Map.of("a", new Json.Whole(1, new Place(5, 7)), "b",
                new Json.Elements(List.of(new Json.Text("äx", new Place(6, 8)),
                        new Json.Members(Map.of(), new Place(6, 14))), new Place(6, 7))),
                new Place(5, 1)));
    }

    @Test
    void theElementsOfAListComeWithTheirText() throws MalformedJson {
        List<String> raw = new ArrayList<>();

        JsonReader.each(" [ {\"a\": [1, 2]} , 3,\"x\"]", (json, text) -> raw.add(text));

        assertThat(raw).containsExactly("{\"a\": [1, 2]}", "3", "\"x\"");
    }

    @Test
    void whoHasEnoughOfAListReadsNoFurther() throws MalformedJson {
        List<Json> read = new ArrayList<>();

        JsonReader.each("[1, 2, nonsense", (json, text) -> {
            read.add(json);
            return read.size() < 2;
        });

        assertThat(read).hasSize(2);
    }

    @Test
    void aFieldThatStandsTwiceIsNoGuess() {
        assertThatThrownBy(() -> JsonReader.one("{\"a\": 1, \"a\": 2}", 1))
                .isInstanceOfSatisfying(MalformedJson.class, m -> assertThat(m.fault().column()).isEqualTo(10))
                .hasMessage("the same field stands twice in one object");
    }

    @Test
    void whatFollowsTheFirstValueIsNotLost() {
        assertThatThrownBy(() -> JsonReader.one("{}\n{}", 1))
                .isInstanceOfSatisfying(MalformedJson.class, m -> assertThat(m.fault().line()).isEqualTo(2))
                .hasMessage("more JSON follows after the first value");
    }

    @Test
    void theWordsOfABrokenTextAreNotRepeated() {
        assertThatThrownBy(() -> JsonReader.one("{\"text\": my secret}", 1)).isInstanceOf(MalformedJson.class)
                .hasMessage("this is not JSON").hasNoCause();
    }

    @Test
    void aBombOfBracketsIsRefused() {
        assertThatThrownBy(() -> JsonReader.one("[".repeat(100_000), 1)).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> JsonReader.one("[" + "[],".repeat(100_000) + "[]]", 1))
                .isInstanceOf(MalformedJson.class).hasMessage("more than 2000 values in one object");
        assertThatThrownBy(() -> JsonReader.one("1".repeat(5_000), 1)).isInstanceOf(MalformedJson.class);
    }

    @Property(tries = 2_000)
    void anyTextIsJsonOrIsSaidNotToBe(@ForAll("nearlyJson") String text) {
        try {
            assertThat(JsonReader.one(text, 1)).isNotNull();
        } catch (MalformedJson malformed) {
            assertThat(malformed.fault().line()).isPositive();
            assertThat(malformed.fault().column()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries
                        .of("{", "}", "[", "]", ":", ",", "\"a\"", "1", "-", "e9", "null", "true", "\\u", "\n",
                                "\u0000")
                        .list().ofMaxSize(14).map(parts -> String.join("", parts)));
    }
}
