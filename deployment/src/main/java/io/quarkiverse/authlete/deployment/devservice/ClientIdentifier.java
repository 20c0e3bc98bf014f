package io.quarkiverse.authlete.deployment.devservice;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Clients exist by being named: the emulator registers none, so it can know no alias and makes up what it shows of them. */
final class ClientIdentifier {

    private static final int NUMBERS = 1_000_000;

    private ClientIdentifier() {
    }

    /** The client ID, which need not be positive, or nothing if the identifier is an alias. */
    static Optional<Long> numeric(String identifier) {
        try {
            return Optional.of(WholeNumber.parse(identifier));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The limited view of a client that goes with its list of tokens. */
    static ObjectNode limitedView(long clientId) {
        return JsonNodeFactory.instance.objectNode()
                .put("number", (int) (clientId % NUMBERS))
                .put("clientName", "Client " + clientId)
                .put("clientId", clientId)
                .put("clientIdAliasEnabled", false)
                .put("clientType", "CONFIDENTIAL");
    }
}
