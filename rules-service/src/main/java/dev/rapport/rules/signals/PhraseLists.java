package dev.rapport.rules.signals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;

/**
 * Finds phrases of many lists in a text at once, whatever the inflection of their words: "sounds like" is found in "it
 * sounded like". Every phrase is registered once as a query; a turn is matched against all of them. Safe for threads.
 */
public final class PhraseLists {

    private static final String FIELD = "turn";
    private static final FieldType TEXT = new FieldType(TextField.TYPE_NOT_STORED);

    private record Entry(String list, String phrase) {
    }

    private final Monitor monitor;
    private final Map<String, List<Entry>> entries = new HashMap<>();

    /**
     * @param lists phrases by the name of their list
     * @throws IllegalArgumentException when a phrase has no word in it
     */
    public PhraseLists(Map<String, List<String>> lists) {
        TextReader reader = new TextReader();
        Map<List<Set<String>>, List<Entry>> byForm = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            for (String phrase : new LinkedHashSet<>(list.getValue())) {
                List<Set<String>> forms = new ArrayList<>();
                for (Token token : reader.read(phrase).tokens()) {
                    if (!token.pos().equals("PUNCT")) {
                        forms.add(forms(token));
                    }
                }
                if (forms.isEmpty()) {
                    throw new IllegalArgumentException(
                            "no word in phrase \"" + phrase + "\" of list \"" + list.getKey() + "\"");
                }
                byForm.computeIfAbsent(forms, f -> new ArrayList<>()).add(new Entry(list.getKey(), phrase));
            }
        }
        try {
            monitor = new Monitor(new KeywordAnalyzer(), new TermFilteredPresearcher());
            List<MonitorQuery> queries = new ArrayList<>();
            for (Map.Entry<List<Set<String>>, List<Entry>> each : byForm.entrySet()) {
                String id = Integer.toString(queries.size());
                entries.put(id, List.copyOf(each.getValue()));
                queries.add(new MonitorQuery(id, query(each.getKey())));
            }
            monitor.register(queries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every phrase found, by where it begins, then the longer first, then by list and phrase. */
    public List<Hit> find(TextSignals text) {
        if (entries.isEmpty() || text.tokens().isEmpty()) {
            return List.of();
        }
        Document document = new Document();
        document.add(new Field(FIELD, new Forms(text.tokens()), TEXT));
        List<Hit> hits = new ArrayList<>();
        try {
            MatchingQueries<HighlightsMatch> matching = monitor.match(document, HighlightsMatch.MATCHER);
            for (HighlightsMatch match : matching.getMatches()) {
                for (HighlightsMatch.Hit hit : match.getHits(FIELD)) {
                    for (Entry entry : entries.get(match.getQueryId())) {
                        hits.add(new Hit(entry.list(), entry.phrase(), new Span(hit.startOffset, hit.endOffset)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hits.sort(Comparator.comparingInt((Hit h) -> h.span().from()).thenComparing(h -> -h.span().to())
                .thenComparing(Hit::list).thenComparing(Hit::phrase));
        return hits;
    }

    private static Query query(List<Set<String>> forms) {
        MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
        for (Set<String> form : forms) {
            query.add(form.stream().map(f -> new Term(FIELD, f)).toArray(Term[]::new));
        }
        return query.build();
    }

    private static Set<String> forms(Token token) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(Line.low(token));
        if (!token.pos().equals("PRON") && !token.pos().equals("DET")) {
            forms.add(token.lemma());
        }
        return forms;
    }

    /** The words of a turn as Lucene reads them: every form of a word at the word's place. */
    private static final class Forms extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final List<Token> tokens;
        private int next;
        private List<String> waiting = List.of();
        private Token current;

        Forms(List<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
            waiting = List.of();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            boolean first = false;
            if (waiting.isEmpty()) {
                while (next < tokens.size() && tokens.get(next).pos().equals("PUNCT")) {
                    next++;
                }
                if (next == tokens.size()) {
                    return false;
                }
                current = tokens.get(next++);
                waiting = List.copyOf(forms(current));
                first = true;
            }
            term.append(waiting.get(0));
            waiting = waiting.subList(1, waiting.size());
            offset.setOffset(current.from(), current.to());
            step.setPositionIncrement(first ? 1 : 0);
            return true;
        }
    }

}
