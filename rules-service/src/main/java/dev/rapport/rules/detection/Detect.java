package dev.rapport.rules.detection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import dev.rapport.rules.EngineLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./rapport detect}. */
@Command(name = "detect")
public final class Detect implements Callable<Integer> {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int CALLED_WRONGLY = 2;
    private static final String STREAM = "-";
    private static final int GZIP = 0x1f8b;

    @Option(names = "--in", required = true)
    private String in;
    @Option(names = "--out")
    private String out = STREAM;
    @Option(names = "--rulebook", defaultValue = "${sys:rapport.home}/rules")
    private Path rulebook;
    @Option(names = "--no-learned-signals")
    private boolean noLearnedSignals;
    @Option(names = "--language")
    private String language;
    @Spec
    private CommandSpec spec;

    private final Streams streams;
    private long refused;

    private Detect(Streams streams) {
        this.streams = streams;
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
        System.exit(run(Streams.standard(), args));
    }

    static int run(Streams streams, String... args) {
        return Verb.run(new Detect(streams), streams.err(), args);
    }

    @Override
    public Integer call() throws IOException {
        if (!in.equals(STREAM) && (!Files.exists(Path.of(in)) || Files.isDirectory(Path.of(in)))) {
            throw new ParameterException(spec.commandLine(), "no such file: " + in);
        }
        if (!out.equals(STREAM) && !in.equals(STREAM) && Files.exists(Path.of(out))
                && Files.isSameFile(Path.of(in), Path.of(out))) {
            throw new ParameterException(spec.commandLine(), "--in and --out are the same file");
        }
        if (language != null && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no tag of a language, such as de: " + language);
        }
        DetectionRules rules = DetectionRules.in(rulebook, !noLearnedSignals);
        return rules instanceof DetectionRules.Usable usable
                ? detect(new Detector(usable.rules(), usable.languages(), language))
                : Verb.refused(rulebook, rules, streams.err());
    }

    private int detect(Detector detector) throws IOException {
        String name = in.equals(STREAM) ? "standard input" : in;
        Progress progress = new Progress("lines", streams.err());
        LineReader lines = null;
        try (InputStream bytes = in.equals(STREAM) ? streams.in() : Files.newInputStream(Path.of(in));
                DetectedWriter writer = new DetectedWriter(output())) {
            lines = new LineReader(name, new InputStreamReader(unpacked(bytes), StandardCharsets.UTF_8));
            new Conversations(detector, Runtime.getRuntime().availableProcessors()).run(lines::next, detected -> {
                for (Detected.Seen line : detected.lines()) {
                    if (line.error() != null) {
                        refused++;
                        progress.erase();
                        streams.err().println(line.error());
                    }
                }
                writer.write(detected);
                progress.at(detected.lines().size());
            });
        } catch (ZipException | EOFException broken) {
            progress.erase();
            streams.err().println(
                    name + ":" + (lines == null ? 1 : lines.lines() + 1) + ":1: the compressed file is broken here");
            return REFUSED;
        } finally {
            progress.end();
        }
        if (refused > 0) {
            streams.err().println(refused + (refused == 1 ? " line" : " lines") + " could not be judged; see above");
        }
        return refused > 0 ? REFUSED : DONE;
    }

    /** A compressed input is known by its first bytes, whatever it is called. */
    static InputStream unpacked(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(2);
        int start = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return start == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private OutputStream output() throws IOException {
        if (out.equals(STREAM)) {
            // whoever called still needs it open
            return new FilterOutputStream(new BufferedOutputStream(streams.out(), 1 << 16)) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    super.out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            };
        }
        OutputStream file = new FileOutputStream(out);
        return out.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : new BufferedOutputStream(file, 1 << 16);
    }
}
