package io.quarkiverse.authlete.runtime.config;

import java.net.URI;

/** The shared clusters of Authlete. */
public enum Region {

    /** United States */
    US("https://us.authlete.com"),
    /** Japan */
    JP("https://jp.authlete.com"),
    /** Europe */
    EU("https://eu.authlete.com"),
    /** Brazil */
    BR("https://br.authlete.com");

    private final URI url;

    Region(String url) {
        this.url = URI.create(url);
    }

    URI url() {
        return url;
    }
}
