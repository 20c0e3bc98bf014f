package io.quarkiverse.authlete.deployment.contract;

import java.util.List;

/** The facts of one kind of request, and their place on the page. */
record Chapter(String anchor, String title, String introduction, List<Fact> facts) {
}
