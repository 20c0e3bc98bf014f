/**
 * The exceptions: {@link io.quarkiverse.authlete.error.AuthleteException} and the subclasses that a caller may want to catch
 * apart. All of them are unchecked.
 * <p>
 * {@link io.quarkiverse.authlete.error.Outcome} says whether a failed call may have taken effect:
 *
 * <pre>
 * try {
 *     return Optional.of(tokens.create(request));
 * } catch (AuthleteException e) {
 *     if (e.outcome() == Outcome.UNKNOWN) {
 *         throw e; // there may be a token that nobody has received
 *     }
 *     return Optional.empty();
 * }
 * </pre>
 *
 * @since 1.0.0
 */
@NullMarked
package io.quarkiverse.authlete.error;

import org.jspecify.annotations.NullMarked;
