package io.quarkiverse.authlete.deployment.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/** The calls that meet every fault, and the column of the retry table that each belongs to. */
enum Call {

    LIST(TokenOperation.LIST, Column.LIST, tokens -> tokens.list(TokenListRequest.all())),
    CREATE(TokenOperation.CREATE, Column.ONCE, tokens -> tokens
            .create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build())),
    CREATE_BATCH(TokenOperation.CREATE_BATCH, Column.ONCE, tokens -> tokens.createBatch(
            TokenBatchRequest
                    .of(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).accessToken("chosen").build()))),
    BATCH_STATUS(TokenOperation.BATCH_STATUS, Column.LIST, tokens -> tokens.batchStatus("the-batch")),
    UPDATE(TokenOperation.UPDATE, Column.IDEMPOTENT, tokens -> tokens
            .update(TokenUpdateRequest.accessToken("the-token").scopes("a").build())),
    UPDATE_TO_NEW_VALUE(TokenOperation.UPDATE, Column.ONCE, tokens -> tokens
            .update(TokenUpdateRequest.accessToken("the-token").accessTokenValueUpdated(true).build())),
    DELETE(TokenOperation.DELETE, Column.IDEMPOTENT, tokens -> tokens.delete("the-token")),
    REVOKE(TokenOperation.REVOKE, Column.IDEMPOTENT, tokens -> tokens.revoke(TokenRevokeRequest.accessToken("the-token")));

    /** The columns of the retry table: requests of one column are repeated after the same failures. */
    enum Column {
        LIST,
        IDEMPOTENT,
        ONCE
    }

    private final TokenOperation operation;
    private final Column column;
    private final Consumer<TokenOperations> call;

    Call(TokenOperation operation, Column column, Consumer<TokenOperations> call) {
        this.operation = operation;
        this.column = column;
        this.call = call;
    }

    /** @param names names of calls with a space in between */
    static Set<Call> named(String names) {
        return Arrays.stream(names.split(" ")).map(Call::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Call.class)));
    }

    TokenOperation operation() {
        return operation;
    }

    Column column() {
        return column;
    }

    void make(TokenOperations tokens) {
        call.accept(tokens);
    }
}
