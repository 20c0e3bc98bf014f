package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The tokens of one service, in the order of their creation. Every method is atomic and may be called from any thread.
 * Nothing but {@link #clear()} and the revocation of many tokens takes longer the more tokens there are.
 */
final class TokenStore {

    /** What became of an attempt to add a token. */
    enum Addition {
        ADDED,
        ACCESS_TOKEN_EXISTS,
        REFRESH_TOKEN_EXISTS
    }

    /**
     * Why nothing was added.
     *
     * @param index the first token that is in conflict with another one
     * @param addition which value exists already
     */
    record Conflict(int index, Addition addition) {
    }

    private final InstantSource clock;
    private final TokenIndex index = new TokenIndex();
    private final Map<Integer, StoredToken> bySequence = new HashMap<>();
    private final Map<TokenHash, StoredToken> byAccessToken = new HashMap<>();
    private final Map<TokenHash, StoredToken> byRefreshToken = new HashMap<>();
    private final Map<UUID, StoredToken> byTokenId = new HashMap<>();
    private int nextSequence;

    /** @param clock decides which tokens have expired; expects time to go forward only, except before {@link #clear()} */
    TokenStore(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds the token unless a value of its own is in use already, be it by an expired token. */
    synchronized Addition add(StoredToken.Builder newToken) {
        StoredToken token = newToken.build(nextSequence);
        if (byAccessToken.containsKey(token.accessTokenHash())) {
            return Addition.ACCESS_TOKEN_EXISTS;
        }
        if (token.hasRefreshToken() && byRefreshToken.containsKey(token.refreshTokenHash())) {
            return Addition.REFRESH_TOKEN_EXISTS;
        }
        nextSequence++;
        put(token);
        index.add(token);
        return Addition.ADDED;
    }

    /**
     * Adds all of the tokens, or none if one of them can't be added; one may be in the way of another.
     *
     * @return null if they were added
     */
    synchronized Conflict addAll(List<StoredToken.Builder> newTokens) {
        int first = nextSequence;
        for (int i = 0; i < newTokens.size(); i++) {
            Addition addition = add(newTokens.get(i));
            if (addition != Addition.ADDED) {
                takeBack(first);
                return new Conflict(i, addition);
            }
        }
        return null;
    }

    /** What {@link #addAll} would be told; adds nothing. */
    synchronized Conflict conflict(List<StoredToken.Builder> newTokens) {
        int first = nextSequence;
        Conflict conflict = addAll(newTokens);
        takeBack(first);
        return conflict;
    }

    private void takeBack(int first) {
        while (nextSequence > first) {
            nextSequence--;
            remove(bySequence.get(nextSequence));
        }
    }

    synchronized Optional<StoredToken> find(TokenKey key) {
        String text = key.text();
        return switch (key.kind()) {
            case ACCESS_TOKEN -> byValue(byAccessToken, text);
            case ACCESS_TOKEN_HASH -> byHash(byAccessToken, text);
            case ACCESS_TOKEN_IDENTIFIER -> byValue(byAccessToken, text).or(() -> byHash(byAccessToken, text));
            case REFRESH_TOKEN -> byValue(byRefreshToken, text);
            case REFRESH_TOKEN_HASH -> byHash(byRefreshToken, text);
            case REFRESH_TOKEN_IDENTIFIER -> byValue(byRefreshToken, text).or(() -> byHash(byRefreshToken, text));
            case IDENTIFIER -> find(new TokenKey(TokenKey.Kind.ACCESS_TOKEN_IDENTIFIER, text))
                    .or(() -> find(new TokenKey(TokenKey.Kind.REFRESH_TOKEN_IDENTIFIER, text)));
            case TOKEN_ID -> byTokenId(text);
        };
    }

    /** Replaces a token by what the change makes of it, and returns that. */
    synchronized Optional<StoredToken> update(TokenKey key, UnaryOperator<StoredToken> change) {
        return find(key).map(before -> {
            StoredToken after = change.apply(before);
            forget(before);
            put(after);
            index.replace(before, after);
            return after;
        });
    }

    /** Removes an access token together with its refresh token. */
    synchronized boolean remove(TokenKey key) {
        Optional<StoredToken> token = find(key);
        token.ifPresent(this::remove);
        return token.isPresent();
    }

    /** @return how many there were */
    synchronized int removeAll(TokenQuery query) {
        int[] sequences = index.find(query, clock.millis()).toArray();
        for (int sequence : sequences) {
            remove(bySequence.get(sequence));
        }
        return sequences.length;
    }

    /** The matching tokens from start (inclusive) to end (exclusive), as far as they exist; none if end is not after start. */
    synchronized TokenPage page(TokenQuery query, int start, int end) {
        RoaringBitmap found = index.find(query, clock.millis());
        int total = found.getCardinality();
        int last = Math.max(start, Math.min(end, total));
        List<StoredToken> tokens = new ArrayList<>(last - start);
        if (last > start) {
            PeekableIntIterator sequences = found.getIntIterator();
            sequences.advanceIfNeeded(found.select(start));
            while (tokens.size() < last - start) {
                tokens.add(bySequence.get(sequences.next()));
            }
        }
        return new TokenPage(total, tokens);
    }

    synchronized void clear() {
        index.clear();
        bySequence.clear();
        byAccessToken.clear();
        byRefreshToken.clear();
        byTokenId.clear();
        nextSequence = 0;
    }

    private void remove(StoredToken token) {
        forget(token);
        bySequence.remove(token.sequence());
        byTokenId.remove(token.tokenId());
        index.remove(token);
    }

    private void put(StoredToken token) {
        bySequence.put(token.sequence(), token);
        byTokenId.put(token.tokenId(), token);
        byAccessToken.put(token.accessTokenHash(), token);
        if (token.hasRefreshToken()) {
            byRefreshToken.put(token.refreshTokenHash(), token);
        }
    }

    private void forget(StoredToken token) {
        byAccessToken.remove(token.accessTokenHash());
        if (token.hasRefreshToken()) {
            byRefreshToken.remove(token.refreshTokenHash());
        }
    }

    private static Optional<StoredToken> byValue(Map<TokenHash, StoredToken> tokens, String value) {
        return Optional.ofNullable(tokens.get(TokenHash.ofValue(value)));
    }

    private static Optional<StoredToken> byHash(Map<TokenHash, StoredToken> tokens, String hash) {
        return TokenHash.parse(hash).map(tokens::get);
    }

    private Optional<StoredToken> byTokenId(String text) {
        try {
            // UUIDs may be written in several ways, but only the way we write them names a token.
            return Optional.ofNullable(byTokenId.get(UUID.fromString(text)))
                    .filter(token -> token.tokenId().toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
