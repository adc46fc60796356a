package dev.rapport.rules.signals;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Opens a model that lies in one of the OpenNLP model jars: never downloaded, never read from disk. */
final class InJarModel {

    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    private InJarModel() {
    }

    /** @throws IllegalStateException when no jar on the class path holds that file */
    static <T> T load(String file, Reading<T> reading) {
        try (InputStream in = InJarModel.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path: does the model's version match?");
            }
            return reading.read(new BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
