/**
 * Requests and responses of the token operations, with the names and units of the API of Authlete.
 * <p>
 * Values are immutable, and made by builders: {@code builder()} begins a new one, {@code toBuilder()} begins with what is in
 * another. The accessors tell what each field means; the methods of the builder that set it have the same name. A test builds
 * responses in the same way. Later versions add fields as the API does, which breaks neither callers nor their binaries.
 * <p>
 * Numbers and enumerated values that the server leaves out are as the accessors document. Every value can be written and read
 * as JSON by Jackson. {@code toString()} masks secrets, absent ones
 * too.
 */
@NullMarked
package io.quarkiverse.authlete.model;

import org.jspecify.annotations.NullMarked;
