package dev.rapport.rules.evaluation;

/**
 * The fact that the engine matches: a scene, looked at when everything that earlier stages decide is known.
 *
 * @param number the stages of act rules from 0, then the one of behaviour rules
 */
public record Stage(int number, Scene scene) {
}
