package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.rulebook.Fault;

/**
 * The page of a version: where it stands, what it changes, which steps there are.
 *
 * @param mine whether the person who looks wrote something of it and may therefore not approve it
 * @param refused why the last step was not taken; null if it was
 * @param problems what the last check found
 * @param changes what it changes of what is in force
 * @param shadow null if it never was in the shadow
 * @param inherited what a change of the default rulebook since means for it, a sentence a part
 */
record Release(VersionCard version, Links links, boolean mine, String refused, List<Proof.Problem> problems,
        Changes.Told changes, List<DeedLine> deeds, ShadowCount shadow, List<String> inherited) {

    /** A step of the way. */
    record Step(String name, boolean done, boolean now) {
    }

    /**
     * What it saw in the shadow.
     *
     * @param talks it was tried on
     * @param rules by how often they saw something
     */
    record ShadowCount(long talks, List<ShadowRule> rules) {
    }

    record ShadowRule(String code, long hits, long talks) {
    }

    private static final List<String> WAY = List.of("Draft", "Checked", "Shadow (optional)", "Approved", "Live");

    Release {
        problems = List.copyOf(problems);
        deeds = List.copyOf(deeds);
        inherited = List.copyOf(inherited);
    }

    static List<Proof.Problem> problems(List<Fault> faults, Links links) {
        return faults.stream().map(fault -> Proof.elsewhere(fault, links)).toList();
    }

    public List<Step> way() {
        int reached = version.reached();
        List<Step> way = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++) {
            way.add(new Step(WAY.get(i), i < reached && i != 2 || reached == 4 && i == 4, i == reached && reached < 4));
        }
        return way;
    }

    public boolean isDraft() {
        return version.state().equals("draft");
    }

    public boolean isChecked() {
        return version.state().equals("checked");
    }

    public boolean isShadow() {
        return version.state().equals("shadow");
    }

    public boolean isApproved() {
        return version.state().equals("approved");
    }

    public boolean isLive() {
        return version.state().equals("live");
    }

    public boolean canBePutAway() {
        return isDraft() || isChecked() || isShadow() || isApproved();
    }
}
