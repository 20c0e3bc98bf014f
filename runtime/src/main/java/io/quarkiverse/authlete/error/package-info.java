/**
 * What the calls of a client throw: {@link io.quarkiverse.authlete.error.AuthleteException} and the subclasses that a caller
 * may
 * want to catch apart. All are unchecked. Each tells by its {@link io.quarkiverse.authlete.error.Outcome} whether the call may
 * have taken effect.
 */
@NullMarked
package io.quarkiverse.authlete.error;

import org.jspecify.annotations.NullMarked;
