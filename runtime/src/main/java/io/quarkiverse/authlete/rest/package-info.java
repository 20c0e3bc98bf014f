/**
 * The declarative REST client, {@link io.quarkiverse.authlete.rest.TokenApi}, and the classes that its fault-tolerance
 * annotations name:
 *
 * <pre>
 * &#64;Inject
 * &#64;RestClient
 * TokenApi api;
 * </pre>
 *
 * Most applications inject {@link io.quarkiverse.authlete.TokenOperations} instead, which has more: named services, options
 * for each call, streams, bulk calls, metrics.
 *
 * @since 1.0.0
 */
@NullMarked
package io.quarkiverse.authlete.rest;

import org.jspecify.annotations.NullMarked;
