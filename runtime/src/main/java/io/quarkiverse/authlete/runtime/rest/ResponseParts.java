package io.quarkiverse.authlete.runtime.rest;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;

/**
 * The parts of a long answer, but the first. The REST client would join all of them before anybody can read, in an array that
 * it makes anew, and larger, again and again: for a long list, that is half of the memory that the call takes.
 */
final class ResponseParts {

    private final List<ByteBuf> parts = new ArrayList<>();

    /**
     * Takes a part from the REST client. The first it must keep, or it would believe that there is no body.
     *
     * @param part the next part; empty afterwards
     */
    void take(Buffer part) {
        ByteBuf bytes = ((BufferImpl) part).byteBuf();
        parts.add(bytes.slice());
        bytes.clear();
    }

    /**
     * @param first the part that the REST client has kept
     * @return the whole answer
     */
    InputStream after(InputStream first) {
        return new SequenceInputStream(first,
                new ByteBufInputStream(Unpooled.wrappedBuffer(parts.size(), parts.toArray(ByteBuf[]::new))));
    }
}
