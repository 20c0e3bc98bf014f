package io.quarkiverse.authlete.deployment.devservice;

import io.quarkiverse.authlete.TokenOperation;

/** The endpoints of the token-management API. */
enum Endpoint {

    LIST("GET", "/auth/token/get/list"),
    CREATE("POST", "/auth/token/create"),
    CREATE_BATCH("POST", "/auth/token/create/batch"),
    BATCH_STATUS("GET", "/auth/token/create/batch/status", true),
    UPDATE("POST", "/auth/token/update"),
    DELETE("DELETE", "/auth/token/delete", true),
    REVOKE("POST", "/auth/token/revoke");

    private final String method;
    private final String path;
    private final boolean identified;

    Endpoint(String method, String path) {
        this(method, path, false);
    }

    Endpoint(String method, String path, boolean identified) {
        this.method = method;
        this.path = path;
        this.identified = identified;
    }

    TokenOperation operation() {
        return TokenOperation.valueOf(name());
    }

    String method() {
        return method;
    }

    /** The path below the service, without the identifier at its end: this is what messages show. */
    String path() {
        return path;
    }

    boolean hasBody() {
        return method.equals("POST");
    }

    /** The raw identifier at the end of the path, if this endpoint has one and the path is its own; else null. */
    String identifierIn(String rawPath) {
        String prefix = path + "/";
        if (!identified || !rawPath.startsWith(prefix)) {
            return null;
        }
        String identifier = rawPath.substring(prefix.length());
        return identifier.contains("/") ? null : identifier;
    }

    boolean serves(String rawPath) {
        return identified ? identifierIn(rawPath) != null : path.equals(rawPath);
    }
}
