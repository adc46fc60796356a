package dev.rapport.rules.detection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTest {

    @Test
    void everythingThatIsToldOfATurnIsTaken() {
        var line = Lines
                .read("""
                        {"conversation":"c","turn":7,"speaker":"Ana","role":"Learner","text":"Hm.","start":1.25,"end":2,"confidence":0.9,
                         "kind":"support","stage":"building","language":"en","labels":["X"]}"""
                        .replace("\n", ""))
                .get(0);
        var said = ((Line.Spoken) line).said();
        assertThat(said).extracting(SpokenLine::speaker, SpokenLine::learner, SpokenLine::text, SpokenLine::startMillis,
                SpokenLine::endMillis, SpokenLine::confidence, SpokenLine::kind, SpokenLine::stage,
                SpokenLine::language)
                .containsExactly("Ana", true, "Hm.", 1250L, 2000L, 0.9, "support", "building", "en");
        assertThat(said.turn()).hasToString("7");
    }

    @Test
    void blankLinesAreNoLinesButAreCounted() {
        var lines = Lines.read("\n  \r\n{\"conversation\":1,\"turn\":\"a\",\"speaker\":2,\"text\":\"\"}\n\nno JSON");
        assertThat(lines).hasSize(2);
        assertThat(((Line.Spoken) lines.get(0)).said().speaker()).isEqualTo("2");
        assertThat(((Line.Broken) lines.get(1)).error())
                .isEqualTo("talk.jsonl:5:1: this is no JSON, expected one object a line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[]|expected an object with conversation, turn, speaker and text",
            "{'turn':1,'speaker':'A','text':''}|\"conversation\" must be there and be a string or a number",
            "{'conversation':'','turn':1,'speaker':'A','text':''}|\"conversation\" must be there and be a string or a number",
            "{'conversation':'c','turn':[],'speaker':'A','text':''}|\"turn\" must be there and be a string or a number",
            "{'conversation':'c','turn':1,'text':''}|\"speaker\" must be there and be a string or a number",
            "{'conversation':'c','turn':1,'speaker':'A','text':null}|\"text\" must be there and be a string",
            "{'conversation':'c','turn':1,'speaker':'A','text':'','start':-1}|\"start\" must be a number from 0 to 100000000",
            "{'conversation':'c','turn':1,'speaker':'A','text':'','confidence':2}|\"confidence\" must be a number from 0 to 1"})
    void aLineThatIsNoTurnSaysWhyAndWhere(String json, String why) {
        var broken = (Line.Broken) Lines.read(json.replace('\'', '"')).get(0);
        assertThat(broken.error()).isEqualTo("talk.jsonl:1:1: " + why);
    }

    @Test
    void aTextLongerThanATurnIsRefusedWithTheNameOfItsTurn() {
        var broken = (Line.Broken) Lines.of("A: " + "x".repeat(20_001)).get(0);
        assertThat(broken.turn()).hasToString("0");
        assertThat(broken.error()).isEqualTo("talk.jsonl:1:1: \"text\" has 20001 characters, a turn has at most 20000");
    }

    @Test
    void aLineThatIsTooLongToKeepCostsOnlyItself() {
        var lines = Lines.read("x".repeat(1_000_001) + "\n" + Lines.json("A: Hello."));
        assertThat(((Line.Broken) lines.get(0)).error())
                .isEqualTo("talk.jsonl:1:1: the line has 1000001 characters, at most 1000000 are read");
        assertThat(lines.get(1)).isInstanceOf(Line.Spoken.class);
    }
}
