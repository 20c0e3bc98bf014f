package io.quarkiverse.authlete.runtime.transport;

import java.io.IOException;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Makes sure that an answer belongs to its request. Vert.x takes most interim responses (RFC 9110, 15.2) for the answer, and
 * takes an answer for that of the next request that waits for the connection, written or not: the next caller would get the
 * token of another user. So this handler, which sees what comes from the socket before Vert.x does, leaves interim responses
 * out, and closes a connection on which something comes although no request was written to its end.
 */
public final class AnswerGuard extends ChannelDuplexHandler {

    private static final String NAME = "authlete-answers";

    private int unanswered;
    private boolean interim;
    private boolean closing;

    private AnswerGuard() {
    }

    /** @param connection a connection on which no answer is awaited. There is no public way to what it is made of. */
    public static void install(HttpConnection connection) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channelHandlerContext().pipeline();
        if (pipeline.get(NAME) == null) {
            // Without one, Vert.x logs at ERROR what the callers are told.
            connection.exceptionHandler(reported -> {
            });
            pipeline.addBefore("handler", NAME, new AnswerGuard());
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            ChannelPromise written = promise.unvoid();
            written.addListener(done -> unanswered += done.isSuccess() ? 1 : 0);
            context.write(message, written);
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpResponse response) {
            if (unanswered == 0) {
                closing = true;
                ReferenceCountUtil.release(message);
                context.fireExceptionCaught(new IOException("The server sent an answer that belongs to no request"));
                context.close();
                return;
            }
            interim = isInterim(response);
        }
        if (interim) {
            interim = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            unanswered--;
        }
        context.fireChannelRead(message);
    }

    /** One that can't be decoded has a status that means nothing; Vert.x fails the request. */
    private static boolean isInterim(HttpResponse response) {
        return response.decoderResult().isSuccess() && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }
}
