package io.quarkiverse.authlete.runtime.rest;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;

/**
 * The parts of a long answer, but the first. The REST client would join all of them before anybody can read, in an array that
 * it makes anew, and larger, again and again: for a long list, that is half of the memory that the call takes.
 */
final class ResponseParts {

    private final List<ByteBuf> parts = new ArrayList<>();

    private ResponseParts() {
    }

    /**
     * Takes a part from the REST client. The first it must keep, or it would believe that there is no body.
     *
     * @param part a part of the answer that this context is for; empty afterwards
     */
    static void take(Buffer part) {
        Context context = Vertx.currentContext();
        if (context == null || !(part instanceof BufferImpl buffer)) {
            return;
        }
        ResponseParts taken = context.getLocal(ResponseParts.class);
        if (taken == null) {
            taken = new ResponseParts();
            context.putLocal(ResponseParts.class, taken);
        }
        taken.parts.add(buffer.byteBuf().slice());
        buffer.byteBuf().clear();
    }

    /**
     * @param first the part that the REST client has kept
     * @return the whole answer that this context is for
     */
    static InputStream after(InputStream first) {
        Context context = Vertx.currentContext();
        ResponseParts taken = context == null ? null : context.getLocal(ResponseParts.class);
        if (taken == null) {
            return first;
        }
        return new SequenceInputStream(first, new ByteBufInputStream(
                Unpooled.wrappedBuffer(taken.parts.size(), taken.parts.toArray(ByteBuf[]::new))));
    }
}
