package org.acme

// tag::issuer[]
import io.quarkiverse.authlete.ReactiveTokenOperations
import io.quarkiverse.authlete.TokenOperations
import io.quarkiverse.authlete.TokenResult
import io.quarkiverse.authlete.model.GrantType
import io.quarkiverse.authlete.model.TokenCreateRequest
import io.quarkiverse.authlete.model.TokenCreateResponse
import io.smallrye.mutiny.Uni
import io.smallrye.mutiny.coroutines.awaitSuspending
import jakarta.enterprise.context.ApplicationScoped
import java.time.Duration

@ApplicationScoped
class TokenIssuer(private val tokens: TokenOperations, private val reactive: ReactiveTokenOperations) {

    fun issue(user: String): String? = tokens.create(request(user)).accessToken()

    fun issueLater(user: String): Uni<String> = reactive.create(request(user)).map { it.accessToken() }

    suspend fun issueSuspending(user: String): String? = reactive.create(request(user)).awaitSuspending().accessToken()

    fun tryToIssue(user: String): String = when (val result = TokenResult.of<TokenCreateResponse> { tokens.create(request(user)) }) {
        is TokenResult.Success -> "valid until ${result.value().accessTokenExpiry() ?: "it is revoked"}"
        is TokenResult.Failure -> "not issued: ${result.exception().outcome()}"
    }

    private fun request(user: String) = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
        .clientId(26888344961664)
        .subject(user)
        .scopes("history.read", "timeline.read")
        .accessTokenDuration(Duration.ofMinutes(10))
        .build()
}
// end::issuer[]
