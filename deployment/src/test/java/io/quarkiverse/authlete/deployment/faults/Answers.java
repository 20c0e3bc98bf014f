package io.quarkiverse.authlete.deployment.faults;

/** Bodies of the API. */
final class Answers {

    static final String CREATED = action("OK", "\"accessToken\":\"new-token\",\"expiresIn\":60");
    static final String BATCH_TAKEN = "{\"resultCode\":\"A109080\",\"requestId\":\"the-batch\"}";
    static final String BATCH_STATUS = "{\"resultCode\":\"A109081\",\"status\":{\"result\":\"SUCCEEDED\"}}";
    static final String UPDATED = action("OK", "\"accessToken\":\"the-token\"");
    static final String LISTED = "{\"resultCode\":\"A107001\",\"totalCount\":0}";
    static final String DELETED = "{\"resultCode\":\"A161001\",\"resultMessage\":\"deleted\"}";
    static final String REVOKED = "{\"resultCode\":\"A312001\",\"count\":1}";

    private Answers() {
    }

    static String action(String action, String more) {
        return "{\"action\":\"" + action + "\",\"resultCode\":\"A109001\",\"resultMessage\":\"why\"," + more + "}";
    }

    /** @return the body of the answer to a request; only older servers answer a delete with one */
    static String goodFor(ReceivedRequest request) {
        if (request.path().contains("/auth/token/create/batch/status/")) {
            return BATCH_STATUS;
        }
        if (request.path().contains("/auth/token/create/batch")) {
            return BATCH_TAKEN;
        }
        if (request.path().contains("/auth/token/create")) {
            return CREATED;
        }
        if (request.path().contains("/auth/token/update")) {
            return UPDATED;
        }
        if (request.path().contains("/auth/token/delete")) {
            return DELETED;
        }
        return request.path().contains("/auth/token/revoke") ? REVOKED : LISTED;
    }
}
