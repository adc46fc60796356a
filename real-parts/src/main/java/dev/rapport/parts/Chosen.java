package dev.rapport.parts;

/** Says which kind of part was chosen. */
final class Chosen {

    private Chosen() {
    }

    static void print(String part, boolean containers) {
        System.out.println("parts: " + part + (containers ? " in a container" : " embedded") + " ("
                + ContainerEngine.reason() + ")");
    }
}
