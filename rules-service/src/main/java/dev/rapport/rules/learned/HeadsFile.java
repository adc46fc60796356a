package dev.rapport.rules.learned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights as text, so that a change of them can be read: a line for each head, one for its embedding and one for each
 * feature, apart by tabs.
 */
final class HeadsFile {

    static final String NAME = "learned-signals.tsv";
    private static final String HEAD = "head";
    private static final String EMBEDDING = "embedding";

    private HeadsFile() {
    }

    /** By name, in the order of the file. */
    static Map<String, Head> inJar() {
        try (InputStream in = HeadsFile.class.getResourceAsStream("/" + NAME)) {
            if (in == null) {
                throw new IllegalStateException("no " + NAME + " on the class path");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(NAME, e);
        }
    }

    static Map<String, Head> read(BufferedReader in) throws IOException {
        Map<String, Head> heads = new LinkedHashMap<>();
        Map<String, Float> features = Map.of();
        String line;
        while ((line = in.readLine()) != null) {
            String[] cells = line.split("\t");
            if (line.startsWith("# ")) {
                continue;
            }
            if (cells[0].equals(HEAD) && cells.length == 4) {
                features = new HashMap<>();
                String[] weights = in.readLine().split("\t");
                float[] embedding = new float[weights.length - 1];
                for (int i = 0; i < embedding.length; i++) {
                    embedding[i] = Float.parseFloat(weights[i + 1]);
                }
                heads.put(cells[1], new Head(cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]),
                        features, embedding));
            } else {
                features.put(cells[0], Float.parseFloat(cells[1]));
            }
        }
        return heads;
    }

    static void write(Collection<Head> heads, List<String> notes, Writer out) throws IOException {
        for (String note : notes) {
            out.write("# " + note + "\n");
        }
        for (Head head : heads) {
            out.write(String.join("\t", HEAD, head.name(), number(head.bias()), number(head.reach())) + "\n");
            List<String> weights = new ArrayList<>(List.of(EMBEDDING));
            for (float weight : head.embedding()) {
                weights.add(number(weight));
            }
            out.write(String.join("\t", weights) + "\n");
            for (Map.Entry<String, Float> feature : new TreeMap<>(head.features()).entrySet()) {
                out.write(feature.getKey() + "\t" + number(feature.getValue()) + "\n");
            }
        }
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
