package io.quarkiverse.authlete.runtime.restclient;

/**
 * A request that has been written already. Nobody else has a writer for this type, so nobody can get in between.
 *
 * @param json the request as JSON, in UTF-8
 */
record JsonBody(byte[] json) {

    /** Leaves out the JSON: it may have tokens in it. */
    @Override
    public String toString() {
        return "JsonBody[length=" + json.length + "]";
    }
}
