package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Stands before the API and checks DPoP proofs (RFC 9449); what is behind it sees Bearer tokens only. An API token is bound to
 * the first key that it comes with.
 */
final class DpopGate implements Function<ApiRequest, ApiResponse> {

    private static final String AUTHORIZATION = "authorization";
    private static final String SCHEME = "dpop ";
    private static final int UNAUTHORIZED = 401;

    private final DpopSettings settings;
    private final ProofVerifier proofs;
    private final ProofNonces nonces;
    private final Function<ApiRequest, ApiResponse> api;
    private final Map<String, String> keyOfToken = new ConcurrentHashMap<>();

    static DpopGate before(Function<ApiRequest, ApiResponse> api, DpopSettings settings, InstantSource clock,
            TokenValues values) {
        ProofNonces nonces = new ProofNonces(clock, values);
        return new DpopGate(settings, new ProofVerifier(clock, settings.nonce() ? nonces : null), nonces, api);
    }

    private DpopGate(DpopSettings settings, ProofVerifier proofs, ProofNonces nonces, Function<ApiRequest, ApiResponse> api) {
        this.settings = settings;
        this.proofs = proofs;
        this.nonces = nonces;
        this.api = api;
    }

    @Override
    public ApiResponse apply(ApiRequest request) {
        String authorization = request.header(AUTHORIZATION);
        boolean dpop = authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        if (!dpop && settings.mode() == DpopMode.ACCEPTED) {
            return api.apply(request);
        }
        ApiResponse response;
        try {
            response = dpop ? withProof(request, authorization.substring(SCHEME.length()).trim()) : withoutProof(request);
        } catch (ProofRefusedException e) {
            response = refused(e, request);
        }
        return settings.nonce() ? response.with("DPoP-Nonce", nonces.current()) : response;
    }

    private ApiResponse withProof(ApiRequest request, String apiToken) {
        String key = proofs.verify(request, apiToken);
        if (!keyOfToken.getOrDefault(apiToken, key).equals(key)) {
            throw ProofRefusedException.key("The API access token is bound to the key that it first came with, and this is"
                    + " another one; start the emulator anew to change the key.");
        }
        ApiResponse response = api.apply(asBearer(request, apiToken));
        if (response.status() == UNAUTHORIZED) {
            return response.with("WWW-Authenticate", challenge("invalid_token"));
        }
        keyOfToken.putIfAbsent(apiToken, key);
        return response;
    }

    private ApiResponse withoutProof(ApiRequest request) {
        if (request.header(AUTHORIZATION) == null) {
            return api.apply(request).with("WWW-Authenticate", challenge(null));
        }
        throw ProofRefusedException.missing("The API access token must come with a DPoP proof, in the scheme DPoP.");
    }

    private static ApiRequest asBearer(ApiRequest request, String apiToken) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(AUTHORIZATION, "Bearer " + apiToken);
        return new ApiRequest(request.method(), request.path(), request.query(), headers, request.body());
    }

    private static ApiResponse refused(ProofRefusedException refusal, ApiRequest request) {
        String path = Route.of(request.path()).map(route -> route.endpoint().path()).orElse("this path");
        return ApiResponse.json(UNAUTHORIZED, TokenJson.result(JsonNodeFactory.instance.objectNode(), refusal.code(),
                refusal.code().message(path, refusal.getMessage())))
                .with("WWW-Authenticate", challenge(refusal.error()));
    }

    private static String challenge(String error) {
        return "DPoP " + (error == null ? "" : "error=\"" + error + "\", ")
                + "algs=\"" + String.join(" ", ProofVerifier.ALGORITHMS) + "\"";
    }
}
