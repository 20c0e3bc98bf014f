package io.quarkiverse.authlete.model;

import java.util.List;

/**
 * The client application that tokens were listed for, with the few fields that the list has of it.
 *
 * @param number the sequential number that Authlete gave it
 * @param clientName the name; {@code null} if absent
 * @param clientNames the names by language, never {@code null}
 * @param description the description; {@code null} if absent
 * @param descriptions the descriptions by language, never {@code null}
 * @param clientId the ID that Authlete gave it
 * @param clientIdAlias the {@code client_id} it uses in OAuth requests instead of the ID; {@code null} if it has none
 * @param clientIdAliasEnabled whether the alias may be used; the API documents it as deprecated
 * @param clientType whether it can keep a secret; {@code null} if absent
 */
public record LimitedClient(
        int number,
        String clientName,
        List<TaggedValue> clientNames,
        String description,
        List<TaggedValue> descriptions,
        long clientId,
        String clientIdAlias,
        boolean clientIdAliasEnabled,
        ClientType clientType) {

    public LimitedClient {
        clientNames = Lists.orEmpty(clientNames);
        descriptions = Lists.orEmpty(descriptions);
    }
}
