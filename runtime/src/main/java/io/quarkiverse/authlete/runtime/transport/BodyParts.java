package io.quarkiverse.authlete.runtime.transport;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.buffer.Buffer;

/** The body of an answer, in the parts in which it came: to join them would cost as much again as reading it. */
final class BodyParts extends InputStream {

    private final List<Buffer> parts = new ArrayList<>(1);
    private long length;
    private int part;
    private int position;

    void add(Buffer next) {
        parts.add(next);
        length += next.length();
    }

    long length() {
        return length;
    }

    /** @return the text, or {@code null} if there is no body */
    String text() {
        Buffer all = Buffer.buffer();
        parts.forEach(all::appendBuffer);
        return all.length() == 0 ? null : all.toString();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) {
        while (part < parts.size()) {
            Buffer current = parts.get(part);
            int count = Math.min(wanted, current.length() - position);
            if (count > 0) {
                current.getBytes(position, position + count, bytes, offset);
                position += count;
                return count;
            }
            part++;
            position = 0;
        }
        return wanted == 0 ? 0 : -1;
    }
}
