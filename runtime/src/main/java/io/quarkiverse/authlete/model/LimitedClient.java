package io.quarkiverse.authlete.model;

import java.util.List;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * The client application that tokens were listed for, with the few fields that the list has of it.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = LimitedClient.Builder.class)
public abstract class LimitedClient {

    LimitedClient() {
    }

    /** The sequential number that Authlete gave it. */
    public abstract int number();

    /** The name. */
    public abstract @Nullable String clientName();

    /** The names by language. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<TaggedValue> clientNames();

    /** The description. */
    public abstract @Nullable String description();

    /** The descriptions by language. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<TaggedValue> descriptions();

    /** The ID that Authlete gave it. */
    public abstract long clientId();

    /** The {@code client_id} it uses in OAuth requests instead of the ID; {@code null} if it has none. */
    public abstract @Nullable String clientIdAlias();

    /** Whether the alias may be used; the API documents it as deprecated. */
    public abstract boolean clientIdAliasEnabled();

    /** Whether it can keep a secret. */
    public abstract @Nullable ClientType clientType();

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link LimitedClient}. */
    public static final class Builder extends ImmutableLimitedClient.Builder {

        Builder() {
            clientNames(List.of()).descriptions(List.of());
        }
    }
}
