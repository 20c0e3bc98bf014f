/**
 * The declarative REST client, for those who want exactly that: {@link io.quarkiverse.authlete.rest.TokenApi}, and the classes
 * that its fault-tolerance annotations name. Most applications inject {@link io.quarkiverse.authlete.TokenOperations} instead.
 */
@NullMarked
package io.quarkiverse.authlete.rest;

import org.jspecify.annotations.NullMarked;
