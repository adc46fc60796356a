package dev.rapport.rules.rulebook.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.AnyRule;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.Rulebooks;
import dev.rapport.rules.rulebook.table.RulebookTable.Outcome;
import dev.rapport.rules.rulebook.table.Sheets.Opened;
import dev.rapport.rules.vocabulary.AnyCondition;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A rulebook as a spreadsheet: all of it comes back, and what is wrong is named by its cell. */
class RulebookTableTest {

    private static final RulebookParts NOTHING = RulebookParts.of(new RulebookFiles(new TreeMap<>()));

    private static Sheets open(Opened opened) {
        assertThat(opened).isInstanceOf(Opened.Open.class);
        return ((Opened.Open) opened).sheets();
    }

    private static RulebookParts read(Sheets sheets) {
        Outcome outcome = RulebookTable.read(sheets, NOTHING);
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).parts();
    }

    private static List<String> faults(Sheets sheets) {
        return RulebookTable.read(sheets, NOTHING) instanceof Outcome.Refused refused
                ? refused.faults().stream().map(CellFault::toString).toList()
                : List.of();
    }

    private static Sheets with(Sheets sheets, String sheet, int row, int column, String value) {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        sheets.rows().forEach((name, of) -> {
            List<List<String>> copy = new ArrayList<>(of);
            if (name.equals(sheet)) {
                List<String> cells = new ArrayList<>(copy.get(row));
                cells.set(column, value);
                copy.set(row, cells);
            }
            rows.put(name, copy);
        });
        return new Sheets(rows);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyRuleComesBackFromCsv(@ForAll("rules") Rule rule) {
        RulebookParts parts = RulebookParts.of(Rulebooks.with(rule));
        assertThat(parts.rules()).containsKey(rule.code());
        RulebookParts back = read(open(CsvTable.read(CsvTable.write(RulebookTable.write(parts)))));
        assertThat(back).isEqualTo(parts);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void anyRuleComesBackFromAWorkbook(@ForAll("rules") Rule rule) {
        RulebookParts parts = RulebookParts.of(Rulebooks.with(rule));
        assertThat(read(open(XlsxTable.read(XlsxTable.write(RulebookTable.write(parts)))))).isEqualTo(parts);
    }

    @Test
    void theWholeRulebookOfThisRepositoryComesBackFromAWorkbook() {
        RulebookFiles shipped = Rulebooks.shipped();
        RulebookParts parts = RulebookParts.of(shipped);
        RulebookParts back = read(open(XlsxTable.read(XlsxTable.write(RulebookTable.write(parts)))));
        assertThat(back.saysTheSameAs(parts)).isTrue();
        assertThat(back.into(shipped, true)).isEqualTo(shipped);
        RulebookFiles anew = back.into(new RulebookFiles(new TreeMap<>()), true);
        assertThat(Rulebooks.faults(anew)).isEmpty();
        assertThat(RulebookParts.of(anew).saysTheSameAs(parts)).isTrue();
    }

    @Test
    void eachFaultNamesItsCell() {
        Sheets good = RulebookTable.write(RulebookParts.of(Rulebooks.shipped()));
        List<String> header = good.rows().get("Rules").get(0);
        int conditions = header.indexOf("kind of turn");
        String cell = Sheets.place("Rules", 3, conditions);
        assertThat(faults(with(good, "Rules", 3, conditions, "2. the turn is a qestion"))).singleElement().asString()
                .startsWith(cell + ": \"qestion\" is no kind of turn, expected one of ")
                .endsWith(", did you mean \"question\"?");
        assertThat(faults(with(good, "Rules", 2, 4, "soon")))
                .containsExactly("Rules!E3: \"soon\" is no date, expected year-month-day, e.g. 2027-05-01");
        assertThat(faults(with(good, "Rules", 0, 1, "Nmae"))).first().asString()
                .startsWith("Rules!B1: \"Nmae\" is no column of this sheet, expected one of ")
                .endsWith(", did you mean \"Name\"?");
        assertThat(faults(with(good, "Phrases", 1, 1, "a # b"))).containsExactly(
                "Phrases!B2: the phrase has a character that no phrase can have, expected words on one line without #");
        assertThat(faults(with(good, "Messages", 1, 1, "says[0]"))).first().asString()
                .isEqualTo(
                        "Messages!B2: \"says[0]\" is no place in a message file, expected a key such as why or says[1]");
        assertThat(faults(with(good, "Examples", 1, 5, "99"))).first().asString()
                .startsWith("Examples!F2: this is no turn where the rule fires, expected numbers from 1 to ");
        assertThat(faults(with(good, "Rules", 2, 0, "b-2"))).anySatisfy(
                fault -> assertThat(fault).startsWith("Rules!A3: that is no code, expected a capital letter"));
    }

    /** Row of the sheet of messages, from 0. */
    private static int row(Sheets sheets, String file, String place) {
        List<List<String>> rows = sheets.rows().get("Messages");
        for (int r = 1; r < rows.size(); r++) {
            if (rows.get(r).get(0).equals(file) && rows.get(r).get(1).equals(place)) {
                return r;
            }
        }
        throw new AssertionError(file + " has no " + place);
    }

    @Test
    void eachFaultInAMessageNamesItsCell() {
        Sheets good = RulebookTable.write(RulebookParts.of(Rulebooks.shipped()));
        int says = row(good, "B20", "says[2]");
        assertThat(faults(with(good, "Messages", says, 2, "{nobody} asked.")))
                .singleElement().asString().startsWith("Messages!C" + (says + 1) + ": ").contains("nobody");
        int why = row(good, "B20", "why");
        assertThat(faults(with(good, "Messages", why, 1, "wyh"))).anySatisfy(
                fault -> assertThat(fault).startsWith("Messages!B" + (why + 1) + ": ").endsWith("\"why\"?"));
        int first = row(good, "B20", "code");
        assertThat(faults(with(good, "Messages", first, 2, "B21"))).anySatisfy(
                fault -> assertThat(fault).startsWith("Messages!C" + (first + 1) + ": "));
        assertThat(faults(with(good, "Messages", first, 0, "B2O"))).first().asString()
                .startsWith("Messages!A" + (first + 1) + ": \"B2O\" is no behaviour rule, expected one of ");
    }

    @Test
    void aTextThatNoCellCanHoldIsNamedBeforeAnythingIsWritten() {
        String words = "word ".repeat(6_401).strip();
        Sheets sheets = new Sheets(Map.of("Examples", List.of(List.of("Rule", "Words"), List.of("B20", words))));
        String told = "Examples!B2: \"Words\" of B20 has 32004 characters, expected at most 32000 in a cell: a shorter"
                + " text, or an export as DRL, JSON or folder";
        assertThat(sheets.tooLong()).extracting(CellFault::toString).containsExactly(told);
        assertThatThrownBy(() -> XlsxTable.write(sheets)).isInstanceOf(UnwritableTable.class).hasMessage(told);
        Sheets fits = with(sheets, "Examples", 1, 1, words.substring(0, 32_000));
        assertThat(fits.tooLong()).isEmpty();
        assertThat(open(XlsxTable.read(XlsxTable.write(fits)))).isEqualTo(fits);
    }

    @Test
    void aSentenceMayStandInAnyColumnAndWithoutANumber() {
        Sheets sheets = new Sheets(Map.of("Rules", List.of(
                List.of("code", "NAME", "Owner", "Observes", "As something to", "speaker", "times"),
                List.of("B1", "x", "me", "y", "know", "3) unless the talk has times\nthe turn points back",
                        "any of: at least 3 turns so far\nany of: the talk has times"),
                List.of())));
        assertThat(dev.rapport.rules.rulebook.RuleWriter.write(read(sheets).rules().get("B1").rule())).isEqualTo("""
                rule "x"
                  code B1
                  owner "me"
                  when unless the talk has times
                   and the turn points back
                   and any of
                     - at least 3 turns so far
                     - the talk has times
                  then observe "y" as something to know, clearly
                """);
    }

    @Provide
    Arbitrary<Rule> rules() {
        return AnyRule.rule(AnyCondition.KINDS);
    }
}
