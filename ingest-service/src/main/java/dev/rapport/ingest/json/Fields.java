package dev.rapport.ingest.json;

import java.util.List;
import java.util.Optional;

import dev.rapport.ingest.problem.Fault;

/**
 * The fields of one JSON object, asked for by type. A field of another type is reported with its place and then counts as
 * absent; a field nobody asks for is ignored.
 */
public final class Fields implements Fault.Sink {

    private final Json.Members object;
    private final String path;
    private final List<Fault> faults;

    /** @param faults where faults are added */
    public Fields(Json.Members object, List<Fault> faults) {
        this(object, "", faults);
    }

    private Fields(Json.Members object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** @return whether it is there and not null, of whatever type */
    public boolean has(String field) {
        Json value = object.fields().get(field);
        return value != null && !(value instanceof Json.Nothing);
    }

    public Optional<String> text(String field) {
        return given(field, Json.Text.class, "text").map(Json.Text::value);
    }

    public Optional<Long> whole(String field) {
        return given(field, Json.Whole.class, "a whole number").map(Json.Whole::value);
    }

    public Optional<Double> number(String field) {
        if (object.fields().get(field) instanceof Json.Fraction fraction) {
            return Optional.of(fraction.value());
        }
        return given(field, Json.Whole.class, "a number").map(whole -> (double) whole.value());
    }

    public Optional<Boolean> truth(String field) {
        return given(field, Json.Truth.class, "true or false").map(Json.Truth::value);
    }

    public Optional<Fields> object(String field) {
        return given(field, Json.Members.class, "an object").map(o -> new Fields(o, path + field + ".", faults));
    }

    /** @return the objects of the list; what in it is no object is reported and left out */
    public Optional<List<Fields>> objects(String field) {
        return given(field, Json.Elements.class, "a list").map(list -> {
            List<Fields> read = new java.util.ArrayList<>();
            for (int i = 0; i < list.values().size(); i++) {
                String name = path + field + "[" + i + "]";
                if (list.values().get(i) instanceof Json.Members element) {
                    read.add(new Fields(element, name + ".", faults));
                } else {
                    wrongType(name, list.values().get(i), "an object");
                }
            }
            return read;
        });
    }

    /** Reports {@code field}, at its place if it is there, at the start of the object otherwise. */
    @Override
    public void fault(String field, String problem, String todo) {
        Place at = object.fields().containsKey(field) ? object.fields().get(field).at() : object.at();
        faults.add(new Fault(path + field, at.line(), at.column(), problem, todo));
    }

    private <T extends Json> Optional<T> given(String field, Class<T> type, String wanted) {
        if (!has(field)) {
            return Optional.empty();
        }
        Json value = object.fields().get(field);
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        wrongType(path + field, value, wanted);
        return Optional.empty();
    }

    private void wrongType(String name, Json value, String wanted) {
        faults.add(new Fault(name, value.at().line(), value.at().column(),
                name + " must be " + wanted + ", not " + value.what(), "send " + wanted));
    }
}
