package io.quarkiverse.authlete.deployment.devservice;

/** The endpoints of the token-management API. */
enum Endpoint {

    LIST("GET", "/auth/token/get/list"),
    CREATE("POST", "/auth/token/create"),
    UPDATE("POST", "/auth/token/update"),
    DELETE("DELETE", "/auth/token/delete"),
    REVOKE("POST", "/auth/token/revoke");

    private final String method;
    private final String path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = path;
    }

    String method() {
        return method;
    }

    /** The path below the service, without the token identifier: this is what messages show. */
    String path() {
        return path;
    }

    boolean hasBody() {
        return method.equals("POST");
    }

    /** The raw identifier at the end of the path, if this endpoint has one and the path is its own; else null. */
    String identifierIn(String rawPath) {
        String prefix = path + "/";
        if (this != DELETE || !rawPath.startsWith(prefix)) {
            return null;
        }
        String identifier = rawPath.substring(prefix.length());
        return identifier.contains("/") ? null : identifier;
    }

    boolean serves(String rawPath) {
        return this == DELETE ? identifierIn(rawPath) != null : path.equals(rawPath);
    }
}
