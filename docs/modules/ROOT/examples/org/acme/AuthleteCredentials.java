package org.acme;

// tag::credentials-provider[]
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.quarkus.credentials.CredentialsProvider;

@ApplicationScoped
@Named("acme-secrets")
public class AuthleteCredentials implements CredentialsProvider {

    @Override
    public Map<String, String> getCredentials(String name) { // may block
        return Map.of(PASSWORD_PROPERTY_NAME, apiToken(name));
    }
    // end::credentials-provider[]

    private static String apiToken(String name) {
        return "api-token-of-" + name;
    }
}
