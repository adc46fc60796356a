package dev.rapport.ingest.json;

/** Where something stands in a body: line and column from 1, the column in UTF-16 units. */
public record Place(int line, int column) {
}
