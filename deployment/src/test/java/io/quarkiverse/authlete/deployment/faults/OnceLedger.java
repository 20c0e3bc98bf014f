package io.quarkiverse.authlete.deployment.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.deployment.faults.FaultScript.OnRequest;

/**
 * A server that keeps the tokens it has issued, refuses values that are in use, and goes wrong as a test tells it. What it
 * keeps is compared with what the callers know.
 */
final class OnceLedger {

    enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        OTHER;

        static Kind of(ReceivedRequest request) {
            String path = request.path();
            return path.endsWith("/auth/token/create") ? CREATE
                    : path.endsWith("/auth/token/update") ? UPDATE : path.contains("/auth/token/delete/") ? DELETE : OTHER;
        }
    }

    /** What the server keeps of a token. */
    record Token(String accessToken, String refreshToken, String jwt, JsonNode request) {

        String scopes() {
            return request.path("scopes").isArray() ? request.path("scopes").toString() : "[\"default\"]";
        }
    }

    static final long EXPIRY = 4_102_444_800_000L;
    static final OnRequest RESET = (request, connection) -> connection.reset();

    private static final OnRequest CLOSE = (request, connection) -> connection.close();
    private static final List<OnRequest> LOSSES = List.of(RESET, RESET, RESET, CLOSE, CLOSE,
            FaultScript.answer("500 Internal Server Error", "").request(), FaultScript.answer("502 Bad Gateway", "").request(),
            FaultScript.answer("503 Service Unavailable", "").request(), FaultScript.answer("200 OK", "<html>").request(),
            FaultScript.writeAndClose("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{").request(),
            (request, connection) -> connection.awaitEnd());
    private static final List<OnRequest> REFUSALS = List.of(RESET, CLOSE,
            FaultScript.answer("502 Bad Gateway", "").request(),
            FaultScript.answer("429 Too Many Requests", "", "Retry-After: 0").request(),
            FaultScript.answer("503 Service Unavailable", "", "Retry-After: 0").request());

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Fault(OnRequest answer, boolean processed) {
    }

    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<Kind, Queue<Fault>> faults = new EnumMap<>(Kind.class);
    private OnRequest everyFifth;
    private Random random;
    private boolean jwt;
    private boolean refreshGrant = true;
    private boolean refusesDuplicates = true;
    private boolean obeysValues = true;
    private int status = 200;
    private int creates;
    private int duplicates;

    /** Loses the answer of every fifth create in this way. */
    OnceLedger losing(OnRequest everyFifth) {
        this.everyFifth = everyFifth;
        return this;
    }

    /** Three requests of ten go wrong, of any kind and in any way; {@code null} for none. */
    synchronized OnceLedger failing(Random random) {
        this.random = random;
        return this;
    }

    private Fault randomFault() {
        int chance = random.nextInt(100);
        return chance >= 30 ? null
                : chance < 20 ? new Fault(LOSSES.get(random.nextInt(LOSSES.size())), true)
                        : new Fault(REFUSALS.get(random.nextInt(REFUSALS.size())), false);
    }

    OnceLedger jwt(boolean jwt) {
        this.jwt = jwt;
        return this;
    }

    OnceLedger withoutRefreshGrant() {
        this.refreshGrant = false;
        return this;
    }

    OnceLedger acceptingDuplicates() {
        this.refusesDuplicates = false;
        return this;
    }

    OnceLedger choosingValuesItself() {
        this.obeysValues = false;
        return this;
    }

    /** Refuses with this HTTP status. */
    OnceLedger refusingWith(int status) {
        this.status = status;
        return this;
    }

    /** The next request of this kind is processed, and answered like this. */
    synchronized OnceLedger lose(Kind kind, OnRequest answer) {
        faults.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(new Fault(answer, true));
        return this;
    }

    /** The next request of this kind is not processed, and answered like this. */
    synchronized OnceLedger drop(Kind kind, OnRequest answer) {
        faults.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(new Fault(answer, false));
        return this;
    }

    /** The next request of this kind is answered well. */
    OnceLedger answer(Kind kind) {
        return lose(kind, null);
    }

    FaultScript script() {
        return FaultScript.onRequest((request, connection) -> {
            Kind kind = Kind.of(request);
            OnRequest answer;
            synchronized (this) {
                Fault fault = random != null ? randomFault() : faults.getOrDefault(kind, new ArrayDeque<>()).poll();
                boolean fifth = kind == Kind.CREATE && ++creates % 5 == 0 && everyFifth != null;
                if (fault != null && !fault.processed) {
                    answer = fault.answer;
                } else {
                    OnRequest good = process(kind, request);
                    answer = fault != null && fault.answer != null ? fault.answer : fifth ? everyFifth : good;
                }
            }
            answer.run(request, connection);
        });
    }

    private OnRequest process(Kind kind, ReceivedRequest request) throws IOException {
        return switch (kind) {
            case CREATE -> create(JSON.readTree(request.body()));
            case UPDATE -> update(JSON.readTree(request.body()));
            case DELETE -> delete(request.path().substring(request.path().lastIndexOf('/') + 1));
            case OTHER -> (any, connection) -> connection.answerWell(request);
        };
    }

    private OnRequest create(JsonNode request) {
        if (request.has("refreshToken") && !refreshGrant) {
            return refuse("A108202", "BAD_REQUEST");
        }
        String accessToken = request.has("accessToken") && obeysValues ? request.get("accessToken").textValue()
                : UUID.randomUUID().toString();
        String refreshToken = !refreshGrant ? null
                : request.has("refreshToken") ? request.get("refreshToken").textValue() : UUID.randomUUID().toString();
        if (tokens.containsKey(accessToken)) {
            duplicates++;
            if (refusesDuplicates) {
                return refuse("A144201", "BAD_REQUEST");
            }
        }
        if (refusesDuplicates && tokens.values().stream().anyMatch(token -> refreshToken != null
                && refreshToken.equals(token.refreshToken))) {
            return refuse("A144202", "BAD_REQUEST");
        }
        Token token = new Token(accessToken, refreshToken, jwt ? "jwt-" + UUID.randomUUID() : null, request);
        tokens.put(accessToken, token);
        ObjectNode answer = answer("A109001", "OK").put("accessToken", accessToken).put("expiresIn", 60)
                .put("expiresAt", EXPIRY).put("tokenType", "Bearer").put("clientId", request.path("clientId").longValue())
                .put("subject", request.path("subject").textValue()).put("tokenId", "id-of-" + accessToken);
        answer.put("refreshToken", refreshToken).put("jwtAccessToken", token.jwt);
        return json(answer);
    }

    private OnRequest update(JsonNode request) throws IOException {
        Token token = tokens.get(request.path("accessToken").textValue());
        if (token == null) {
            return refuse("A134202", "NOT_FOUND");
        }
        ObjectNode answer = answer("A135001", "OK").put("accessToken", token.accessToken).put("tokenType", "Bearer")
                .put("accessTokenExpiresAt", EXPIRY).put("refreshTokenExpiresAt", token.refreshToken == null ? 0 : EXPIRY)
                .put("tokenId", "id-of-" + token.accessToken);
        answer.set("scopes", JSON.readTree(token.scopes()));
        answer.set("properties", JSON.readTree("[{\"key\":\"plan\",\"value\":\"gold\"}]"));
        return json(answer);
    }

    private OnRequest delete(String accessToken) {
        return tokens.remove(accessToken) != null
                ? (request, connection) -> connection.write("HTTP/1.1 204 No Content\r\n\r\n")
                : (request, connection) -> connection.answer("404 Not Found",
                        "{\"resultCode\":\"A161202\",\"resultMessage\":\"There is no such token.\"}");
    }

    private OnRequest refuse(String code, String action) {
        ObjectNode answer = answer(code, action);
        return status == 200 ? json(answer)
                : (request, connection) -> connection.answer(status + " Refused", answer.toString(),
                        "Content-Type: application/json");
    }

    private static ObjectNode answer(String code, String action) {
        return JSON.createObjectNode().put("resultCode", code).put("resultMessage", "[" + code + "] Told.").put("action",
                action);
    }

    private static OnRequest json(ObjectNode answer) {
        return (request, connection) -> connection.answerJson(answer.toString());
    }

    /** Somebody else's token. */
    synchronized OnceLedger keep(String accessToken, String... scopes) {
        ObjectNode request = JSON.createObjectNode();
        List.of(scopes).forEach(request.putArray("scopes")::add);
        tokens.put(accessToken, new Token(accessToken, null, null, request));
        return this;
    }

    synchronized Map<String, Token> tokens() {
        return Map.copyOf(tokens);
    }

    synchronized Set<String> values() {
        return new TreeSet<>(tokens.keySet());
    }

    /** How many creates came with a value in use. */
    synchronized int duplicates() {
        return duplicates;
    }
}
