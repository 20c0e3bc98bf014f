package io.quarkiverse.authlete.deployment.devservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a seed file asks for: clients to register and tokens to create, each for one service. */
final class SeedFile {

    private static final String SERVICE = "service";
    private static final String DEFAULT_SERVICE = "<default>";
    private static final Set<String> CLIENT_MEMBERS = Set.of("clientId");

    /** The API ignores other members, but in a file that somebody writes by hand they are mistakes. */
    private static final Set<String> TOKEN_MEMBERS = Set.of("grantType", "clientId", "subject", "scopes",
            "accessTokenDuration", "refreshTokenDuration", "properties", "clientIdAliasUsed", "accessToken", "refreshToken",
            "accessTokenPersistent", "certificateThumbprint", "dpopKeyThumbprint", "authorizationDetails", "resources",
            "forExternalAttachment", "jwtAtClaims", "acr", "authTime", "clientEntityIdUsed", "clientIdentifier", "sessionId",
            "metadataDocumentUsed");

    private final Seed seed;
    private final List<Entry> clients;
    private final List<Entry> tokens;

    private SeedFile(Seed seed, List<Entry> clients, List<Entry> tokens) {
        this.seed = seed;
        this.clients = clients;
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException if the file is wrong; the message names it and the entry */
    static SeedFile read(Seed seed, JsonCodec json) {
        JsonNode file;
        try {
            file = json.read(seed.json());
        } catch (JsonProcessingException e) {
            // The parser's own message may quote a token.
            throw wrong(seed, "is not JSON (line " + e.getLocation().getLineNr() + ")", null);
        }
        if (!JsonCodec.isUnicode(file)) {
            throw wrong(seed, "has half of a surrogate pair", null);
        }
        if (!file.isObject()) {
            throw wrong(seed, "must be a JSON object", null);
        }
        checkMembers(seed, "the file", file, Set.of("clients", "tokens"));
        return new SeedFile(seed, entries(seed, file, "clients", CLIENT_MEMBERS), entries(seed, file, "tokens", TOKEN_MEMBERS));
    }

    /** The settings with the clients of the file added; one client is enough to make all others unknown. */
    ServiceSettings addClients(ServiceSettings service) {
        Set<Long> added = clients.stream().filter(client -> client.serviceId().equals(service.serviceId()))
                .map(this::clientId).collect(Collectors.toSet());
        return added.isEmpty() ? service : service.withClients(added);
    }

    /** Creates the tokens of one service, in their order in the file. */
    void createTokens(EmulatedService service) {
        for (Entry token : tokens) {
            if (token.serviceId().equals(service.settings().serviceId())) {
                try {
                    service.execute(Endpoint.CREATE, token.call());
                } catch (RefusedException e) {
                    throw wrong(seed, token.position() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** @return a member that no create request has, if there is one */
    static Optional<String> unknownTokenMember(JsonNode token) {
        return unknownMember(token, TOKEN_MEMBERS);
    }

    private static Optional<String> unknownMember(JsonNode object, Set<String> known) {
        return object.properties().stream().map(Map.Entry::getKey).filter(name -> !known.contains(name)).findFirst();
    }

    private long clientId(Entry client) {
        try {
            return client.call().fields().number("clientId").stream().filter(clientId -> clientId > 0).findFirst()
                    .orElseThrow(() -> wrong(seed, client.position() + ": clientId must be a positive number", null));
        } catch (RefusedException e) {
            throw wrong(seed, client.position() + ": " + e.getMessage(), e);
        }
    }

    private static List<Entry> entries(Seed seed, JsonNode file, String name, Set<String> members) {
        JsonNode array = file.path(name);
        if (!array.isMissingNode() && !array.isArray()) {
            throw wrong(seed, name + " must be a list", null);
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : array) {
            String position = name + "[" + entries.size() + "]";
            if (!(item instanceof ObjectNode object)) {
                throw wrong(seed, position + " must be an object", null);
            }
            String service = object.path(SERVICE).asText(DEFAULT_SERVICE);
            String serviceId = seed.serviceIds().get(service);
            if (serviceId == null) {
                throw wrong(seed, position + ": the service '" + service + "' is not emulated, but "
                        + new TreeSet<>(seed.serviceIds().keySet()), null);
            }
            object.remove(SERVICE);
            checkMembers(seed, position, object, members);
            entries.add(new Entry(position, serviceId, object));
        }
        return List.copyOf(entries);
    }

    private static void checkMembers(Seed seed, String where, JsonNode object, Set<String> known) {
        unknownMember(object, known).ifPresent(name -> {
            throw wrong(seed, where + " has the unknown member '" + name + "'", null);
        });
    }

    private static IllegalArgumentException wrong(Seed seed, String what, Throwable cause) {
        return new IllegalArgumentException("The seed file " + seed.location() + " of the Authlete emulator is wrong: " + what,
                cause);
    }

    private record Entry(String position, String serviceId, ObjectNode fields) {

        ApiCall call() {
            return ApiCall.ofBody(new RequestFields(fields));
        }

        /** The members may be token values. */
        @Override
        public String toString() {
            return "Entry[" + position + "]";
        }
    }
}
