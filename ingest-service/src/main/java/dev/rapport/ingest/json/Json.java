package dev.rapport.ingest.json;

import java.util.List;
import java.util.Map;

/** A JSON value and the place where it starts. */
public sealed interface Json {

    Place at();

    /** What it is, in words for a message. */
    String what();

    record Text(String value, Place at) implements Json {
        @Override
        public String what() {
            return "text";
        }
    }

    record Whole(long value, Place at) implements Json {
        @Override
        public String what() {
            return "a number";
        }
    }

    /** A number with a fraction or exponent, or a whole one beyond 64 bits. */
    record Fraction(double value, Place at) implements Json {
        @Override
        public String what() {
            return "a number that is not whole or far too large";
        }
    }

    record Truth(boolean value, Place at) implements Json {
        @Override
        public String what() {
            return value ? "true" : "false";
        }
    }

    record Nothing(Place at) implements Json {
        @Override
        public String what() {
            return "null";
        }
    }

    record Members(Map<String, Json> fields, Place at) implements Json {
        @Override
        public String what() {
            return "an object";
        }
    }

    record Elements(List<Json> values, Place at) implements Json {
        @Override
        public String what() {
            return "a list";
        }
    }
}
