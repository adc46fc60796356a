package dev.rapport.feedback.page;

import dev.rapport.feedback.problem.Problems;

/** What holds for every form of ours. */
final class Forms {

    private Forms() {
    }

    /**
     * @param site the header Sec-Fetch-Site, which a page cannot set; null from browsers that do not send it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 for a form that another site's page sent
     */
    static void fromOurOwnPage(String site) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Problems.foreignForm();
        }
    }
}
