/**
 * Requests and responses of the token operations, with the names and units of the API of Authlete.
 * <p>
 * Values are immutable. {@code builder()} makes a new one, {@code toBuilder()} a changed copy:
 *
 * <pre>
 * TokenListRequest request = TokenListRequest.builder().subject("john").range(0, 20).build();
 * TokenListRequest nextPage = request.toBuilder().range(20, 40).build();
 * </pre>
 *
 * Accessors say what a field means, in which unit, and what it is if the server leaves it out. Tests build responses in the
 * same way. {@code toString()} masks secrets. Jackson can write and read every value. Later versions add fields as the API
 * does, which breaks neither sources nor binaries.
 *
 * @since 1.0.0
 */
@NullMarked
package io.quarkiverse.authlete.model;

import org.jspecify.annotations.NullMarked;
