package dev.rapport.rules.detection;

/**
 * What detection is given to work with.
 *
 * @param wordsOnly whether the text loses its punctuation and capitals, as in plain speech recognition
 * @param learnedSignals whether the trained heads hear anything
 */
record Variant(boolean wordsOnly, boolean learnedSignals) {
}
